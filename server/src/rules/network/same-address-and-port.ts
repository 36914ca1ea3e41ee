import { message } from "../../base/message.ts";
import { rule } from "../api/rule.ts";
import { isHosted, sameHost } from "../shared/hosts.ts";
import docs from "./same-address-and-port.md";

/** Two applications with the same port on one machine. */
export const sameAddressAndPort = rule({
  id: "same-address-and-port",
  severity: "error",
  on: "serveurs",
  docs,

  *check({ value }, context) {
    if (isHosted(context)) return; // then the Relais itself is reported
    const all = (["serveur", "relais", "pronote-net"] as const).flatMap((name) => {
      const application = value.get(name);
      const adresse = application?.get("adresse");
      const port = application?.get("port");
      return adresse && port ? [{ name, adresse, port }] : [];
    });
    for (const [index, one] of all.entries()) {
      const other = all.slice(0, index).find(({ adresse, port }) => {
        return port.value === one.port.value && sameHost(adresse.value, one.adresse.value) === true;
      });
      if (!other) continue;
      yield {
        at: [one.port, other.port],
        message: message(
          "“{0}” and “{1}” are both at {2}, port {3}: only one of them can start. Give each a port of its own.",
          other.name,
          one.name,
          one.adresse.value,
          one.port.value,
        ),
        related: [{ at: other.port.node, message: message("The other one has the port here.") }],
      };
    }
  },
});
