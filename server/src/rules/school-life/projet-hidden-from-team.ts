import { message } from "../../base/message.ts";
import { replacement } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import docs from "./projet-hidden-from-team.md";

/** Accompaniment projects that the teaching team cannot see. */
export const projetHiddenFromTeam = rule({
  id: "projet-hidden-from-team",
  severity: "warning",
  on: ["projets-accompagnement", "projets-accompagnement.types.*"],
  docs,

  *check({ name, value }) {
    const visible = value.get("consultable-par-equipe");
    if (visible?.value !== false) return;
    yield {
      at: visible,
      message: message(
        "The teaching team would not see “{0}”, and could not provide the arrangements that a project promises.",
        name,
      ),
      fixes: replacement(visible, true, "probable"),
    };
  },
});
