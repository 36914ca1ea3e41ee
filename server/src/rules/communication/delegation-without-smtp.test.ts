import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { delegationWithoutSmtp } from "./delegation-without-smtp.ts";

test("reports a section without a required key, or removed", () => {
  checkRule(
    delegationWithoutSmtp,
    `
hebergement: { mode: non-heberge }
communication:
  e-mails:
    delegation-serveur: true
    expediteur:
#   ^^^^^^^^^^ The Server has to send the e-mails, and they have no sender's address: “adresse”.
      nom: Lycée
    smtp: { hote: ~, port: 587 }
    #             ^ The Server has to send the e-mails, and nothing says through which SMTP server: “hote”.
`,
  );
  checkRule(
    delegationWithoutSmtp,
    `
#- base.pronote.yaml
communication: { e-mails: { delegation-serveur: true, smtp: { hote: smtp.exemple.fr } } }
#- lycee/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
hebergement: { mode: non-heberge }
communication: { e-mails: { smtp: ~ } }
#                                 ^ The Server has to send the e-mails, and nothing says through which SMTP server: “hote”.
`,
  );
});

test("is silent hosted, without delegation, before anything is written and while it is being typed", () => {
  checkRule(
    delegationWithoutSmtp,
    "hebergement: { mode: heberge }\ncommunication: { e-mails: { delegation-serveur: true, smtp: {} } }\n",
  );
  checkRule(
    delegationWithoutSmtp,
    "hebergement: { mode: non-heberge }\ncommunication: { e-mails: { delegation-serveur: true, service: index-education, smtp: {} } }\n",
  );
  checkRule(
    delegationWithoutSmtp,
    "hebergement: { mode: non-heberge }\ncommunication: { e-mails: { smtp: { port: 25 } } }\n",
  );
  checkRule(
    delegationWithoutSmtp,
    "hebergement: { mode: non-heberge }\ncommunication: { e-mails: { delegation-serveur: true } }\n",
  );
  checkRule(
    delegationWithoutSmtp,
    "hebergement: { mode: non-heberge }\ncommunication: { e-mails: { delegation-serveur: true, smtp: { hote: } } }\n",
  );
});

test("offers to insert the key", () => {
  checkFix(
    delegationWithoutSmtp,
    "hebergement: { mode: non-heberge }\ncommunication:\n  e-mails:\n    delegation-serveur: true\n    smtp:\n      port: 587\n",
    "hebergement: { mode: non-heberge }\ncommunication:\n  e-mails:\n    delegation-serveur: true\n    smtp:\n      port: 587\n      hote:\n",
  );
});
