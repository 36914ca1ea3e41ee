import { expect, test } from "vitest";
import { parseFile } from "../syntax/file.ts";
import { privacyOf } from "./file-privacy.ts";

/** The lines of a text that hold private text, and the ids of the problems that only this search finds. */
function privacyIn(text: string, path = "college/etablissement.pronote.yaml") {
  const { lines, problems } = privacyOf(parseFile(`file:///${encodeURI(path)}`, text));
  return { lines: [...lines].sort((a, b) => a - b), problems: problems.map(({ id }) => id) };
}

const NONE = { lines: [], problems: [] };

test("the lines of private text are hidden, also those of a value below its key", () => {
  expect(privacyIn("salles: {}\n")).toEqual(NONE);
  expect(privacyIn("classes:\n  6A: # INE 123456789AB\n    niveau: 6e\n").lines).toEqual([1]);
  expect(privacyIn("eleves:\n  dupont:\n    regime: DP\n    note: x\nsalles: {}\n").lines).toEqual([
    0, 1, 2, 3,
  ]);
});

test("private text in a place that nothing else looks at is a problem of its own", () => {
  expect(privacyIn("x-notes:\n  - fiche: 06 12 34 56 78\n")).toEqual({
    lines: [1],
    problems: ["personal-data"],
  });
});

test("a telephone number of the establishment is hidden nowhere", () => {
  expect(privacyIn("etablissement:\n  telephone: 01 23 45 67 89\n")).toEqual(NONE);
});

test.each([
  ["123456789AB.pronote.yaml", 1],
  ["123456789AB.pronote.yml", 1],
  ["01 23 45 67 89.pronote.yml", 1],
  ["123456789AB/etablissement.pronote.yaml", 1],
  ["123456789AB/classes.pronote.yaml", 0],
  ["classes.pronote.yaml", 0],
])("the name of a file, or of the folder of a main file, is looked at: %s", (path, count) => {
  expect(privacyIn("salles: {}\n", path)).toEqual({
    lines: [],
    problems: Array.from({ length: count }, () => "personal-data"),
  });
});
