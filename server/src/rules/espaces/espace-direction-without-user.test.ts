import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { espaceDirectionWithoutUser } from "./espace-direction-without-user.ts";

const says =
  "The Espace Direction is published, and nobody is entitled to it: it is for those whose “mode-administratif” is “Administration”.";

test("reports a published Espace Direction to which nobody is entitled", () => {
  checkRule(
    espaceDirectionWithoutUser,
    `
espaces: { direction: { publie: true } }
#                               ^^^^ ${says}
personnels:
  durand: { mode-vie-scolaire: Profil 1 }
  leroy: { mode-administratif: CPE }
`,
  );
  checkRule(
    espaceDirectionWithoutUser,
    `
#- base.pronote.yaml
espaces:
  direction:
    publie: true
#           ^^^^ ${says}
#- ecole/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
personnels: { durand: { mode-vie-scolaire: Profil 1 } }
`,
  );
});

test("is silent where somebody is, or may be once everything is written", () => {
  checkRule(
    espaceDirectionWithoutUser,
    "espaces: { direction: { publie: false } }\npersonnels: { a: { mode-vie-scolaire: P } }\n",
  );
  checkRule(
    espaceDirectionWithoutUser,
    'espaces: { direction: { publie: true } }\npersonnels:\n  a: { mode-vie-scolaire: P }\n  b: { mode-vie-scolaire: "P }\n',
  );
  const published = "espaces: { direction: { publie: true } }\n";
  checkRule(
    espaceDirectionWithoutUser,
    `${published}personnels: { durand: { mode-administratif: Administration }, a: { mode-vie-scolaire: P } }\n`,
  );
  checkRule(
    espaceDirectionWithoutUser,
    `${published}personnels: { durand: { nom: DURAND }, a: { mode-vie-scolaire: P } }\n`,
  );
  checkRule(
    espaceDirectionWithoutUser,
    `${published}personnels: { durand: , a: { mode-vie-scolaire: P } }\n`,
  );
  checkRule(
    espaceDirectionWithoutUser,
    `${published}personnels: { durand: { spr: true, mode-vie-scolaire: P } }\n`,
  );
  checkRule(espaceDirectionWithoutUser, published);
});

test("stops the publication", () => {
  const text = "espaces: { direction: { publie: true } }\npersonnels: { a: { mode-vie-scolaire: P } }\n";
  checkFix(espaceDirectionWithoutUser, text, text.replace("true", "false"));
});
