import { test } from "vitest";
import { checkRule } from "../../../../test/support/check.ts";
import { sharedAccount } from "./shared-account.ts";

test("reports an office in the place of a person, once for each account", () => {
  checkRule(
    sharedAccount,
    `
personnels:
  a: { nom: Vie scolaire, identifiant: viescolaire2 }
  #                                    ^^^^^^^^^^^^ “viescolaire2” is an office, not a person: with an account that several share, nobody can tell who did what. One person, one account.
  b:
    nom: SECRÉTARIAT ÉLÈVES
    #    ^^^^^^^^^^^^^^^^^^ “SECRÉTARIAT ÉLÈVES” is an office, not a person: with an account that several share, nobody can tell who did what. One person, one account.
professeurs: { c: { nom: "Salle des profs" } }
#                        ^^^^^^^^^^^^^^^^^ “Salle des profs” is an office, not a person: with an account that several share, nobody can tell who did what. One person, one account.
`,
  );
});

test("is silent on people, and on short names and functions", () => {
  checkRule(
    sharedAccount,
    `
personnels:
  cpe: { nom: DURAND, fonction: CPE }
  aed: { nom: AEDELIN, identifiant: aedelin }
  c: { nom: LACCUEIL }
  d: { nom: [AED] }
`,
  );
});
