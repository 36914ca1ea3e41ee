import { expect, test } from "vitest";
import { checkFix, checkRule, findingsIn } from "../../../../test/support/check.ts";
import { fixture } from "../../../../test/support/fixture.ts";
import { unknownReference } from "./unknown-reference.ts";

test("reports a class that no file declares", () => {
  checkRule(
    unknownReference,
    `
#- classes.pronote.yaml
classes: { 3A: { periodicite: trimestriel } }
#- groupes.pronote.yaml
groupes-eleves:
  LATIN: { classes: [3A, 3AA] }
  #                      ^^^ “3AA” is not declared: there is no such name among the classes and the niveaux. The nearest: “3A”.
`,
  );
});

test("accepts the words for several, niveaux and predefined names", () => {
  checkRule(
    unknownReference,
    `
classes: { 3A: { niveau: 3e } }
groupes-eleves: { LATIN: { classes: [3e, toutes] } }
`,
  );
});

test("reports the key of a service that is no matière, unless it names one", () => {
  checkRule(
    unknownReference,
    `
matieres: { LATIN: { libelle: Latin } }
professeurs: { roux: { nom: ROUX } }
classes:
  3A: { services: { LATIN: roux, LATIN-2: { matiere: LATIN, professeurs: roux }, LATTIN: roux } }
  #                                                                              ^^^^^^ “LATTIN” is not declared: there is no such name among the subjects. The nearest: “LATIN”.
`,
  );
});

test("is silent where nothing of a kind is written, and where a block cannot be read", () => {
  checkRule(unknownReference, "classes: { 3A: { services: { LATIN: roux } } }\n");
  checkRule(
    unknownReference,
    `
classes: { 3A: { professeur-principal: roux } }
professeurs:
  martin: { nom: MARTIN }
  roux: { nom: "ROUX }
`,
  );
});

test("is silent on what is removed, and reports what a base writes", () => {
  checkRule(
    unknownReference,
    `
#- base.pronote.yaml
classes: { 3A: { professeur-principal: lent } }
#                                      ^^^^ “lent” is not declared: there is no such name among the teachers.
professeurs: { roux: { nom: ROUX } }
#- ecole/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
classes: { 3B: ~ }
`,
  );
});

test("a fonction or niveau that a base selects is unknown only if no heir has it", () => {
  const base = (mark: string) => `
#- base.pronote.yaml
salles: { CDI: { gestionnaires: Intendant } }
${mark}professeurs: { roux: { nom: ROUX } }
personnels: { chef: { nom: TESSIER, fonction: Principal } }
#- a/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
#- b/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
`;
  const unknown =
    "“Intendant” is not declared: there is no such name among the teachers, the staff and the functions.";
  checkRule(
    unknownReference,
    base(`#                               ^^^^^^^^^ ${unknown} (2 of 2 establishments)\n`),
  );
  checkRule(unknownReference, `${base("")}personnels: { petit: { nom: PETIT, fonction: Intendant } }\n`);
});

test("offers the nearest class", () => {
  checkFix(
    unknownReference,
    `
classes: { 3A: {} }
groupes-eleves: { LATIN: { classes: [3AA] } }
`,
    `
classes: { 3A: {} }
groupes-eleves: { LATIN: { classes: [3A] } }
`,
  );
});

test("reports a name that is mentioned in several places at the first; the others are related information", () => {
  const found = findingsIn(
    fixture(`
#- b.pronote.yaml
classes: { 6C: { periodicite: trimestriel, professeur-principal: [martin, martn] } }
#- a.pronote.yaml
professeurs: { martin: { nom: MARTIN } }
classes:
  6A: { periodicite: trimestriel, professeur-principal: martn }
  6B: { periodicite: trimestriel, professeur-principal: martn }
`),
  );
  expect(found.map(({ id, at, related }) => [id, at.block.uri.split("/").at(-1), related?.length])).toEqual([
    ["unknown-reference", "a.pronote.yaml", 2],
  ]);
});

test("a declaration that nothing mentions is told in place of several mentions of a name near to it", () => {
  const text = `
professeurs:
  marttin: { nom: MARTIN }
# ^^^^^^^ “marttin” is declared and never mentioned; “martin” is mentioned and not declared.
  roux: { nom: ROUX }
classes:
  6A: { periodicite: trimestriel, professeur-principal: martin }
  6B: { periodicite: trimestriel, professeur-principal: [roux, martin] }
`;
  checkRule(unknownReference, text);
  checkFix(unknownReference, text, text.replace("marttin:", "martin:"));
  expect(findingsIn(fixture(text)).map(({ id, related }) => [id, related?.length])).toEqual([
    ["unknown-reference", 2],
  ]);
});

test("a name of something else is told as what it is", () => {
  checkRule(
    unknownReference,
    `
salles: { CDI: {} }
professeurs: { roux: { nom: ROUX } }
classes: { 6A: { periodicite: trimestriel, professeur-principal: CDI } }
#                                                                ^^^ “CDI” is a room; a teacher is wanted here.
`,
  );
});

test("a name that is mentioned once, and one near to a name in use, are told where they are mentioned", () => {
  checkRule(
    unknownReference,
    `
professeurs: { marttin: { nom: LEROY }, roux: { nom: ROUX } }
classes:
  6A: { periodicite: trimestriel, professeur-principal: martin }
#                                                       ^^^^^^ “martin” is not declared: there is no such name among the teachers. The nearest: “marttin”.
  6B: { periodicite: trimestriel, professeur-principal: [roux, rouux] }
#                                                              ^^^^^ “rouux” is not declared: there is no such name among the teachers. The nearest: “roux”.
  6C: { periodicite: trimestriel, professeur-principal: rouux }
`,
  );
});
