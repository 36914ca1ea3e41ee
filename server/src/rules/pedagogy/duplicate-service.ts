import { memo } from "../../base/memo.ts";
import { message } from "../../base/message.ts";
import { removal } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import { activeIn, matiereOf, namesIn, type Services, type TaughtService } from "../shared/services.ts";
import docs from "./duplicate-service.md";

/** Two active services that are one: same matière, teachers, modality and period. */
export const duplicateService = rule({
  id: "duplicate-service",
  severity: "warning",
  on: ["classes.*", "groupes-eleves.*"],
  docs,

  *check(thing) {
    const services = thing.value.get("services");
    if (!services) return;
    for (const [first, service] of repeatedIn(services)) {
      const entry = services.entry(service.name);
      if (!entry) continue;
      yield {
        at: [service.key, first.key],
        message: message(
          "“{0}” is the same service as “{1}”: same subject, teachers and modality. The bulletin would have the line twice.",
          service.name,
          first.name,
        ),
        related: [{ at: first.key, message: message("Written here first.") }],
        fixes: removal(services, entry, "probable"),
      };
    }
  },
});

/** Services that are the same as one above them, each behind that one. */
const repeatedIn = memo(
  (services: Services): readonly (readonly [first: TaughtService, again: TaughtService])[] => {
    const known = new Map<string, TaughtService>();
    return activeIn(services).flatMap((service) => {
      const what = signature(service);
      const first = what === undefined ? undefined : known.get(what);
      if (what !== undefined && !first) known.set(what, service);
      return first ? [[first, service] as const] : [];
    });
  },
);

/** What tells services apart; `undefined` while it is not written who teaches. */
function signature(service: TaughtService): string | undefined {
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
