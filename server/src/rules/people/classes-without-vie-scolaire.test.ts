import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { classesWithoutVieScolaire } from "./classes-without-vie-scolaire.ts";

test("reports a choice of classes without the school-life mode", () => {
  checkRule(
    classesWithoutVieScolaire,
    `
personnels:
  durand:
    mode-administratif: CPE
    mode-vie-scolaire: ~
    classes: [6e]
#   ^^^^^^^ “durand” has no school-life mode: this list has no effect. It holds in that mode only.
professeurs: { roux: { classes: 6e } }
#                      ^^^^^^^ “roux” has no school-life mode: this list has no effect. The classes of a teacher follow from the services.
`,
  );
});

test("is silent with the mode, and while no mode is written", () => {
  checkRule(
    classesWithoutVieScolaire,
    `
personnels:
  a: { mode-administratif: CPE, mode-vie-scolaire: Profil 1, classes: 6e }
  b: { classes: 6e }
  c: { mode-administratif: CPE }
  f: { mode-administratif: CPE, classes: [] }
professeurs: { d: { mode-vie-scolaire: Profil 1, classes: 6e }, e: { classes: ~ } }
`,
  );
});

test("offers to remove the list", () => {
  checkFix(
    classesWithoutVieScolaire,
    "professeurs: { roux: { nom: ROUX, classes: 6e } }\n",
    "professeurs: { roux: { nom: ROUX } }\n",
  );
});
