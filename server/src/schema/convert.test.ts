import { expect, test } from "vitest";
import { plain } from "../../../test/support/effective.ts";
import { changeFile, parseFile } from "../syntax/file.ts";
import { converted } from "./convert.ts";
import type { Value } from "./value.ts";

const URI = "file:///a/etablissement.pronote.yaml";

/** The conversion of a file after a change of one line, and that of the same text parsed anew. */
function bothWays(before: string, line: number, text: string) {
  const lines = before.split("\n");
  const file = parseFile(URI, before);
  converted(file);
  const end = { line, character: lines[line]?.length ?? 0 };
  const changed = changeFile(file, { start: { line, character: 0 }, end }, text);
  const fresh = parseFile(URI, lines.with(line, text).join("\n"));
  return [changed, fresh].map((file) => {
    const { value, index } = converted(file);
    const problems = [index, ...index.below].flatMap((part) => part.problems);
    return { value: plain(value), problems: problems.map(({ message }) => message) };
  });
}

test("an alias of a text with an alias follows a change of the inner anchor", () => {
  const before = [
    "licence: { professeurs: &nombre 2 }",
    // Long enough for each class to be cached by itself.
    "classes:".padEnd(45, "\n"),
    "  6A: { services: &services { FRANC: { coefficient: *nombre } } }",
    "  6B: { services: *services }",
    "  6C: { services: *services }",
    "",
  ].join("\n");
  const [changed, fresh] = bothWays(before, 0, "licence: { professeurs: &nombre 3 }");
  expect(changed).toEqual(fresh);
});

test("each alias whose text does not fit is reported, whichever was written last", () => {
  const before = [
    "etablissement: &ici { rne: 0759998K }",
    "classes:",
    "  6A: { niveau: *ici }",
    "  6B: { niveau: *ici }",
    "",
  ].join("\n");
  const [changed, fresh] = bothWays(before, 3, "  6B: { libelle: *ici }");
  expect(fresh?.problems).toHaveLength(2);
  expect(changed).toEqual(fresh);
});

test.each([
  ["a map of several lines", "etablissement: &ici\n  rne: 0759998K\n  nom: Ici\n"],
  ["a list of several lines", "personnels: { petit: { classes: &ici\n  - 6A\n  - 6B\n  } }\n"],
  ["a list", "personnels: { petit: { classes: &ici [6A, 6B] } }\n"],
])("every alias of %s that does not fit is reported", (_, anchored) => {
  const { index } = converted(
    parseFile(URI, `${anchored}classes:\n  6A: { libelle: *ici }\n  6B: { libelle: *ici }\n`),
  );
  const problems = [index, ...index.below].flatMap((part) => part.problems);
  expect(problems).toHaveLength(2);
  for (const { message } of problems) expect(message).toMatchObject({ args: [{}, { args: ["*ici"] }] });
});

test("an alias whose text fits is not reported", () => {
  const file = parseFile(URI, "etablissement: { nom: &ici Ici }\nclasses: { 6A: { libelle: *ici } }\n");
  const { index, value } = converted(file);
  expect([index, ...index.below].flatMap((part) => part.problems)).toEqual([]);
  expect(plain(value)).toMatchObject({ classes: { "6A": { libelle: "Ici" } } });
});

test("an anchored text is read anew for each kind of thing that it stands for", () => {
  const { value } = converted(
    parseFile(
      URI,
      "salles: { A: &a { capacite: 3 }, B: *a }\nmatieres: { F: *a }\ngroupes-eleves: { G: *a }\n",
    ),
  );
  const titleAt = (...path: readonly string[]) => {
    const found = path.reduce<Value | undefined>(
      (at, name) => (at?.kind === "map" ? at.entries.get(name)?.value : undefined),
      value,
    );
    return found?.kind === "map" ? found.schema.title?.en : undefined;
  };
  expect([titleAt("salles", "B"), titleAt("matieres", "F"), titleAt("groupes-eleves", "G")]).toEqual([
    titleAt("salles", "A"),
    "Subject",
    "Group of students",
  ]);
});

// Reading that grows sixfold with each level would not end; `test/e2e/cli-input.test.ts` has such a bomb in a process
// that can be ended.
test("an alias bomb is not expanded", () => {
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
