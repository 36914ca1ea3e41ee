import { message } from "../../base/message.ts";
import { replacement } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import { isHosted } from "../shared/hosts.ts";
import docs from "./relais-when-hosted.md";

/** A connection to a Relais, which does not exist in hosted mode. */
export const relaisWhenHosted = rule({
  id: "relais-when-hosted",
  severity: "error",
  on: ["clients.connexions.*", "edt.client"],
  docs,

  *check({ name, value }, context) {
    const vers = value.get("vers");
    if (vers?.value !== "relais" || !isHosted(context)) return;
    // If a Relais is declared, that is the cause, and is reported instead.
    if (context.written("serveurs", "relais") !== false) return;
    yield {
      at: vers,
      message: message(
        "“{0}” connects to a Relais, and there is none in hosted mode: Clients reach the hosted Server. Write: {1}",
        name,
        "serveur",
      ),
      fixes: replacement(vers, "serveur", "probable"),
    };
  },
});
