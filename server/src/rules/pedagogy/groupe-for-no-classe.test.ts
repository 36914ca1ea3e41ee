import { test } from "vitest";
import { checkRule } from "../../../../test/support/check.ts";
import { groupeForNoClasse } from "./groupe-for-no-classe.ts";

test("reports a group with services for no class", () => {
  checkRule(
    groupeForNoClasse,
    `
groupes-eleves:
  LATIN:
    classes: []
    #        ^^ No class takes part in “LATIN”: its services would be on nobody's bulletin.
    services: { LATIN: roux }
  GREC: { classes: [], services: { GREC: { actif: false } } }
`,
  );
});

test("is silent while its classes or services are not written", () => {
  checkRule(
    groupeForNoClasse,
    "groupes-eleves: { A: { services: { LATIN: roux } }, B: { classes: [] }, C: { classes: 6e, services: { LATIN: roux } } }\n",
  );
});
