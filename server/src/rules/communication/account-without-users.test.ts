import { test } from "vitest";
import { checkRule } from "../../../../test/support/check.ts";
import { accountWithoutUsers } from "./account-without-users.ts";

test("reports an account for nobody, also through comme", () => {
  checkRule(
    accountWithoutUsers,
    `
communication:
  e-mails:
    comptes-etablissement:
      Vie scolaire:
        adresse: vs@ac-exemple.fr
        utilisateurs: []
        #             ^^ Nobody may use the account “Vie scolaire”: what is written to it would be read by no one. (2 times)
      Accueil: { comme: Vie scolaire, adresse: accueil@ac-exemple.fr }
      Intendance: { comme: Vie scolaire, utilisateurs: [personnels] }
`,
  );
});

test("is silent where nothing is written, or nothing that can be understood", () => {
  checkRule(
    accountWithoutUsers,
    "communication: { e-mails: { comptes-etablissement: { A: { adresse: a@b.fr }, B: { utilisateurs: }, C: { utilisateurs: [[]] } } } }\n",
  );
});
