import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { initiateurWithoutRights } from "./initiateur-without-rights.ts";

const says =
  "“leroy” cannot run the transfer from EDT: into a hosted base only the SPR and super-administrateurs may, here “durand”.";
const HOSTED = "hebergement: { mode: heberge }\n";
const STAFF = "personnels: { durand: { spr: true }, leroy: { mode-administratif: CPE } }\n";
const PEOPLE = `${HOSTED}${STAFF}`;

test("reports an initiator without the right", () => {
  checkRule(
    initiateurWithoutRights,
    `${PEOPLE}edt: { transfert: { initiateur: leroy } }
#                               ^^^^^ ${says}
`,
  );
  checkRule(
    initiateurWithoutRights,
    `
#- base.pronote.yaml
edt: { transfert: { initiateur: leroy } }
#- ecole/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
hebergement: { mode: heberge }
personnels:
  durand: { super-administrateur: true }
  leroy: { nom: LEROY }
# ^^^^^ ${says}
`,
  );
});

test("is silent where this is not decided, and on names that are unknown", () => {
  checkRule(
    initiateurWithoutRights,
    `${HOSTED}personnels: { leroy: { nom: LEROY } }\nedt: { transfert: { initiateur: leroy } }\n`,
  );
  checkRule(initiateurWithoutRights, `${PEOPLE}edt: { transfert: { initiateur: durand } }\n`);
  checkRule(initiateurWithoutRights, `${PEOPLE}edt: { transfert: { initiateur: inconnu } }\n`);
  checkRule(
    initiateurWithoutRights,
    `${HOSTED}personnels: { a: { spr: true }, b: { spr: oui } }\nedt: { transfert: { initiateur: b } }\n`,
  );
});

test.each([
  ["not written", ""],
  ["self-hosted", "hebergement: { mode: non-heberge }\n"],
])("is silent when the mode is %s: it is said of hosted bases only", (_, mode) => {
  checkRule(initiateurWithoutRights, `${mode}${STAFF}edt: { transfert: { initiateur: leroy } }\n`);
});

test("names somebody who may", () => {
  const text = `${PEOPLE}edt: { transfert: { initiateur: leroy } }\n`;
  checkFix(initiateurWithoutRights, text, text.replace("initiateur: leroy", "initiateur: durand"));
});
