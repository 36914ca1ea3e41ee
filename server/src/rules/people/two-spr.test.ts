import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { twoSpr } from "./two-spr.ts";

test("reports a second SPR, in another file too", () => {
  checkRule(
    twoSpr,
    `
#- a.pronote.yaml
personnels: { durand: { spr: true } }
#- b.pronote.yaml
personnels:
  petit:
    spr: true
    #    ^^^^ “durand” is already the SPR, and PRONOTE has only one. Others may be super-administrators.
  noir: { spr: false }
`,
  );
});

test("is silent on one, and on what is no answer", () => {
  checkRule(twoSpr, "personnels: { durand: { spr: true }, petit: { spr: oui }, noir: { spr: } }\n");
});

test("offers to untick the second", () => {
  checkFix(
    twoSpr,
    "personnels: { durand: { spr: true }, petit: { spr: true } }\n",
    "personnels: { durand: { spr: true }, petit: { spr: false } }\n",
  );
});
