/** The relations that `x-constraints` may name, by the lines of the schema that use them. */
import { describe, test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";

describe("effect-only", () => {
  const rule = { id: "setting-switched-off" };

  test("reports a setting whose switch is off, at its key", () => {
    checkRule(
      rule,
      `
demi-pension:
  decompte-automatique: false
  heure-decompte: "09:30"
# ^^^^^^^^^^^^^^ “heure-decompte” has no effect while “decompte-automatique” is “false”. What is set beside a switch that is off is never applied: the hour of the count serves only where meals are counted, the number of days only where passwords are renewed periodically.
`,
    );
  });

  test("is silent while the switch is on, unwritten, unfinished or misspelt, or nothing is set", () => {
    for (const text of [
      'demi-pension: { decompte-automatique: true, heure-decompte: "09:30" }\n',
      'demi-pension: { heure-decompte: "09:30" }\n',
      'demi-pension: { decompte-automatique: , heure-decompte: "09:30" }\n',
      'demi-pension: { decompte-automatique: fasle, heure-decompte: "09:30" }\n',
      "demi-pension: { decompte-automatique: false, heure-decompte: }\n",
      "demi-pension: { decompte-automatique: false }\n",
    ])
      checkRule(rule, text);
  });

  const heir = (name: string, counted: boolean) =>
    `#- ${name}/etablissement.pronote.yaml\nherite-de: ../base.pronote.yaml\ndemi-pension: { decompte-automatique: ${counted} }\n`;

  test("reports a base's setting only if no heir uses it", () => {
    const base = '#- base.pronote.yaml\ndemi-pension: { heure-decompte: "09:30" }\n';
    checkRule(rule, `${base}${heir("a", false)}${heir("b", true)}`);
    checkRule(
      rule,
      `${base}#               ^^^^^^^^^^^^^^ “heure-decompte” has no effect while “decompte-automatique” is “false”. What is set beside a switch that is off is never applied: the hour of the count serves only where meals are counted, the number of days only where passwords are renewed periodically. (2 of 2 establishments)
${heir("a", false)}${heir("b", false)}`,
    );
  });

  test("offers to remove the setting, or to switch it on", () => {
    const before = 'demi-pension: { decompte-automatique: false, heure-decompte: "09:30" }\n';
    checkFix(rule, before, "demi-pension: { decompte-automatique: false }\n");
    checkFix(rule, before, 'demi-pension: { decompte-automatique: true, heure-decompte: "09:30" }\n', 1);
  });
});
