import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { hostedServiceWhenSelfHosted } from "./hosted-service-when-self-hosted.ts";

test("reports the hosted service without hosting, on the establishment's own text", () => {
  checkRule(
    hostedServiceWhenSelfHosted,
    `
#- base.pronote.yaml
communication: { e-mails: { service: index-education } }
#- lycee/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
hebergement:
  mode: non-heberge
  #     ^^^^^^^^^^^ “index-education” sends e-mails as part of the hosting; a self-hosted establishment sends through an SMTP server.
`,
  );
});

test("is silent hosted, and while one of them is not written", () => {
  checkRule(hostedServiceWhenSelfHosted, "communication: { e-mails: { service: index-education } }\n");
  checkRule(
    hostedServiceWhenSelfHosted,
    "hebergement: { mode: heberge }\ncommunication: { e-mails: { service: index-education } }\n",
  );
});

test("offers the SMTP server", () => {
  checkFix(
    hostedServiceWhenSelfHosted,
    "hebergement: { mode: non-heberge }\ncommunication: { e-mails: { service: index-education } }\n",
    "hebergement: { mode: non-heberge }\ncommunication: { e-mails: { service: smtp } }\n",
  );
});
