import { message } from "../../base/message.ts";
import { replacement } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import docs from "./responsable-traitement-not-head.md";

/** A data controller who is not the head of the establishment. */
export const responsableTraitementNotHead = rule({
  id: "responsable-traitement-not-head",
  severity: "warning",
  on: "rgpd",
  docs,

  *check({ value }, context) {
    const responsable = value.get("responsable-traitement");
    const head = context.get("etablissement", "chef-etablissement");
    if (!responsable || !head || responsable.value === head.value) return;
    // A text that is no name may refer to the same person.
    if (
      context.has("personnels", responsable.value) !== true ||
      context.has("personnels", head.value) !== true
    )
      return;
    yield {
      at: [responsable, head],
      message: message(
        "Under the RGPD, the head of the establishment (“{0}”) is responsible for the processing, not “{1}”.",
        head.value,
        responsable.value,
      ),
      related: [{ at: head.node, message: message("The head of the establishment is written here.") }],
      fixes: replacement(responsable, head.value, "probable"),
    };
  },
});
