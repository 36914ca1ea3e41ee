import { test } from "vitest";
import { checkRule } from "../../../../test/support/check.ts";
import { expectedWithoutRight } from "./expected-without-right.ts";

test("reports who is expected to do what the profile refuses: a person, a function, all", () => {
  checkRule(
    expectedWithoutRight,
    `
profils-professeurs: { Profil 1: { autorisations: { communication: { diffuser-informations: false } } } }
profils-personnels: { VS: { autorisations: { communication: { effectuer-sondages: false, deposer-casiers-numeriques: false } } } }
professeurs: { martin: { nom: MARTIN }, roux: { profil: Profil 2 } }
personnels: { durand: { fonction: AED, mode-vie-scolaire: VS } }
communication:
  informations-sondages:
    informations: [roux, martin]
    #                    ^^^^^^ “martin” is expected to do this, and the profile “Profil 1” does not allow it (“diffuser-informations”).
    sondages: AED
    #         ^^^ “durand” is expected to do this, and the profile “VS” does not allow it (“effectuer-sondages”).
  casier-numerique: { depots: [professeurs, personnels] }
  #                                         ^^^^^^^^^^ “durand” is expected to do this, and the profile “VS” does not allow it (“deposer-casiers-numeriques”).
`,
  );
});

test("is silent on rights that are not written, and on who has another mode", () => {
  checkRule(
    expectedWithoutRight,
    `
profils-professeurs: { Profil 1: { autorisations: { communication: { diffuser-informations: false } } } }
professeurs: { martin: { mode-administratif: CPE }, roux: { profil: Profil 2 }, noir: { nom: NOIR }, vert: { mode-vie-scolaire: Profil 1 } }
personnels: { durand: { nom: DURAND } }
communication: { informations-sondages: { informations: [martin, roux, vert, durand, inconnu, personnels, professeurs] } }
`,
  );
});

test("is silent on a function or on all people while a file cannot be read", () => {
  const school = `
#- etablissement.pronote.yaml
profils-professeurs: { Profil 1: { autorisations: { communication: { diffuser-informations: false } } } }
professeurs: { martin: { nom: MARTIN, fonction: Référent } }
communication: { informations-sondages: { informations: [professeurs, Référent] } }
#- autre.pronote.yaml
`;
  checkRule(expectedWithoutRight, `${school}\0`);
});

test("reports a person who is named also while a file cannot be read", () => {
  const school = `
#- etablissement.pronote.yaml
profils-professeurs: { Profil 1: { autorisations: { communication: { diffuser-informations: false } } } }
professeurs: { martin: { nom: MARTIN } }
communication: { informations-sondages: { informations: martin } }
#                                                       ^^^^^^ “martin” is expected to do this, and the profile “Profil 1” does not allow it (“diffuser-informations”).
#- autre.pronote.yaml
`;
  checkRule(expectedWithoutRight, `${school}\0`);
});
