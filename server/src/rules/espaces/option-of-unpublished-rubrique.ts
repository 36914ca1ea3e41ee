import { message } from "../../base/message.ts";
import { replacement } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import docs from "./option-of-unpublished-rubrique.md";

/** An option of a rubrique that is not published, where it has no effect. */
export const optionOfUnpublishedRubrique = rule({
  id: "option-of-unpublished-rubrique",
  severity: "warning",
  on: ["espaces.parents.rubriques.*", "espaces.eleves.rubriques.*"],
  docs,

  *check({ name, value }, context) {
    const publie = value.get("publie");
    if (publie?.kind !== "leaf" || publie.value !== false) return;
    for (const option of value.entries.values()) {
      const box = option.value;
      // A checkbox in a base is for the heirs that publish the rubrique.
      if (box.kind !== "leaf" || box.value !== true || !context.own(box.node.block.uri)) continue;
      yield {
        at: box,
        message: message(
          "“{0}” is ticked, but the section “{1}” is not published: it will not show.",
          option.name,
          name,
        ),
        fixes: [
          ...replacement(publie, true, "probable", message("Publish the section")),
          ...replacement(box, false, "probable"),
        ],
        cause: publie.node,
        related: [{ at: publie.node, message: message("The section is not published, as written here.") }],
      };
    }
  },
});
