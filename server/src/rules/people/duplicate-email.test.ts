import { test } from "vitest";
import { checkRule } from "../../../../test/support/check.ts";
import { duplicateEmail } from "./duplicate-email.ts";

test("reports the second person with an address", () => {
  checkRule(
    duplicateEmail,
    `
personnels: { durand: { email-professionnel: vie.scolaire@ac-exemple.fr } }
professeurs:
  roux:
    email-professionnel: Vie.Scolaire@ac-exemple.fr
    #                    ^^^^^^^^^^^^^^^^^^^^^^^^^^ “Vie.Scolaire@ac-exemple.fr” is already the address of “durand”: both would read each other's messages and could recover each other's password.
  noir: { email-professionnel: noir@ac-exemple.fr }
`,
  );
});

test("is silent on what is not written or no address", () => {
  checkRule(
    duplicateEmail,
    "personnels: { a: { email-professionnel: ~ }, b: { email-professionnel: ~ }, c: { email-professionnel: x }, d: { email-professionnel: x } }\n",
  );
});
