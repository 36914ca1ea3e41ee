import { say } from "../../base/say.ts";
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

  *check(section, ask) {
    for (const { leaf, other, of } of sharedTexts(section, "identifiant", ask)) {
      yield {
        at: [leaf, other],
        message: say(
          "“{0}” is the identifier of “{1}” already: an identifier opens one account only.",
          leaf.value,
          of,
        ),
        related: [{ at: other.node, message: say("Written here first.") }],
        fixes: replacement(leaf, `${leaf.value}2`, "probable"),
      };
    }
  },
});
