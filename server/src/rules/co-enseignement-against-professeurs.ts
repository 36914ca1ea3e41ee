import { say } from "../say.ts";
import type { MapValue } from "../schema/value.ts";
import docs from "./co-enseignement-against-professeurs.md";
import { removal } from "./fixes.ts";
import { rule } from "./rule.ts";
import { isActive, namesIn } from "./services.ts";

/** Co-teaching by one teacher, or none of it by several. */
export const coEnseignementAgainstProfesseurs = rule({
  id: "co-enseignement-against-professeurs",
  severity: "warning",
  on: ["classes.*.services.*", "groupes-eleves.*.services.*"],
  docs,

  *check({ name, value }) {
    const together = value.get("co-enseignement");
    const entry = value.entry("co-enseignement");
    const names = new Set(namesIn(value.get("professeurs")));
    if (!together || !entry || names.size === 0 || !isActive(value) || together.value === names.size > 1)
      return;
    yield {
      at: together,
      message: together.value
        ? say("“{0}” is co-teaching with one teacher only: the other is missing, or it is none.", name)
        : say("“{0}” has {1} teachers, which is co-teaching: this line says the contrary.", name, names.size),
      fixes: removal(value as MapValue, entry, "probable"),
    };
  },
});
