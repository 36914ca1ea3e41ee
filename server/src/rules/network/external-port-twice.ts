import { message } from "../../base/message.ts";
import { type Leaf, mapsIn } from "../../schema/value.ts";
import { rule } from "../api/rule.ts";
import { publishedAt } from "../shared/hosts.ts";
import docs from "./external-port-twice.md";

/** Two redirections of the router from one port. */
export const externalPortTwice = rule({
  id: "external-port-twice",
  severity: "error",
  on: "routeur",
  docs,

  *check({ value }, context) {
    const known = new Map<number, { readonly name: string; readonly at: Leaf }>();
    for (const { name, value: redirection } of mapsIn(value.get("redirections"))) {
      const vers = redirection.get("vers");
      const own = redirection.get("port-externe") ?? redirection.get("port");
      const isOpen = redirection.has("port-externe") && !redirection.get("port-externe");
      const port = own?.value ?? (vers && publishedAt(context, vers.value).port);
      const at = own ?? vers;
      if (port === undefined || !at || isOpen) continue;
      const other = known.get(port);
      if (!other) known.set(port, { name, at });
      else
        yield {
          at: [at, other.at],
          message: message(
            "“{0}” and “{1}” both take port {2} of the router: it leads to one of them only.",
            other.name,
            name,
            port,
          ),
          related: [{ at: other.at.node, message: message("The other one has the port here.") }],
        };
    }
  },
});
