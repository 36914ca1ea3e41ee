import { test } from "vitest";
import { checkRule } from "../../../../test/support/check.ts";
import { ppRightsWithoutProfesseurPrincipal } from "./pp-rights-without-professeur-principal.ts";

const PROFIL =
  "profils-professeurs: { P: { autorisations: { releves-bulletins: { preparer-conseil-classe: true } } } }";

test("reports a class without a professeur principal where a profile counts on one", () => {
  checkRule(
    ppRightsWithoutProfesseurPrincipal,
    `
${PROFIL}
classes:
  6A:
    professeur-principal: []
    #                     ^^ “6A” has no professeur principal: “preparer-conseil-classe”, which “P” grants to professeurs principaux only, would be done by nobody.
  6B: { comme: 6A, professeur-principal: martin }
`,
  );
});

test("is silent while none is written, and without such a right", () => {
  checkRule(ppRightsWithoutProfesseurPrincipal, `${PROFIL}\nclasses: { 6A: { niveau: 6e } }\n`);
  checkRule(
    ppRightsWithoutProfesseurPrincipal,
    `${PROFIL.replace("true", "false")}\nclasses: { 6A: { professeur-principal: [] } }\n`,
  );
});
