import { test } from "vitest";
import { checkRule } from "../../../../test/support/check.ts";
import { professeurPrincipalWithoutService } from "./professeur-principal-without-service.ts";

test("reports who teaches nothing in the class, in another file and among several", () => {
  checkRule(
    professeurPrincipalWithoutService,
    `
#- services.pronote.yaml
classes: { 6A: { services: { FRANC: martin, EPS: { professeurs: roux, actif: false } } } }
#- pp.pronote.yaml
classes:
  6A: { professeur-principal: [martin, roux] }
  #                                    ^^^^ “roux” is professeur principal of “6A” and teaches none of its services.
`,
  );
});

test("is silent on who teaches a group or a part, and while not all teachers are written", () => {
  checkRule(
    professeurPrincipalWithoutService,
    `
classes:
  6A: { niveau: 6e, professeur-principal: roux, services: { FRANC: martin } }
  6B: { professeur-principal: roux, services: { HIG: { professeurs: martin, sous-services: { EMC: roux } } } }
  6C: { professeur-principal: roux, services: { FRANC: martin, EPS: { coefficient: 1 } } }
  6D: { professeur-principal: roux }
  6F: { professeur-principal: roux, services: { FRANC: { professeurs: martin, actif: false } } }
  6E: { professeur-principal: [], services: { FRANC: martin } }
groupes-eleves: { G: { classes: 6e, services: { LATIN: roux } } }
`,
  );
});

test("is silent while a part of the services cannot be read", () => {
  checkRule(
    professeurPrincipalWithoutService,
    "classes:\n  6A:\n    professeur-principal: roux\n    services:\n      FRANC: martin\n      EPS\n",
  );
});
