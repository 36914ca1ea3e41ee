import { message } from "../../base/message.ts";
import { removal, replacement } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import { ownMode } from "../shared/identity.ts";
import docs from "./source-of-other-hosting-mode.md";

/** A source of last year's data that belongs to the other hosting mode. */
export const sourceOfOtherHostingMode = rule({
  id: "source-of-other-hosting-mode",
  severity: "error",
  on: "recuperation",
  docs,

  *check({ value }, context) {
    const source = value.get("source");
    const mode = source && ownMode(context);
    if (!mode) return;
    const hosted = mode.value === "heberge";
    const expected = hosted ? "archive" : "fichier-preparation";
    const entry = value.entry("source");
    if (source.value === expected || !entry) return;
    yield {
      at: [source, mode],
      message: hosted
        ? message(
            "“{0}” is for a base of one's own: in hosted mode Index Éducation archives the old base in early July. Write: {1}",
            source.value,
            expected,
          )
        : message(
            "“{0}” exists in hosted mode only: here the file comes from Fichier > Préparer l'année suivante. Write: {1}",
            source.value,
            expected,
          ),
      fixes: [...replacement(source, expected, "probable"), ...removal(value, entry, "probable")],
      related: [{ at: mode.node, message: message("The hosting mode is chosen here.") }],
    };
  },
});
