import { memo } from "../../base/memo.ts";
import { activeIn, matiereOf, namesIn, type Services, type TaughtService } from "./services.ts";

/** Active services that are the same as one above them, each behind that one. */
export const repeatedIn = memo(
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
