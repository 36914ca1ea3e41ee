import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { settingSwitchedOff } from "./setting-switched-off.ts";

test("reports an hour without a count, and days without a period", () => {
  checkRule(
    settingSwitchedOff,
    `
demi-pension:
  decompte-automatique: false
  heure-decompte: "09:30"
# ^^^^^^^^^^^^^^ “heure-decompte” has no effect while “decompte-automatique” is “false”.
securite: { renouvellement: aucun, renouvellement-jours: 90 }
#                                  ^^^^^^^^^^^^^^^^^^^^ “renouvellement-jours” has no effect while “renouvellement” is “aucun”.
`,
  );
});

test("is silent while the other setting is not written, or is on", () => {
  checkRule(settingSwitchedOff, 'demi-pension: { heure-decompte: "09:30" }\n');
  checkRule(settingSwitchedOff, "securite: { renouvellement: periodique, renouvellement-jours: 90 }\n");
  checkRule(settingSwitchedOff, "demi-pension: { decompte-automatique: false, heure-decompte: }\n");
});

test("offers to remove it", () => {
  checkFix(
    settingSwitchedOff,
    "securite: { renouvellement: aucun, renouvellement-jours: 90 }\n",
    "securite: { renouvellement: aucun }\n",
  );
});
