import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { mailevaWithoutContrat } from "./maileva-without-contrat.ts";

test("reports the right without the subscription", () => {
  checkRule(
    mailevaWithoutContrat,
    `
communication:
  courriers:
    maileva:
      contrat: false
      #        ^^^^^ There is no Maileva subscription with La Poste, so that this right is of no use: “Use the Maileva service” (Profil 1).
profils-personnels:
  Profil 1: { autorisations: { communication: { utiliser-maileva: true } } }
`,
  );
});

test("names the profile in which it is ticked, not those that inherit it", () => {
  checkRule(
    mailevaWithoutContrat,
    `
communication:
  courriers:
    maileva:
      contrat: false
      #        ^^^^^ There is no Maileva subscription with La Poste, so that this right is of no use: “Use the Maileva service” (Profil 1).
profils-personnels:
  CPE: { comme: AED }
  AED: { comme: Profil 1 }
  Profil 1: { autorisations: { communication: { utiliser-maileva: true } } }
  Seul: { comme: Seul }
`,
  );
});

test("is silent with a subscription, without the right and on a base's right", () => {
  checkRule(
    mailevaWithoutContrat,
    `
#- base.pronote.yaml
profils-personnels: { Profil 1: { autorisations: { communication: { utiliser-maileva: true } } } }
#- college/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
communication: { courriers: { maileva: { contrat: false } } }
profils-personnels: { Profil 2: { autorisations: { communication: { utiliser-maileva: false } } } }
`,
  );
  checkRule(
    mailevaWithoutContrat,
    `
communication: { courriers: { maileva: { contrat: true } } }
profils-personnels: { Profil 1: { autorisations: { communication: { utiliser-maileva: true } } } }
`,
  );
});

test("offers to untick the right", () => {
  checkFix(
    mailevaWithoutContrat,
    `
communication: { courriers: { maileva: { contrat: false } } }
profils-personnels: { P: { autorisations: { communication: { utiliser-maileva: true } } } }
`,
    `
communication: { courriers: { maileva: { contrat: false } } }
profils-personnels: { P: { autorisations: { communication: { utiliser-maileva: false } } } }
`,
  );
});
