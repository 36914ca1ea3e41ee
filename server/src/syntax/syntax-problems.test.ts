import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { fixesOf, toldOf } from "../../../test/support/slips.ts";
import { parseFile } from "./file.ts";
import { SYNTAX_MESSAGES } from "./syntax-messages.ts";
import { syntaxProblems } from "./syntax-problems.ts";

const NBSP = "\u00a0";

test("a fix keeps CRLF line ends", () => {
  const [told] = toldOf("e:\r\n  nom: Lycée: A\r\n  rne:0759998K\r\n");
  expect(told?.fixed).toBe('e:\r\n  nom: "Lycée: A"\r\n  rne:0759998K\r\n');
});

test("each entry with an error has one problem, the others none", () => {
  const told = toldOf('e:\n  nom: "A\n  rne:0759998K\n  type: college\nc: [6A\nd: 1\n');
  expect(told.map(({ at }) => at)).toEqual(['"', "rne:", "["]);
});

test("consecutive lines that are not entries, or are indented with tabs, are one problem", () => {
  expect(toldOf("e:\n  nom: A\n  ici\n  aussi\n").map(({ at }) => at)).toEqual(["ici"]);
  const [tabs, ...others] = toldOf("e:\n\tnom: A\nh:\n\tmode: heberge\n");
  expect(others).toEqual([]);
  expect(tabs?.fixed).toBe("e:\n  nom: A\nh:\n  mode: heberge\n");
});

test("a line of text without a key can be joined to the text above", () => {
  const fixes = fixesOf("e:\n  nom: Collège\n  des Tilleuls\n");
  expect(fixes.map(({ title }) => title)).toEqual(["Make it a comment", "Let the text above go on here"]);
  expect(fixes[1]?.text).toBe("e:\n  nom: Collège\n    des Tilleuls\n");
});

test("valid YAML has no problems", () => {
  const right = [
    "url: http://exemple.fr:80\nheure: 8:30\n",
    `nom: Qui est-ce${NBSP}?\ntexte: |\n  ${NBSP}libre: a\n  \ttab\n`,
    "nom: « Devoirs faits »\nb: “A” et “B”\n",
    "a:\n- 1\n- 2\nb: {c: 1}\n",
    'json: {"a":1, "b": ["x"]}\n',
    "? a\n: b\n",
  ];
  for (const text of right) expect(toldOf(text)).toEqual([]);
});

test("nesting that is too deep is rejected without trying hints", () => {
  const endless = Array.from({ length: 20_000 }, (_, i) => `p${i}: x${i} y`).join(" ");
  for (const text of [`a: { ${endless} }\n`, `a: ${"b: ".repeat(20_000)}\n`, `a: ${"[".repeat(100_000)}\n`])
    expect(toldOf(text).map(({ says }) => says)).toEqual([
      "This is nested too deep to be read: more than 100 levels.",
    ]);
  const long = `a: [ ${Array.from({ length: 200 }, (_, i) => `b${i}: c`).join(", ")} ]\n`;
  expect(toldOf(long)).toEqual([]);
});

test("an entry too long for trying hints still has a message for its unclosed bracket", () => {
  const entries = Array.from({ length: 8000 }, (_, i) => `  p${i}: { nom: N }`).join(",\n");
  expect(toldOf(`a: {\n${entries}\n`).map(({ at, says }) => [at, says])).toEqual([
    ["{", "“{” opens here and is not closed."],
  ]);
});

test("every error code of `yaml` has a message", () => {
  const folder = dirname(createRequire(import.meta.url).resolve("yaml"));
  const types = readFileSync(join(folder, "errors.d.ts"), "utf8");
  const [, union = ""] = /type ErrorCode = ([^;]+);/.exec(types) ?? [];
  const codes = Array.from(union.matchAll(/'(\w+)'/g), ([, code]) => code ?? "");
  expect(codes.length).toBeGreaterThan(20);
  expect(codes.filter((code) => !(code in SYNTAX_MESSAGES))).toEqual([]);
});

test("a text beside the sign of a block scalar, with nothing below, cannot be moved there", () => {
  const [problem] = syntaxProblems(parseFile("file:///a.yaml", "a: | texte\n").root);
  expect(problem?.fixes ?? []).not.toContainEqual(
    expect.objectContaining({ title: expect.objectContaining({ text: "Move it to a line of its own" }) }),
  );
});
