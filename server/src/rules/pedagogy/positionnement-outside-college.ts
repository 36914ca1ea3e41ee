import { message } from "../../base/message.ts";
import { removal } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import docs from "./positionnement-outside-college.md";

/** The scale from 1 to 4 in a lycée. */
export const positionnementOutsideCollege = rule({
  id: "positionnement-outside-college",
  severity: "error",
  on: "classes.*",
  docs,

  *check({ name, value }, context) {
    const positionnement = value.get("positionnement");
    const entry = value.entry("positionnement");
    const type = context.get("etablissement", "type");
    if (positionnement?.value !== "echelle-1-4" || !entry || !type?.value.startsWith("lycee")) return;
    yield {
      at: [positionnement, type],
      message: message(
        "“{0}” cannot be positioned on the scale from 1 to 4: it exists in a collège, and this is a lycée.",
        name,
      ),
      related: [{ at: type.node, message: message("The kind of establishment is written here.") }],
      fixes: removal(value, entry, "probable"),
    };
  },
});
