import { test } from "vitest";
import { checkRule } from "../../../../test/support/check.ts";
import { proofOfAnotherStep } from "./proof-of-another-step.ts";

const proof = (slug: string, list: string) =>
  `deroulement:\n  ${slug}: { preuve: { liste: ${list}, du: 2026-08-24, ecarts: 0 } }\n`;

test("reports a list that shows nothing of the step", () => {
  checkRule(
    proofOfAnotherStep,
    `${proof("licences", "services")} #                             ^^^^^^^^ No list of PRONOTE shows what “licences” is about: this comparison proves nothing.\n`,
  );
  checkRule(
    proofOfAnotherStep,
    `${proof("professeurs-manquants", "services")} #                                          ^^^^^^^^ The list “services” shows nothing of “professeurs-manquants”: this comparison proves nothing. What shows something: professeurs.\n`,
  );
});

test("is silent on a list that shows something, on no known list, and on no known step", () => {
  checkRule(proofOfAnotherStep, proof("professeurs-manquants", "professeurs"));
  checkRule(proofOfAnotherStep, proof("licences", "profs"));
  checkRule(proofOfAnotherStep, proof("licence", "services"));
});
