import { message } from "../../base/message.ts";
import { replacement } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import docs from "./e-mails-not-delegated.md";

/** E-mails that each Client sends by itself. */
export const eMailsNotDelegated = rule({
  id: "e-mails-not-delegated",
  severity: "warning",
  on: "communication.e-mails",
  docs,

  *check({ value }) {
    const delegation = value.get("delegation-serveur");
    if (delegation?.value !== false) return;
    yield {
      at: delegation,
      message: message(
        "Each Client would send its e-mails by itself, and every workstation needs the settings. PRONOTE recommends that the Server sends them all.",
      ),
      fixes: replacement(delegation, true, "probable"),
    };
  },
});
