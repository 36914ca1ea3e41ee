import { say } from "../../base/say.ts";
import type { Leaf, MapValue } from "../../schema/value.ts";
import { replacement } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import docs from "./option-of-unpublished-rubrique.md";

/** What is ticked inside a rubrique shows only where the rubrique does. */
export const optionOfUnpublishedRubrique = rule({
  id: "option-of-unpublished-rubrique",
  severity: "warning",
  on: ["espaces.parents.rubriques.*", "espaces.eleves.rubriques.*"],
  docs,

  *check({ name, value }, ask) {
    const rubrique = value as MapValue;
    const publie = rubrique.get("publie");
    if (publie?.kind !== "leaf" || publie.value !== false) return;
    for (const option of rubrique.entries.values()) {
      const box = option.value as Leaf;
      // What a base ticks is for those who publish the rubrique.
      if (box.kind !== "leaf" || box.value !== true || !ask.own(box.node.block.uri)) continue;
      yield {
        at: box,
        message: say(
          "“{0}” is ticked, but the rubrique “{1}” is not published: it will not show.",
          option.name,
          name,
        ),
        fixes: [
          ...replacement(publie, true, "probable", say("Publish the rubrique")),
          ...replacement(box, false, "probable"),
        ],
        related: [{ at: publie.node, message: say("The rubrique is not published, as written here.") }],
      };
    }
  },
});
