import { expect, test } from "vitest";
import { fixture } from "../../../test/support/fixture.ts";
import { places } from "../../../test/support/places.ts";
import { declaration, definition } from "./definition.ts";

function defined(source: string): string {
  const target = fixture(source);
  return places(target, definition(target.context, { position: target.position }));
}

const BASE = `
#- academie.pronote.yaml
matieres: { FRANC: { libelle: Français } }
niveaux:
  6e: { periodicite: trimestriel, services: { FRANC: { coefficient: 2 } } }
#- ecole/personnes.pronote.yaml
professeurs:
  martin: { nom: MARTIN }
#- ecole/etablissement.pronote.yaml
`;

test.each([
  [
    "a name to its declaration in another file",
    "classes: { 6E1: { professeur-principal: mar$0tin } }",
    "ecole/personnes.pronote.yaml:2 martin",
  ],
  [
    "the key of a service to its declaration in a base",
    "herite-de: ../academie.pronote.yaml\nclasses: { 6E1: { services: { FR$0ANC: martin } } }",
    "academie.pronote.yaml:1 FRANC",
  ],
  ["`herite-de` to the base file", "herite-de: ../acad$0emie.pronote.yaml", "academie.pronote.yaml:1 "],
  [
    "an alias to its anchor",
    "classes:\n  6E1: &a { niveau: 6e }\n  6E2: *$0a",
    "ecole/etablissement.pronote.yaml:2 { niveau: 6e }",
  ],
  [
    "a value to the one that it overrides",
    "herite-de: ../academie.pronote.yaml\nclasses: { 6E1: { niveau: 6e, perio$0dicite: semestriel } }",
    "academie.pronote.yaml:3 trimestriel",
  ],
  ["a declaration to itself", "classes: { 6$0E1: {} }", "ecole/etablissement.pronote.yaml:1 6E1"],
  ["a word that is not a name to nothing", "etablissement: { nom: Coll$0ège }", ""],
  ["an empty line to nothing", "$0", ""],
])("definition leads from %s", (_, source, expected) => {
  expect(defined(`${BASE}${source}\n`)).toBe(expected);
});

const SCHOOLS = `
#- academie.pronote.yaml
classes: { 6A: { niveau: 6e, periodicite: trimestriel } }
#- a/etablissement.pronote.yaml
herite-de: ../academie.pronote.yaml
niveaux: { 6e: {} }
classes: { 6B: { niveau: 6e } }
#- b/etablissement.pronote.yaml
herite-de: ../academie.pronote.yaml
niveaux: { 6e: {} }
classes: { 6A: { periodicite: semestriel } }
`;

test("definition of a name that several schools declare is that of this one", () => {
  expect(defined(SCHOOLS.replace("6B: { niveau: 6e", "6B: { niveau: 6$0e"))).toBe(
    "a/etablissement.pronote.yaml:2 6e",
  );
});

test("in a base, a name that only heirs declare leads to all of them", () => {
  expect(defined(SCHOOLS.replace("niveau: 6e, ", "niveau: 6$0e, "))).toMatchInlineSnapshot(`
    "a/etablissement.pronote.yaml:2 6e
    b/etablissement.pronote.yaml:2 6e"
  `);
});

test("in a base, a name that it declares leads there alone, and the values of heirs count for nothing", () => {
  const declared = SCHOOLS.replace("classes:", "niveaux: { 6e: {} }\nclasses:");
  expect(defined(declared.replace("niveau: 6e, ", "niveau: 6$0e, "))).toBe("academie.pronote.yaml:1 6e");
  expect(defined(SCHOOLS.replace("periodicite: tri", "perio$0dicite: tri"))).toBe("");
});

test("the declaration of a thing, and of a value, is where it is inherited from; of a name, where it is defined", () => {
  const source = `
profils-professeurs:
  Profil 1: { autorisations: { notes: { saisir-devoirs: true } } }
  Profil 2: { comme: Profil 1, autorisations: { notes: { saisir-devoirs: false } } }
professeurs: { martin: { profil: Profil 2 } }
`;
  const declared = (from: string, to: string) => {
    const { context, position } = fixture(source.replace(from, to));
    return declaration(context, { position })?.map(({ range: { start } }) => [start.line, start.character]);
  };
  expect(declared("  Profil 2:", "  Pro$0fil 2:")).toEqual([[1, 2]]);
  expect(declared("saisir-devoirs: false", "saisir-devoirs: fal$0se")).toEqual([[1, 56]]);
  expect(declared("profil: Profil 2", "profil: Pro$0fil 2")).toEqual([[2, 2]]);
  expect(
    declared(
      "autorisations: { notes: { saisir-devoirs: true",
      "autorisations: { notes: { saisir-devoirs: tr$0ue",
    ),
  ).toBeUndefined();
});
