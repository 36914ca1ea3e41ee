import { test } from "vitest";
import { checkRule } from "../../../../test/support/check.ts";
import { reservedName } from "./reserved-name.ts";

test("reports words for several and functions as names", () => {
  checkRule(
    reservedName,
    `
personnels:
  professeurs: { nom: DURAND }
# ^^^^^^^^^^^ “professeurs” stands for all of them wherever people are listed: nobody can have this name.
  CPE: { nom: PETIT }
# ^^^ “CPE” is a function: wherever people are listed it stands for all who hold it, so that nobody can have this name.
  noir: { fonction: CPE }
professeurs: { personnels: { nom: ROUX } }
#              ^^^^^^^^^^ “personnels” stands for all of them wherever people are listed: nobody can have this name.
classes: { toutes: { niveau: 6e } }
#          ^^^^^^ “toutes” stands for all classes wherever classes are listed: none can have this name.
`,
  );
});

test("is silent on other names, and on a function that is written otherwise", () => {
  checkRule(
    reservedName,
    `
personnels: { cpe: { nom: DURAND, fonction: CPE }, toutes: { nom: PETIT } }
classes: { professeurs: { niveau: 6e } }
`,
  );
});
