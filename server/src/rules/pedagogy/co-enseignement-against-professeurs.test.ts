import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { coEnseignementAgainstProfesseurs } from "./co-enseignement-against-professeurs.ts";

test("reports co-teaching by one, in a class and in a group", () => {
  checkRule(
    coEnseignementAgainstProfesseurs,
    `
classes:
  6A:
    services:
      FRANC:
        professeurs: martin
        co-enseignement: true
        #                ^^^^ “FRANC” is co-teaching with one teacher only: the other is missing, or it is none.
groupes-eleves: { G: { services: { EPS: { professeurs: [roux], co-enseignement: true } } } }
#                                                                               ^^^^ “EPS” is co-teaching with one teacher only: the other is missing, or it is none.
`,
  );
});

test("is silent where both agree, or one is not written", () => {
  checkRule(
    coEnseignementAgainstProfesseurs,
    "classes: { A: { services: { F: { co-enseignement: true }, G: { professeurs: a, co-enseignement: false }, H: { professeurs: [a, b], co-enseignement: true }, I: { professeurs: [a, b], co-enseignement: false }, J: { professeurs: a, co-enseignement: true, actif: false } } } }\n",
  );
});

test("offers to let it follow", () => {
  checkFix(
    coEnseignementAgainstProfesseurs,
    "classes: { A: { services: { F: { professeurs: a, co-enseignement: true } } } }\n",
    "classes: { A: { services: { F: { professeurs: a } } } }\n",
  );
});
