import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { smtpWithoutEncryption } from "./smtp-without-encryption.ts";

test("reports authentication without encryption, in sending profiles too", () => {
  checkRule(
    smtpWithoutEncryption,
    `
communication:
  e-mails:
    smtp:
      port: 587
      authentification: true
      chiffrement: aucun
      #            ^^^^^ This connection identifies itself without encryption (“aucun”): the password would cross the network in the clear.
    profils-envoi:
      Intendance: { smtp: { chiffrement: aucun, mot-de-passe: { env: PRONOTE_SMTP } } }
      #                                  ^^^^^ This connection identifies itself without encryption (“aucun”): the password would cross the network in the clear.
`,
  );
});

test("reports port 465 without encryption, on the establishment's own text", () => {
  checkRule(
    smtpWithoutEncryption,
    `
#- base.pronote.yaml
communication: { e-mails: { smtp: { chiffrement: aucun } } }
#- lycee/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
communication: { e-mails: { smtp: { port: 465 } } }
#                                         ^^^ Port 465 is encrypted from the start: with “aucun”, no e-mail would leave.
`,
  );
});

test("is silent where it is not written, and without authentication on other ports", () => {
  for (const smtp of [
    "port: 465",
    "port: 587, authentification: true",
    "port: 25, chiffrement: aucun",
    "port: 465, chiffrement: ssl-tls, authentification: true",
    "chiffrement: aucun, authentification: false, mot-de-passe: { env: X }",
  ])
    checkRule(smtpWithoutEncryption, `communication: { e-mails: { smtp: { ${smtp} } } }\n`);
});

test("offers the usual encryption of the port", () => {
  checkFix(
    smtpWithoutEncryption,
    "communication: { e-mails: { smtp: { port: 465, chiffrement: aucun } } }\n",
    "communication: { e-mails: { smtp: { port: 465, chiffrement: ssl-tls } } }\n",
  );
});
