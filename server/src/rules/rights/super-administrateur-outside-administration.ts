import { message } from "../../base/message.ts";
import { replacement } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import docs from "./super-administrateur-outside-administration.md";

const GROUPE = "Administration";

/** A super-administrateur in another group than Administration. */
export const superAdministrateurOutsideAdministration = rule({
  id: "super-administrateur-outside-administration",
  severity: "error",
  on: ["personnels.*", "professeurs.*"],
  docs,

  *check({ name, value }, context) {
    const flag = value.get("super-administrateur");
    const entry = value.entry("mode-administratif");
    const groupe = value.get("mode-administratif");
    if (flag?.value !== true || !entry || groupe?.value === GROUPE) return;
    if (!groupe && entry.value.kind !== "removed") return;
    if (groupe && context.has("groupes-utilisateurs", groupe.value) === false) return; // reported as such
    yield {
      at: [groupe ?? flag, flag],
      message: message(
        "“{0}” is a super-administrator: for that, PRONOTE needs the group “{1}”.",
        name,
        GROUPE,
      ),
      related: [{ at: flag.node, message: message("Made a super-administrator here.") }],
      fixes: groupe ? replacement(groupe, GROUPE, "probable") : [],
    };
  },
});
