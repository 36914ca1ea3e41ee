import { expect, test } from "vitest";
import { fixture } from "../../../test/support/fixture.ts";
import { encoded, semanticTokens } from "./semantic-tokens.ts";

/** The tokens of the file with the cursor, one line each: what it is, and its text. */
function tokens(source: string): readonly string[] {
  const { context, texts } = fixture(source);
  const lines = (texts.get(context.file.uri) ?? "").split("\n");
  return semanticTokens(context).map(({ range: { start, end }, type, modifiers }) =>
    [type, ...modifiers, (lines[start.line] ?? "").slice(start.character, end.character)].join(" "),
  );
}

test("names that are declared, mentioned and unresolved are told apart, also in quotes", () => {
  const source = `
#- ecole/personnes.pronote.yaml
professeurs: { martin: { nom: MARTIN } }
matieres: { FRANC: {} }
#- ecole/etablissement.pronote.yaml
classes:
  $06E1: { niveau: 6e, professeur-principal: "martin", services: { FRANC: martni } }
`;
  expect(tokens(source)).toEqual([
    "type declaration 6E1",
    "variable 6e",
    'variable "martin"',
    "variable FRANC",
    "variable unresolved martni",
  ]);
});

test("text that looks like a number, a date or a time is text", () => {
  const source = `
etablissement: { nom: 1984$0, annee-scolaire: 2026-2027, academie: "12" }
periodes: { trimestriel: { T1: { debut: 2026-09-01, fin: 2026-11-27 } } }
securite: { longueur-min: 10 }
`;
  const found = tokens(source);
  expect(found).toContain("string 1984");
  expect(found).toContain("string 2026-2027");
  expect(found.join()).not.toMatch(/"12"|string 10/);
});

test("tokens are in the order of the text, each relative to the one before", () => {
  const { context } = fixture("classes:\n  6A: { niveau: 6e }\n\n  6B$0: { niveau: 6e }\n");
  expect(encoded(semanticTokens(context))).toEqual([
    1, 2, 2, 0, 1, 0, 14, 2, 1, 0, 2, 2, 2, 0, 1, 0, 14, 2, 1, 0,
  ]);
});

test("with a range, only what is on its lines, in long maps and below anchors too", () => {
  const classes = Array.from({ length: 60 }, (_, at) => `  C${at}:\n    libelle: ${at}\n    niveau: 6e\n`);
  const { context } = fixture(`niveaux: { 6e: &n { libelle: 6 } }\nclasses:\n${classes.join("")}  D: *n\n`);
  const on = (from: number, to: number) =>
    semanticTokens(context, {
      range: { start: { line: from, character: 4 }, end: { line: to, character: 5 } },
    }).map(({ range: { start, end }, type }) => [type, start.line, start.character, end.character]);
  expect(on(93, 94)).toEqual([
    ["string", 93, 13, 15],
    ["variable", 94, 12, 14],
  ]);
  expect(on(182, 182)).toEqual([["type", 182, 2, 3]]);
  expect(on(0, 0)).toEqual([
    ["type", 0, 11, 13],
    ["string", 0, 29, 30],
  ]);
  expect(on(500, 600)).toEqual([]);
});
