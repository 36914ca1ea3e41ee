import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { recoveredPasswordInLetter } from "./recovered-password-in-letter.ts";

const says =
  "The letter promises the password, but last year's passwords are recovered: PRONOTE can neither print nor send one that its user has personalised.";

test("reports a letter that promises a recovered password", () => {
  checkRule(
    recoveredPasswordInLetter,
    `
recuperation: { donnees: { identifiants: true } }
informations-connexion:
  eleves: { contenu: { mot-de-passe: true } }
#                                    ^^^^ ${says}
  personnels:
    contenu:
      mot-de-passe: true
#                   ^^^^ ${says}
`,
  );
});

test("is reported on the establishment's own box", () => {
  checkRule(
    recoveredPasswordInLetter,
    `
#- base.pronote.yaml
informations-connexion: { responsables: { contenu: { mot-de-passe: true } } }
#- ecole/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
recuperation: { donnees: { identifiants: true } }
#                                        ^^^^ ${says}
`,
  );
});

test("is silent where passwords are new, or not promised", () => {
  checkRule(
    recoveredPasswordInLetter,
    "informations-connexion: { eleves: { contenu: { mot-de-passe: true } } }\n",
  );
  checkRule(
    recoveredPasswordInLetter,
    "recuperation: { donnees: { identifiants: true } }\ninformations-connexion: { eleves: { contenu: { mot-de-passe: false } } }\n",
  );
});

test("leaves the password out, or recovers none", () => {
  const text =
    "recuperation: { donnees: { identifiants: true } } # oui\ninformations-connexion: { eleves: { contenu: { mot-de-passe: true } } }\n";
  checkFix(recoveredPasswordInLetter, text, text.replace("mot-de-passe: true", "mot-de-passe: false"));
  checkFix(recoveredPasswordInLetter, text, text.replace("identifiants: true", "identifiants: false"), 1);
});
