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

test("with a range, only what is on its lines", () => {
  const { context } = fixture("classes:\n  6E1: {}\n  6E2: {}\n  6E3: {}\n");
  const range = { start: { line: 2, character: 4 }, end: { line: 2, character: 5 } };
  expect(semanticTokens(context, { range }).map((token) => token.range.start)).toEqual([
    { line: 2, character: 2 },
  ]);
});
