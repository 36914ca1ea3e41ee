import { test } from "vitest";
import { checkRule } from "../../../../test/support/check.ts";
import { duplicateDeclaration } from "./duplicate-declaration.ts";

test("reports a teacher with the name of a member of the staff, in whatever file", () => {
  checkRule(
    duplicateDeclaration,
    `
#- a.pronote.yaml
personnels: { durand: { nom: DURAND } }
#- b.pronote.yaml
professeurs:
  durand: { nom: DURAND }
# ^^^^^^ “durand” already names a member of the staff. Teachers and staff share one set of names, so that each can be meant in a list.
  roux: { nom: ROUX }
`,
  );
});

test("is reported on the establishment's own text over a base", () => {
  checkRule(
    duplicateDeclaration,
    `
#- base.pronote.yaml
professeurs: { durand: { nom: DURAND } }
#- college/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
personnels: { durand: { nom: DURAND } }
#             ^^^^^^ “durand” already names a member of the staff. Teachers and staff share one set of names, so that each can be meant in a list.
`,
  );
});

test("reports a class with the name of a niveau that has others, or is another's", () => {
  checkRule(
    duplicateDeclaration,
    `
niveaux: { ULIS: { periodicite: trimestriel } }
classes:
  6e: { niveau: 6e }
# ^^ “6e” is also a niveau, and this is not its only class: in a list of classes nobody could tell which is meant.
  6B: { niveau: 6e }
  ULIS: { niveau: 5e }
# ^^^^ “ULIS” is also a niveau, and this is not its only class: in a list of classes nobody could tell which is meant.
  Tle: { niveau: Tle }
  2de: { periodicite: trimestriel }
`,
  );
});

test("counts the classes of niveaux that stand on the one with the same name", () => {
  checkRule(
    duplicateDeclaration,
    `
niveaux: { 1re générale: { comme: 1re }, Tle générale: { comme: Tle } }
classes:
  1re: { niveau: 1re générale }
  Tle: { niveau: Tle }
# ^^^ “Tle” is also a niveau, and this is not its only class: in a list of classes nobody could tell which is meant.
  TG1: { niveau: Tle générale }
`,
  );
});

test("is silent on what is removed", () => {
  checkRule(duplicateDeclaration, "personnels: { durand: ~ }\nprofesseurs: { durand: { nom: DURAND } }\n");
});
