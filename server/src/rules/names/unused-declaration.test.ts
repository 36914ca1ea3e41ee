import { test } from "vitest";
import { checkFindings, checkFix, checkRule } from "../../../../test/support/check.ts";
import { unusedDeclaration } from "./unused-declaration.ts";

test("reports what nothing refers to, but not what is predefined or from a base", () => {
  checkRule(
    unusedDeclaration,
    `
#- base.pronote.yaml
matieres: { GREC: { libelle: Grec } }
#- college/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
matieres:
  FRANC: { libelle: Français }
  LATIN: { libelle: Latin }
# ^^^^^ Nothing refers to “LATIN”.
profils-professeurs:
  Profil 2: { mobile: true }
  Visiteurs: { comme: Profil 2 }
# ^^^^^^^^^ Nothing refers to “Visiteurs”.
  Titulaires: { mobile: true }
professeurs: { roux: { profil: Titulaires } }
niveaux: { 6e: { services: { FRANC: {} } } }
`,
  );
});

test("is silent while nothing is referred to, and where something cannot be read", () => {
  checkRule(unusedDeclaration, "matieres: { FRANC: {}, EPS: {} }\nclasses: { 6A: { niveau: 6e } }\n");
  checkRule(
    unusedDeclaration,
    `
matieres: { FRANC: {}, EPS: , LATIN: ~ }
classes: { 6A: { services: { FRANC: {} } } }
groupes-utilisateurs: { CPE: { type: modif }, Gestion: { type: modif } }
personnels: { durand: { mode-administratif: Gestion } }
`,
  );
  checkRule(
    unusedDeclaration,
    'matieres: { FRANC: {}, EPS: {} }\nclasses: { 6A: { services: { FRANC: {} } } }\ngroupes-eleves: { G: "\n',
  );
});

test("does not count a reference that is removed", () => {
  checkRule(
    unusedDeclaration,
    `
#- base.pronote.yaml
niveaux: { 6e: { services: { EPS: {}, FRANC: {} } } }
#- college/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
matieres: { FRANC: {}, EPS: {} }
#                      ^^^ Nothing refers to “EPS”.
niveaux: { 6e: { services: { EPS: ~ } } }
`,
  );
});

test("offers to remove it", () => {
  checkFix(
    unusedDeclaration,
    "matieres: { FRANC: {}, EPS: {} }\nclasses: { 6A: { services: { FRANC: {} } } }\n",
    "matieres: { FRANC: {} }\nclasses: { 6A: { services: { FRANC: {} } } }\n",
  );
});

test("is silent where an unknown reference may be a misspelling of it", () => {
  checkFindings(`
matieres: { FRANC: {}, EPS: {} }
classes: { 6A: { periodicite: trimestriel, services: { FRANCC: {}, EPS: {} } } }
#                                                      ^^^^^^ unknown-reference: “FRANCC” is not declared: there is no such name among the subjects. The nearest: “FRANC”.
`);
});
