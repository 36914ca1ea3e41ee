import { expect, test } from "vitest";
import { fixture } from "../../../test/support/fixture.ts";
import { places } from "../../../test/support/places.ts";
import { definition } from "./definition.ts";

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
