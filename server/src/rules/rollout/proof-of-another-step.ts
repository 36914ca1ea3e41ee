import { message } from "../../base/message.ts";
import { itemBySlug } from "../../schema/checklist.ts";
import { rule } from "../api/rule.ts";
import docs from "./proof-of-another-step.md";

/** A comparison with a list of PRONOTE that can show nothing of the step it stands with. */
export const proofOfAnotherStep = rule({
  id: "proof-of-another-step",
  severity: "warning",
  on: "deroulement.*",
  docs,

  *check({ name, value }) {
    const list = value.get("preuve")?.get("liste");
    const item = itemBySlug.get(name);
    if (!list || !item || item.shows.has(list.value)) return;
    const lists = [...item.shows.keys()];
    yield {
      at: list,
      message:
        lists.length === 0
          ? message("No list of PRONOTE shows what “{0}” is about: this comparison proves nothing.", name)
          : message(
              "The list “{0}” shows nothing of “{1}”: this comparison proves nothing. What shows something: {2}.",
              list.value,
              name,
              lists.join(", "),
            ),
    };
  },
});
