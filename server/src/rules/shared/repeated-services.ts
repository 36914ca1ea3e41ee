import { memo } from "../../base/memo.ts";
import { activeIn, matiereOf, namesIn, type Services, type TaughtService } from "./services.ts";

/** Active services that equal an earlier one, each as the second of a pair with that. */
export const repeatedIn = memo(
  (services: Services): readonly (readonly [first: TaughtService, again: TaughtService])[] => {
    const known = new Map<string, TaughtService>();
    return activeIn(services).flatMap((service) => {
      const key = signature(service);
      const first = key === undefined ? undefined : known.get(key);
      if (key !== undefined && !first) known.set(key, service);
      return first ? [[first, service] as const] : [];
    });
  },
);

/** What makes a service different from others; `undefined` if its teachers or its matière are not known. */
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
