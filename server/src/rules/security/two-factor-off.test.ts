import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { twoFactorOff } from "./two-factor-off.ts";

test("reports each audience for which it is off", () => {
  checkRule(
    twoFactorOff,
    `
securite:
  double-authentification:
    professeurs: desactivee
    #            ^^^^^^^^^^ Without the second step, a stolen password is enough to sign in as one of the professeurs from any device.
    personnels: imposee
`,
  );
});

test("is silent while it is not written", () => {
  checkRule(twoFactorOff, "securite: { double-authentification: { personnels: proposee } }\n");
  checkRule(twoFactorOff, "securite: { double-authentification: { personnels: non } }\n");
});

test("offers to propose it", () => {
  checkFix(
    twoFactorOff,
    "securite: { double-authentification: { personnels: desactivee } }\n",
    "securite: { double-authentification: { personnels: proposee } }\n",
  );
});
