import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { usedButNotRecovered } from "./used-but-not-recovered.ts";

const says = (name: string, box: string) =>
  `“${name}” is used and described nowhere here, and “${box}” is not recovered: PRONOTE will not know it.`;

test("reports a name of last year's whose kind is not recovered", () => {
  checkRule(
    usedButNotRecovered,
    `
recuperation: { donnees: { modeles: false } }
#                                   ^^^^^ ${says("Lettre de rentrée", "modeles")}
informations-connexion: { responsables: { modele-lettre: Lettre de rentrée } }
`,
  );
});

test("reports many names once, and on the name where a base has the box", () => {
  checkRule(
    usedButNotRecovered,
    `
#- base.pronote.yaml
recuperation: { donnees: { autorisations: false } }
#- ecole/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
professeurs:
  martin:
    profil: Profil 3
#           ^^^^^^^^ ${says("Profil 3", "autorisations")}
`,
  );
  checkRule(
    usedButNotRecovered,
    `
recuperation: { donnees: { autorisations: false } }
#                                         ^^^^^ ${says("Profil 3", "autorisations")} (2 times)
professeurs: { martin: { profil: Profil 3 }, roux: { profil: Profil 4 } }
`,
  );
});

test("is silent on names that are declared or predeclared, and on boxes that are ticked or not decided", () => {
  checkRule(
    usedButNotRecovered,
    `
recuperation: { donnees: { autorisations: false, modeles: false } }
profils-professeurs: { Profil 3: {} }
professeurs: { martin: { profil: Profil 3 }, roux: { profil: Profil 1 } }
`,
  );
  checkRule(
    usedButNotRecovered,
    "recuperation: { donnees: { autorisations: true } }\nprofesseurs: { a: { profil: P } }\n",
  );
  checkRule(usedButNotRecovered, "professeurs: { a: { profil: P } }\n");
});

test("ticks the box", () => {
  const text = "recuperation: { donnees: { autorisations: false } }\nprofesseurs: { a: { profil: P } }\n";
  checkFix(usedButNotRecovered, text, text.replace("false", "true"));
});
