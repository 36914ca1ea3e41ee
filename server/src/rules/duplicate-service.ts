import { say } from "../say.ts";
import type { MapValue } from "../schema/value.ts";
import docs from "./duplicate-service.md";
import { removal } from "./fixes.ts";
import { rule } from "./rule.ts";
import { activeServices, matiereOf, namesIn, type Taught } from "./services.ts";

/** Two active services that are one: same matière, teachers, modality and period. */
export const duplicateService = rule({
  id: "duplicate-service",
  severity: "warning",
  on: ["classes.*", "groupes-eleves.*"],
  docs,

  *check(thing) {
    const services = thing.value.get("services") as MapValue | undefined;
    const known = new Map<string, Taught>();
    for (const service of activeServices(thing)) {
      const what = signature(service);
      const first = what === undefined ? undefined : known.get(what);
      if (what !== undefined && !first) known.set(what, service);
      const entry = services?.entry(service.name);
      if (!first || !services || !entry) continue;
      yield {
        at: [service.key, first.key],
        message: say(
          "“{0}” is the same service as “{1}”: same subject, teachers and modality. The bulletin would have the line twice.",
          service.name,
          first.name,
        ),
        related: [{ at: first.key, message: say("Written here first.") }],
        fixes: removal(services, entry, "probable"),
      };
    }
  },
});

/** What tells services apart; `undefined` while it is not written who teaches. */
function signature(service: Taught): string | undefined {
  const { value } = service;
  const professeurs = namesIn(value.get("professeurs"));
  const matiere = matiereOf(service);
  if (matiere === undefined || professeurs.length === 0) return undefined;
  const parts = [
    matiere,
    value.get("modalite")?.value ?? "CG",
    value.get("periode")?.value ?? "",
    ...(professeurs.length > 1 ? [...professeurs].sort() : professeurs),
  ];
  return parts.join("\0");
}
