import { message } from "../../base/message.ts";
import { removal } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import docs from "./positionnement-outside-college.md";

/** A positioning of the collège in a lycée. */
export const positionnementOutsideCollege = rule({
  id: "positionnement-outside-college",
  severity: "error",
  on: "classes.*",
  docs,

  *check({ name, value }, context) {
    const positionnement = value.get("positionnement");
    const entry = value.entry("positionnement");
    const type = context.get("etablissement", "type");
    if (!positionnement || positionnement.value === "avec-notes" || !entry) return;
    if (!type?.value.startsWith("lycee")) return;
    yield {
      at: [positionnement, type],
      message: message(
        "“{0}” cannot have the positioning “{1}”: it exists in a collège, and this is a lycée.",
        name,
        positionnement.value,
      ),
      related: [{ at: type.node, message: message("The kind of establishment is written here.") }],
      fixes: removal(value, entry, "probable"),
    };
  },
});
