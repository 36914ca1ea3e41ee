import { message } from "../../base/message.ts";
import { replacement } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import docs from "./duplicate-identifiant.md";
import { sharedTexts } from "./shared-text.ts";

/** Two people with one identifier. */
export const duplicateIdentifiant = rule({
  id: "duplicate-identifiant",
  severity: "error",
  on: ["personnels", "professeurs"],
  docs,

  *check(section, context) {
    for (const { leaf, other, of } of sharedTexts(section, "identifiant", context)) {
      yield {
        at: [leaf, other],
        message: message(
          "“{0}” is already the user name of “{1}”: a user name opens only one account.",
          leaf.value,
          of,
        ),
        related: [{ at: other.node, message: message("Written here first.") }],
        fixes: replacement(leaf, `${leaf.value}2`, "probable"),
      };
    }
  },
});
