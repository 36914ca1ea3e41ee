import { message } from "../../base/message.ts";
import { removal } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import { isActive, namesIn } from "../shared/services.ts";
import docs from "./co-enseignement-against-professeurs.md";

/** Co-teaching by one teacher. Several may share a service without it. */
export const coEnseignementAgainstProfesseurs = rule({
  id: "co-enseignement-against-professeurs",
  severity: "warning",
  on: ["classes.*.services.*", "groupes-eleves.*.services.*"],
  docs,

  *check({ name, value }) {
    const together = value.get("co-enseignement");
    const entry = value.entry("co-enseignement");
    const names = new Set(namesIn(value.get("professeurs")));
    if (together?.value !== true || !entry || names.size !== 1 || !isActive(value)) return;
    yield {
      at: together,
      message: message(
        "“{0}” is co-teaching with one teacher only: the other is missing, or it is none.",
        name,
      ),
      fixes: removal(value, entry, "probable"),
    };
  },
});
