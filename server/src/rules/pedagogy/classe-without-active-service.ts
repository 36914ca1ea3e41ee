import { message } from "../../base/message.ts";
import { rule } from "../api/rule.ts";
import { groupServices } from "../shared/groups.ts";
import { switchedOffIn } from "../shared/services.ts";
import docs from "./classe-without-active-service.md";

/** A class whose services are all switched off. */
export const classeWithoutActiveService = rule({
  id: "classe-without-active-service",
  severity: "warning",
  on: "classes.*",
  docs,

  *check(classe, context) {
    const { name, key, value } = classe;
    const services = value.get("services");
    if (!services || services.open || services.entries.size === 0) return;
    const off = switchedOffIn(services);
    if (off.length < services.entries.size || groupServices(classe, context).length > 0) return;
    yield {
      at: [key, ...off],
      message: message(
        "No service of “{0}” is active: nobody can assess it, and its bulletin would be empty.",
        name,
      ),
      related: off.map(({ node }) => ({ at: node, message: message("Switched off here.") })),
    };
  },
});
