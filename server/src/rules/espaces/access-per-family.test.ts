import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { accessPerFamily } from "./access-per-family.ts";

const says =
  "One access per family is not advised: separated parents would share a password, and nobody could tell who read or answered.";

test("advises against one access per family", () => {
  checkRule(
    accessPerFamily,
    `
espaces: { parents: { acces-par-famille: true } }
#                                        ^^^^ ${says}
`,
  );
  checkRule(
    accessPerFamily,
    `
#- base.pronote.yaml
espaces:
  parents:
    acces-par-famille: true
#                      ^^^^ ${says}
#- ecole/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
`,
  );
});

test("is silent where it is off", () => {
  checkRule(accessPerFamily, "espaces: { parents: { acces-par-famille: false } }\n");
});

test("unticks it", () => {
  const text = "espaces: { parents: { acces-par-famille: true } }\n";
  checkFix(accessPerFamily, text, text.replace("true", "false"));
});
