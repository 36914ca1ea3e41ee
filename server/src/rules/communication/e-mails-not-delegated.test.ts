import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { eMailsNotDelegated } from "./e-mails-not-delegated.ts";

const MESSAGE =
  "Each Client would send its e-mails by itself, and every workstation needs the settings. PRONOTE recommends that the Server sends them all.";

test("reports a delegation that is refused, also by a base, once", () => {
  checkRule(
    eMailsNotDelegated,
    `
communication:
  e-mails:
    delegation-serveur: false
    #                   ^^^^^ ${MESSAGE}
`,
  );
  checkRule(
    eMailsNotDelegated,
    `
#- base.pronote.yaml
communication: { e-mails: { delegation-serveur: false } }
#                                               ^^^^^ ${MESSAGE} (2 of 3 establishments)
#- a/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
#- b/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
#- c/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
communication: { e-mails: { delegation-serveur: true } }
`,
  );
});

test("is silent where it is not written or delegated", () => {
  checkRule(eMailsNotDelegated, "communication: { e-mails: { delai: 30 } }\n");
  checkRule(eMailsNotDelegated, "communication: { e-mails: { delegation-serveur: true } }\n");
  checkRule(eMailsNotDelegated, "communication: { e-mails: { delegation-serveur: non } }\n");
});

test("offers to delegate", () => {
  checkFix(
    eMailsNotDelegated,
    "communication: { e-mails: { delegation-serveur: false } }\n",
    "communication: { e-mails: { delegation-serveur: true } }\n",
  );
});
