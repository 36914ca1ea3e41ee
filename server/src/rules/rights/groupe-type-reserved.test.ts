import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { groupeTypeReserved } from "./groupe-type-reserved.ts";

test("reports the reserved type elsewhere, also through comme, and another one in its group", () => {
  checkRule(
    groupeTypeReserved,
    `
groupes-utilisateurs:
  Direction:
    type: admin
    #     ^^^^^ “Direction” cannot have the type “admin”: only the group Administration has it. (2 times)
  Adjoints: { comme: Direction }
  Administration: { type: modif }
  #                       ^^^^^ The group “Administration” is PRONOTE's own: its type is “admin” and cannot be changed.
`,
  );
});

test("is silent on other groups, and without a type", () => {
  checkRule(
    groupeTypeReserved,
    "groupes-utilisateurs: { Administration: { type: admin }, CPE: { type: modif }, A: { type: consult }, B: {} }\n",
  );
});

test("offers the type of a new group", () => {
  checkFix(
    groupeTypeReserved,
    "groupes-utilisateurs: { A: { type: admin } }\n",
    "groupes-utilisateurs: { A: { type: modif } }\n",
  );
});
