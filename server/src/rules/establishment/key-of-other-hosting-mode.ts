import { type Message, message } from "../../base/message.ts";
import { schemaOfKey, schemasIn } from "../../schema/schema.ts";
import { removal, replacement } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import { hasEffect, ownMode } from "../shared/identity.ts";
import docs from "./key-of-other-hosting-mode.md";

/** A key that has a meaning only in the other hosting mode, as the schema says. */
export const keyOfOtherHostingMode = rule({
  id: "key-of-other-hosting-mode",
  severity: "error",
  on: "**",
  everyHeir: true,
  docs,
  where: (schema) => schemasIn(schema).some(({ mode }) => mode !== undefined),

  *check({ value }, context) {
    for (const entry of value.entries.values()) {
      const required = schemaOfKey(value.schema, entry.name)?.mode;
      if (required === undefined || !hasEffect(entry.value)) continue;
      const mode = ownMode(context);
      if (!mode || mode.value === required) continue;
      yield {
        at: entry.key,
        message: messageFor(entry.name, required),
        fixes: [
          ...removal(value, entry, "probable"),
          ...replacement(mode, required, "probable", message("Switch “mode” to “{0}”", required)),
        ],
        related: [{ at: mode.node, message: message("The hosting mode is chosen here.") }],
      };
    }
  },
});

function messageFor(key: string, required: "heberge" | "non-heberge"): Message {
  return required === "heberge"
    ? message(
        "“{0}” exists in hosted mode only, and “mode” is “non-heberge”: here the establishment runs PRONOTE on machines of its own.",
        key,
      )
    : message(
        "“{0}” exists in self-hosted mode only, and “mode” is “heberge”: here Index Éducation runs the Server and PRONOTE.net.",
        key,
      );
}
