import { expect, test } from "vitest";
import { plain } from "../../../test/support/effective.ts";
import { changeFile, parseFile } from "../syntax/file.ts";
import { converted } from "./convert.ts";

const URI = "file:///a/etablissement.pronote.yaml";

/** What a file says after a change of one line, and what the same text says when it is read afresh. */
function bothWays(before: string, line: number, text: string) {
  const lines = before.split("\n");
  const file = parseFile(URI, before);
  converted(file);
  const end = { line, character: lines[line]?.length ?? 0 };
  const grown = changeFile(file, { start: { line, character: 0 }, end }, text);
  const fresh = parseFile(URI, lines.with(line, text).join("\n"));
  return [grown, fresh].map((one) => {
    const { value, facts } = converted(one);
    const problems = [facts, ...facts.below].flatMap((part) => part.problems);
    return { value: plain(value), problems: problems.map(({ message }) => message) };
  });
}

test("an alias of what itself names an anchor follows that anchor", () => {
  const before = [
    "licence: { professeurs: &nombre 2 }",
    // Long enough for each class to be kept by itself.
    "classes:".padEnd(45, "\n"),
    "  6A: { services: &services { FRANC: { coefficient: *nombre } } }",
    "  6B: { services: *services }",
    "  6C: { services: *services }",
    "",
  ].join("\n");
  const [grown, fresh] = bothWays(before, 0, "licence: { professeurs: &nombre 3 }");
  expect(grown).toEqual(fresh);
});

test("each alias of what cannot stand there is told, whichever was written last", () => {
  const before = [
    "etablissement: &ici { rne: 0759998K }",
    "classes:",
    "  6A: { niveau: *ici }",
    "  6B: { niveau: *ici }",
    "",
  ].join("\n");
  const [grown, fresh] = bothWays(before, 3, "  6B: { libelle: *ici }");
  expect(fresh?.problems).toHaveLength(2);
  expect(grown).toEqual(fresh);
});

test.each([
  ["a map of several lines", "etablissement: &ici\n  rne: 0759998K\n  nom: Ici\n"],
  ["a list of several lines", "personnels: { petit: { classes: &ici\n  - 6A\n  - 6B\n  } }\n"],
  ["a list", "personnels: { petit: { classes: &ici [6A, 6B] } }\n"],
])("an alias of %s is told where that cannot stand, however often", (_, anchored) => {
  const { facts } = converted(
    parseFile(URI, `${anchored}classes:\n  6A: { libelle: *ici }\n  6B: { libelle: *ici }\n`),
  );
  const problems = [facts, ...facts.below].flatMap((part) => part.problems);
  expect(problems).toHaveLength(2);
  for (const { message } of problems) expect(message).toMatchObject({ args: [{}, { args: ["*ici"] }] });
});

test("an alias of what can stand there is not told", () => {
  const file = parseFile(URI, "etablissement: { nom: &ici Ici }\nclasses: { 6A: { libelle: *ici } }\n");
  const { facts, value } = converted(file);
  expect([facts, ...facts.below].flatMap((part) => part.problems)).toEqual([]);
  expect(plain(value)).toMatchObject({ classes: { "6A": { libelle: "Ici" } } });
});

// What grows sixfold with each level would not end; `test/e2e/cli-input.test.ts` has a bomb in a process that can be ended.
test("of an alias bomb no more is read than is written", () => {
  const levels = Array.from(
    { length: 60 },
    (_, level) =>
      `  C${level}: &c${level} { services: { ${"a,b,c,d,e,f"
        .split(",")
        .map((key) => `${key}: ${level === 0 ? "{}" : `*c${level - 1}`}`)
        .join(", ")} } }`,
  );
  const { value } = converted(parseFile(URI, `classes:\n${levels.join("\n")}\n`));
  expect(JSON.stringify(plain(value)).length).toBeLessThan(levels.join("\n").length);
});
