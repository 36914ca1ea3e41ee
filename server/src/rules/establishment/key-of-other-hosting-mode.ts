import { type Message, message } from "../../base/message.ts";
import { schemaOfKey, schemasIn } from "../../schema/schema.ts";
import type { Entry } from "../../schema/value.ts";
import { removal, replacement } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import docs from "./key-of-other-hosting-mode.md";

/** What has a meaning in one hosting mode only, written in the other; the schema says what. */
export const keyOfOtherHostingMode = rule({
  id: "key-of-other-hosting-mode",
  severity: "error",
  on: "**",
  docs,
  where: (schema) => schemasIn(schema).some(({ mode }) => mode !== undefined),

  *check({ value }, context) {
    for (const entry of value.entries.values()) {
      const wanted = schemaOfKey(value.schema, entry.name)?.mode;
      if (wanted === undefined || !saysSomething(entry)) continue;
      const mode = context.get("hebergement", "mode");
      if (!mode || mode.value === wanted) continue;
      yield {
        at: [entry.key, mode],
        message: messageFor(entry.name, wanted),
        fixes: [
          ...removal(value, entry, "probable"),
          ...replacement(mode, wanted, "probable", message("Switch “mode” to “{0}”", wanted)),
        ],
        related: [{ at: mode.node, message: message("The hosting mode is chosen here.") }],
      };
    }
  },
});

/** A box that is not ticked and an empty group ask for nothing. */
function saysSomething(entry: Entry): boolean {
  const value = entry.value;
  if (value.kind === "leaf") return value.value !== false;
  return value.kind === "list" || (value.kind === "map" && value.entries.size > 0);
}

function messageFor(key: string, wanted: "heberge" | "non-heberge"): Message {
  return wanted === "heberge"
    ? message(
        "“{0}” exists in hosted mode only, and “mode” is “non-heberge”: here the establishment runs PRONOTE on machines of its own.",
        key,
      )
    : message(
        "“{0}” exists in self-hosted mode only, and “mode” is “heberge”: here Index Éducation runs the Server and PRONOTE.net.",
        key,
      );
}
