import { message } from "../../base/message.ts";
import { leafAt } from "../../schema/value.ts";
import { replacement } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import { HOSTED_PORT, isHosted } from "../shared/hosts.ts";
import docs from "./unusual-hosted-port.md";

/** Another port than the one on which hosted Servers listen, as far as is known. */
export const unusualHostedPort = rule({
  id: "unusual-hosted-port",
  severity: "warning",
  on: ["serveurs.serveur", "clients.connexions.*", "edt.client"],
  docs,

  *check({ value }, context) {
    const port = value.get("port");
    if (!port || port.value === HOSTED_PORT || !isHosted(context)) return;
    const vers = leafAt(value, "vers", "string"); // the Server has no such key
    // If the Server's own port is written, connections are compared with that.
    if (vers && (vers.value !== "serveur" || context.written("serveurs", "serveur", "port") !== false))
      return;
    yield {
      at: port,
      message: message(
        "In hosted mode the Server listens on port {0}, not on {1}, unless Index Éducation gave you another one.",
        HOSTED_PORT,
        port.value,
      ),
      fixes: replacement(port, HOSTED_PORT, "probable"),
    };
  },
});
