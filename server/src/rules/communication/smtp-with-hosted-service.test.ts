import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { smtpWithHostedService } from "./smtp-with-hosted-service.ts";

test("reports an SMTP server beside the hosted service, in one file or in two", () => {
  checkRule(
    smtpWithHostedService,
    `
#- etablissement.pronote.yaml
hebergement: { mode: heberge }
communication: { e-mails: { service: index-education } }
#- mails.pronote.yaml
communication:
  e-mails:
    smtp:
    # ^^ no finding here
      hote: smtp.exemple.fr
`.replace(
      "    # ^^ no finding here\n",
      "#   ^^^^ E-mails leave through the service of Index Éducation (“service: index-education”): an SMTP server of one's own has no effect beside it.\n",
    ),
  );
});

test("is silent self-hosted, with another service, and while one of them is not written", () => {
  const smtp = "smtp: { hote: smtp.exemple.fr }";
  for (const [mode, service] of [
    ["non-heberge", "index-education"],
    ["heberge", "smtp"],
    ["heberge", "~"],
    ["~", "index-education"],
  ]) {
    checkRule(
      smtpWithHostedService,
      `hebergement: { mode: ${mode} }\ncommunication: { e-mails: { service: ${service}, ${smtp} } }\n`,
    );
  }
});

test("is silent where it is removed", () => {
  checkRule(
    smtpWithHostedService,
    "hebergement: { mode: heberge }\ncommunication: { e-mails: { service: index-education, smtp: ~ } }\n",
  );
});

test("offers to remove it", () => {
  checkFix(
    smtpWithHostedService,
    "hebergement: { mode: heberge }\ncommunication:\n  e-mails:\n    service: index-education\n    smtp:\n      port: 587\n    delai: 30\n",
    "hebergement: { mode: heberge }\ncommunication:\n  e-mails:\n    service: index-education\n    delai: 30\n",
  );
});
