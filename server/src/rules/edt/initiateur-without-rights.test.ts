import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { initiateurWithoutRights } from "./initiateur-without-rights.ts";

const says =
  "“leroy” cannot run the transfer from EDT: PRONOTE leaves it to the SPR and to super-administrateurs, here “durand”.";
const PEOPLE = "personnels: { durand: { spr: true }, leroy: { mode-administratif: CPE } }\n";

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
    "personnels: { leroy: { nom: LEROY } }\nedt: { transfert: { initiateur: leroy } }\n",
  );
  checkRule(initiateurWithoutRights, `${PEOPLE}edt: { transfert: { initiateur: durand } }\n`);
  checkRule(initiateurWithoutRights, `${PEOPLE}edt: { transfert: { initiateur: inconnu } }\n`);
  checkRule(
    initiateurWithoutRights,
    "personnels: { a: { spr: true }, b: { spr: oui } }\nedt: { transfert: { initiateur: b } }\n",
  );
});

test("names somebody who may", () => {
  const text = `${PEOPLE}edt: { transfert: { initiateur: leroy } }\n`;
  checkFix(initiateurWithoutRights, text, text.replace("initiateur: leroy", "initiateur: durand"));
});
