import { message } from "../../base/message.ts";
import { replacement } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import { isHosted } from "../shared/hosts.ts";
import docs from "./relais-when-hosted.md";

/** There is no Relais to connect to in hosted mode. */
export const relaisWhenHosted = rule({
  id: "relais-when-hosted",
  severity: "error",
  on: ["clients.connexions.*", "edt.client"],
  docs,

  *check({ name, value }, context) {
    const vers = value.get("vers");
    if (vers?.value !== "relais" || !isHosted(context)) return;
    // A Relais that is declared all the same is the cause, and is told by itself.
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
