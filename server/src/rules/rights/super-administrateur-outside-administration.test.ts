import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { superAdministrateurOutsideAdministration } from "./super-administrateur-outside-administration.ts";

test("reports a super-administrator of another group, or of none", () => {
  checkRule(
    superAdministrateurOutsideAdministration,
    `
personnels:
  durand:
    super-administrateur: true
    mode-administratif: CPE
    #                   ^^^ “durand” is a super-administrator: for that, PRONOTE needs the group “Administration”.
professeurs: { roux: { super-administrateur: true, mode-administratif: ~ } }
#                                            ^^^^ “roux” is a super-administrator: for that, PRONOTE needs the group “Administration”.
`,
  );
});

test("is silent in the group, and while none is written", () => {
  checkRule(
    superAdministrateurOutsideAdministration,
    `
personnels:
  a: { super-administrateur: true, mode-administratif: Administration }
  b: { super-administrateur: true }
  c: { super-administrateur: false, mode-administratif: CPE }
  d: { super-administrateur: true, mode-administratif: [CPE] }
`,
  );
});

test("offers the group", () => {
  checkFix(
    superAdministrateurOutsideAdministration,
    "personnels: { a: { super-administrateur: true, mode-administratif: CPE } }\n",
    "personnels: { a: { super-administrateur: true, mode-administratif: Administration } }\n",
  );
});

test("is silent on a group that does not exist, which another rule reports", () => {
  checkRule(
    superAdministrateurOutsideAdministration,
    `
groupes-utilisateurs: { Gestion: {} }
personnels: { durand: { super-administrateur: true, mode-administratif: Administratoin } }
`,
  );
});
