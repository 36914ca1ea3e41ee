import { test } from "vitest";
import { checkFix, checkRule } from "../../../test/support/check.ts";
import { coEnseignementAgainstProfesseurs } from "./co-enseignement-against-professeurs.ts";

test("reports co-teaching by one, and none by several", () => {
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
groupes-eleves: { G: { services: { EPS: { professeurs: [roux, martin], co-enseignement: false } } } }
#                                                                                       ^^^^^ “EPS” has 2 teachers, which is co-teaching: this line says the contrary.
`,
  );
});

test("is silent where both agree, or one is not written", () => {
  checkRule(
    coEnseignementAgainstProfesseurs,
    "classes: { A: { services: { F: { co-enseignement: true }, G: { professeurs: a, co-enseignement: false }, H: { professeurs: [a, b], co-enseignement: true } } } }\n",
  );
});

test("offers to let it follow", () => {
  checkFix(
    coEnseignementAgainstProfesseurs,
    "classes: { A: { services: { F: { professeurs: [a, b], co-enseignement: false } } } }\n",
    "classes: { A: { services: { F: { professeurs: [a, b] } } } }\n",
  );
});
