import { message } from "../../base/message.ts";
import { replacement } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import docs from "./consult-group-without-licence.md";

/** A group that only consults, without the licence for it. */
export const consultGroupWithoutLicence = rule({
  id: "consult-group-without-licence",
  severity: "error",
  on: "groupes-utilisateurs.*",
  docs,

  *check({ name, key, value }, context) {
    const type = value.get("type");
    const licence = context.get("licence", "consultation");
    if (type?.value !== "consult" || licence?.value !== false) return;
    // A base has groups for all its heirs; one that nobody is in does no harm.
    if (!context.own(key.block.uri) && context.used("groupes-utilisateurs", name) !== true) return;
    yield {
      at: [type, licence],
      message: message(
        "“{0}” may only look, which needs the consultation licence: without it its members may be unable to connect.",
        name,
      ),
      related: [{ at: licence.node, message: message("There is no consultation licence.") }],
      fixes: replacement(type, "modif", "probable"),
    };
  },
});
