import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { niveauAgainstName } from "./niveau-against-name.ts";

test("reports a class with the name of another niveau", () => {
  checkRule(
    niveauAgainstName,
    `
classes:
  6E1: { niveau: 5e }
  #              ^^ “6E1” has the name of a class of “6e”, and its niveau is “5e”.
  6E2: { comme: 6E1 }
# ^^^ “6E2” has the name of a class of “6e”, and its niveau is “5e”.
  TG1:
    niveau: 1re
    #       ^^^ “TG1” has the name of a class of “Tle”, and its niveau is “1re”.
`,
  );
});

test("is silent on names without a niveau, on other niveaux and across collège and lycée", () => {
  checkRule(
    niveauAgainstName,
    `
niveaux: { CAP1: { periodicite: semestriel } }
classes:
  6A: { niveau: 6e }
  3PREPA: { niveau: 3e }
  ULIS: { niveau: 5e }
  2CAP: { niveau: CAP1 }
  3A: { niveau: 2de }
  1A: { niveau: 6e }
  Tournesols: { niveau: 1re }
  4B: { periodicite: trimestriel }
`,
  );
});

test("offers the niveau of the name", () => {
  checkFix(niveauAgainstName, "classes: { 6E1: { niveau: 5e } }\n", "classes: { 6E1: { niveau: 6e } }\n");
});
