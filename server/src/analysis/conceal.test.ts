import { expect, test } from "vitest";
import { localizerFor } from "../base/localize.ts";
import { message } from "../base/message.ts";
import { type File, parseFile } from "../syntax/file.ts";
import type { Problem } from "../syntax/problem.ts";
import type { Span } from "../syntax/tree.ts";
import { concealed, withoutPrivateNames } from "./conceal.ts";

const localize = localizerFor("en");
const FILE = parseFile(
  "file:///college/etablissement.pronote.yaml",
  "salles: { CDI: {} }\nx-notes:\n  mdp: Azerty2026!\n  a: 1\n  b: 2\n  c: 3\n",
);

/** A span from one line of the file to another. */
function lines({ root }: File, from: number, to = from): Span {
  return { block: root, line: from, col: 0, endLine: to, endCol: 4 };
}

const problem = (at: Span, more: Partial<Problem> = {}): Problem => ({
  id: "unknown-key",
  at,
  message: message("Unknown key “{0}” in “{1}”.", "azerty", { en: "the notes", fr: "les notes" }),
  ...more,
});
const textOf = (one: Problem) => localize(concealed(one, FILE).message);

test("a message about a line with private text quotes nothing of it", () => {
  expect(textOf(problem(lines(FILE, 2)))).toBe("Unknown key “…” in “the notes”.");
  expect(textOf(problem(lines(FILE, 0)))).toBe("Unknown key “azerty” in “the notes”.");
});

test("a short mark that ends on such a line is hidden, a long one is that of its first line", () => {
  expect(textOf(problem(lines(FILE, 1, 2)))).toContain("“…”");
  expect(textOf(problem(lines(FILE, 2, 5)))).toContain("“…”");
  expect(textOf(problem(lines(FILE, 0, 2)))).toContain("“…”");
  const long = parseFile(FILE.uri, "a: 1\nb: 2\nc: 3\nx-notes:\n  mdp: Azerty2026!\n");
  expect(localize(concealed(problem(lines(long, 1, 4)), long).message)).toContain("“azerty”");
});

test("a related place on such a line hides both messages", () => {
  const related = [{ at: lines(FILE, 2), message: message("“{0}” stands here.", "azerty") }];
  const hidden = concealed(problem(lines(FILE, 0), { related }), FILE);
  expect(localize(hidden.message)).toContain("“…”");
  expect(hidden.related?.map((one) => localize(one.message))).toEqual(["“…” stands here."]);
});

test("a fix that would write words of such a line again is not offered", () => {
  const at = lines(FILE, 2);
  const fixes = ["x: Azerty2026!", "mdp: ~"].map((newText) => ({
    title: message("Replace by “{0}”", newText),
    safety: "sure" as const,
    edits: [{ at, newText }],
  }));
  const hidden = concealed(problem(at, { fixes }), FILE);
  expect(hidden.fixes?.map(({ title, edits }) => [localize(title), edits[0]?.newText])).toEqual([
    ["Replace by “…”", "mdp: ~"],
  ]);
});

test("a text that is private by itself is hidden wherever it is quoted, also in a message within", () => {
  const inner = message("“{0}” is not {1}.", "INE 123456789AB", "a name");
  const quoting = problem(lines(FILE, 0), { message: message("{0} {1}", inner, 7) });
  expect(textOf(quoting)).toBe("“…” is not a name. 7");
  expect(localize(withoutPrivateNames(inner))).toBe("“…” is not a name.");
});

test("problems of private text stay as they are: they quote nothing", () => {
  const secret = problem(lines(FILE, 2), { id: "secret-in-clear" });
  expect(concealed(secret, FILE)).toBe(secret);
});
