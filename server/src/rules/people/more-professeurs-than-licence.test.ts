import { test } from "vitest";
import { checkRule } from "../../../../test/support/check.ts";
import { moreProfesseursThanLicence } from "./more-professeurs-than-licence.ts";

function professeurs(count: number): string {
  const names = Array.from({ length: count }, (_, index) => `  p${index}: { nom: P${index} }`);
  return `professeurs:\n${names.join("\n")}\n`;
}

test("reports more teachers than the licence lets in, also from a base", () => {
  checkRule(
    moreProfesseursThanLicence,
    `
licence:
  professeurs: 30
  #            ^^ The licence lets 30 teachers connect at the same time, and 31 have an account: the last to come may be refused.
${professeurs(31)}`,
  );
  checkRule(
    moreProfesseursThanLicence,
    `
#- base.pronote.yaml
licence: { professeurs: "50" }
#                       ^^^^ The licence lets 50 teachers connect at the same time, and 51 have an account: the last to come may be refused.
#- college/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
${professeurs(51)}`,
  );
});

test("is silent up to the limit, without a limit and on what is no limit", () => {
  checkRule(moreProfesseursThanLicence, `licence: { professeurs: 30 }\n${professeurs(30)}`);
  checkRule(moreProfesseursThanLicence, `licence: { professeurs: illimite }\n${professeurs(90)}`);
  checkRule(moreProfesseursThanLicence, `licence: { professeurs: 40 }\n${professeurs(90)}`);
});
