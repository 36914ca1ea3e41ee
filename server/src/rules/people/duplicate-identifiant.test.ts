import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { duplicateIdentifiant } from "./duplicate-identifiant.ts";

test("reports a second person with an identifier, within and across staff and teachers", () => {
  checkRule(
    duplicateIdentifiant,
    `
#- personnels.pronote.yaml
personnels:
  durand: { identifiant: a.durand }
  petit:
    identifiant: " A.Durand"
    #            ^^^^^^^^^^^ “ A.Durand” is already the user name of “durand”: a user name opens only one account.
#- professeurs.pronote.yaml
professeurs: { roux: { identifiant: a.durand }, noir: { identifiant: noir } }
#                                   ^^^^^^^^ “a.durand” is already the user name of “durand”: a user name opens only one account.
`,
  );
});

test("is reported on the establishment's own text over a base", () => {
  checkRule(
    duplicateIdentifiant,
    `
#- base.pronote.yaml
professeurs: { roux: { identifiant: roux } }
#- college/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
personnels: { petit: { identifiant: roux } }
#                                   ^^^^ “roux” is already the user name of “petit”: a user name opens only one account.
`,
  );
});

test("is silent on what is not written, empty or no text", () => {
  checkRule(
    duplicateIdentifiant,
    `
personnels: { a: { identifiant: "" }, b: { identifiant: "" }, c: { identifiant: [x] }, d: { identifiant: [x] }, e: {}, f: { identifiant: } }
`,
  );
});

test("offers a number, as PRONOTE does", () => {
  checkFix(
    duplicateIdentifiant,
    "professeurs: { a: { identifiant: roux }, b: { identifiant: roux } }\n",
    "professeurs: { a: { identifiant: roux }, b: { identifiant: roux2 } }\n",
  );
});
