import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { profilCannotEnterDevoirs } from "./profil-cannot-enter-devoirs.ts";

test("reports a profile that refuses tests to those who give grades, once", () => {
  checkRule(
    profilCannotEnterDevoirs,
    `
profils-professeurs:
  Profil 2:
    autorisations:
      notes:
        saisir-devoirs: false
        #               ^^^^^ The profile “Profil 2” does not allow entering tests, so that nobody can enter a grade in FRANC (6A), LATIN (LAT).
professeurs: { martin: { profil: Profil 2 }, roux: { nom: ROUX } }
classes:
  6A: { services: { FRANC: martin, EPS: roux } }
groupes-eleves: { LAT: { services: { LATIN: martin } } }
`,
  );
});

test("is reported on the establishment's own text where a base writes the right, also through comme", () => {
  checkRule(
    profilCannotEnterDevoirs,
    `
#- academie.pronote.yaml
profils-professeurs:
  Profil 1: { autorisations: { notes: { saisir-devoirs: false } } }
  Invités: { comme: Profil 1 }
#- college/etablissement.pronote.yaml
herite-de: ../academie.pronote.yaml
professeurs: { martin: { profil: Invités }, roux: { nom: ROUX } }
#                                ^^^^^^^ The profile “Invités” does not allow entering tests, so that nobody can enter a grade in FRANC (6A).
classes:
  6A: { services: { FRANC: martin, EPS: roux } }
  #                                     ^^^^ The profile “Profil 1” does not allow entering tests, so that nobody can enter a grade in EPS (6A).
`,
  );
});

test("is silent where the right is not written, the service has no grades or another teacher may enter them", () => {
  checkRule(
    profilCannotEnterDevoirs,
    `
profils-professeurs:
  Profil 2: { autorisations: { notes: { saisir-devoirs: false } } }
  Profil 3: { autorisations: { notes: { saisir-notes: true } } }
professeurs: { martin: { profil: Profil 2 }, roux: { profil: Profil 3 } }
classes:
  6A:
    services:
      FRANC: [martin, roux]
      EMC: { professeurs: martin, mode: sans-notes }
      EPS: { professeurs: martin, actif: false }
      CIN: { professeurs: martin, mode: avec }
      LAT: roux
      GREC: inconnu
`,
  );
});

test("offers to tick the right", () => {
  checkFix(
    profilCannotEnterDevoirs,
    `
profils-professeurs: { Profil 1: { autorisations: { notes: { saisir-devoirs: false } } } }
professeurs: { martin: { nom: MARTIN } }
classes: { 6A: { services: { FRANC: martin } } }
`,
    `
profils-professeurs: { Profil 1: { autorisations: { notes: { saisir-devoirs: true } } } }
professeurs: { martin: { nom: MARTIN } }
classes: { 6A: { services: { FRANC: martin } } }
`,
  );
});
