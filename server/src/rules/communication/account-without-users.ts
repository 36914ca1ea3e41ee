import { message } from "../../base/message.ts";
import { rule } from "../api/rule.ts";
import { isEmpty } from "../shared/services.ts";
import docs from "./account-without-users.md";

/** An e-mail account of the establishment that nobody may use. */
export const accountWithoutUsers = rule({
  id: "account-without-users",
  severity: "error",
  on: "communication.e-mails.comptes-etablissement.*",
  docs,

  *check({ name, value }) {
    const utilisateurs = value.get("utilisateurs");
    if (!utilisateurs || !isEmpty(utilisateurs)) return;
    yield {
      at: utilisateurs,
      message: message(
        "Nobody may use the account “{0}”: what is written to it would be read by no one.",
        name,
      ),
    };
  },
});
