import { foldName } from "../../base/closest.ts";
import { message } from "../../base/message.ts";
import type { Leaf } from "../../schema/value.ts";
import { removal, replacement } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import docs from "./mode-without-rights.md";

const YES = new Set(["true", "oui", "yes", "vrai", "on", ""]);
const NO = new Set(["false", "non", "no", "faux", "off"]);

/** A mode with a checkbox as its value, where the name of a group or a profile is expected. */
export const modeWithoutRights = rule({
  id: "mode-without-rights",
  severity: "error",
  on: ["personnels.*", "professeurs.*"],
  docs,

  *check({ name, value }, context) {
    const modes = [
      ["mode-administratif", "groupes-utilisateurs"],
      ["mode-vie-scolaire", "profils-personnels"],
    ] as const;
    for (const [key, kind] of modes) {
      const mode: Leaf<string> | undefined = value.get(key);
      const entry = value.entry(key);
      // If the names of the kind are known, the text is an unknown reference.
      if (!mode || !entry || context.has(kind, mode.value) !== undefined) continue;
      const word = foldName(mode.value);
      if (YES.has(word)) {
        yield {
          at: mode,
          message:
            kind === "groupes-utilisateurs"
              ? message("The administrative mode of “{0}” needs a user group: write its name here.", name)
              : message("The school-life mode of “{0}” needs a profile: write its name here.", name),
          fixes: kind === "profils-personnels" ? replacement(mode, "Profil 1", "probable") : [],
        };
      } else if (NO.has(word)) {
        yield {
          at: mode,
          message: message(
            "“{0}” is read as a name. A person without this mode does not have the key.",
            mode.value,
          ),
          fixes: removal(value, entry, "probable"),
        };
      }
    }
  },
});
