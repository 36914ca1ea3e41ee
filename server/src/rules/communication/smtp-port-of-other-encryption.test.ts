import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { smtpPortOfOtherEncryption } from "./smtp-port-of-other-encryption.ts";

test("reports each pair that does not go together", () => {
  checkRule(
    smtpPortOfOtherEncryption,
    `
communication:
  e-mails:
    smtp: { port: 465, chiffrement: starttls }
    #                               ^^^^^^^^ Port 465 usually goes with “ssl-tls”, not with “starttls”: the sending test would fail.
    profils-envoi:
      A: { smtp: { port: 587, chiffrement: ssl-tls, authentification: true } }
      #                                    ^^^^^^^ Port 587 usually goes with “starttls”, not with “ssl-tls”: the sending test would fail.
      B: { smtp: { port: 587, chiffrement: aucun } }
      #                                    ^^^^^ Port 587 usually goes with “starttls”, not with “aucun”: the sending test would fail.
      C:
        smtp:
          port: 25
          chiffrement: ssl-tls
          #            ^^^^^^^ Port 25 usually goes with “starttls”, not with “ssl-tls”: the sending test would fail.
`,
  );
});

test("is silent on the usual pairs, on other ports, and on what smtp-without-encryption reports", () => {
  for (const smtp of [
    "port: 465, chiffrement: ssl-tls",
    "port: 587, chiffrement: starttls",
    "port: 25, chiffrement: aucun",
    "port: 2525, chiffrement: ssl-tls",
    "port: 587",
    "port: 587, chiffrement: aucun, authentification: true",
    "port: 465, chiffrement: tls",
  ])
    checkRule(smtpPortOfOtherEncryption, `communication: { e-mails: { smtp: { ${smtp} } } }\n`);
});

test("offers the usual encryption", () => {
  checkFix(
    smtpPortOfOtherEncryption,
    "communication: { e-mails: { smtp: { port: 587, chiffrement: ssl-tls } } }\n",
    "communication: { e-mails: { smtp: { port: 587, chiffrement: starttls } } }\n",
  );
});
