import { message } from "../../base/message.ts";
import { rule } from "../api/rule.ts";
import docs from "./duplicate-email.md";
import { sharedTexts } from "./shared-text.ts";

/** Two people with one e-mail address. */
export const duplicateEmail = rule({
  id: "duplicate-email",
  severity: "warning",
  on: ["personnels", "professeurs"],
  docs,

  *check(section, context) {
    for (const { leaf, other, of } of sharedTexts(section, "email-professionnel", context)) {
      yield {
        at: [leaf, other],
        message: message(
          "“{0}” is already the address of “{1}”: both would read each other's messages and could recover each other's password.",
          leaf.value,
          of,
        ),
        related: [{ at: other.node, message: message("Written here first.") }],
      };
    }
  },
});
