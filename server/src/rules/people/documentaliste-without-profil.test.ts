import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { documentalisteWithoutProfil } from "./documentaliste-without-profil.ts";

test("reports a teacher-librarian with another profile", () => {
  checkRule(
    documentalisteWithoutProfil,
    `
professeurs:
  roux:
    fonction: documentaliste
    profil: Profil 2
    #       ^^^^^^^^ “roux” is a teacher-librarian with the profile “Profil 2”: with “Professeur documentaliste”, all students would be visible.
`,
  );
});

test("is reported on the establishment's own text", () => {
  checkRule(
    documentalisteWithoutProfil,
    `
#- base.pronote.yaml
professeurs: { roux: { profil: Profil 1 } }
#- college/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
professeurs: { roux: { fonction: Professeur documentaliste } }
#                                ^^^^^^^^^^^^^^^^^^^^^^^^^ “roux” is a teacher-librarian with the profile “Profil 1”: with “Professeur documentaliste”, all students would be visible.
`,
  );
});

test("reports a profile of the establishment's own that does not show all students", () => {
  checkRule(
    documentalisteWithoutProfil,
    `
profils-professeurs: { CDI: { autorisations: { eleves: { voir-tous-les-eleves: false } } } }
professeurs: { roux: { fonction: Documentaliste, profil: CDI } }
#                                                        ^^^ “roux” is a teacher-librarian with the profile “CDI”: with “Professeur documentaliste”, all students would be visible.
`,
  );
});

test("is silent without a written profile or function, and with a profile made for it", () => {
  checkRule(
    documentalisteWithoutProfil,
    `
profils-professeurs:
  CDI: { autorisations: { eleves: { voir-tous-les-eleves: true } } }
  CDI 2: { comme: Professeur documentaliste }
professeurs:
  a: { fonction: Professeur documentaliste }
  b: { profil: Profil 1 }
  c: { fonction: Professeur documentaliste, profil: CDI }
  d: { fonction: Professeur documentaliste, profil: CDI 2 }
  e: { fonction: Professeur documentaliste, profil: Professeur documentaliste }
  f: { fonction: Enseignant, profil: Profil 2 }
`,
  );
});

test("offers the profile", () => {
  checkFix(
    documentalisteWithoutProfil,
    "professeurs: { roux: { fonction: Documentaliste, profil: Profil 2 } }\n",
    "professeurs: { roux: { fonction: Documentaliste, profil: Professeur documentaliste } }\n",
  );
});
