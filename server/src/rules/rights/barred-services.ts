import { message } from "../../base/message.ts";
import { mapAt } from "../../model/map-at.ts";
import type { Related } from "../../syntax/problem.ts";
import type { Span } from "../../syntax/tree.ts";
import type { RuleContext } from "../api/rule-context.ts";
import { firstThree } from "../shared/lists.ts";
import { activeServices, everyone, type Learners, modeOf, type TaughtService } from "../shared/services.ts";

/** A service that none of its teachers may assess, and the first of these teachers with the given profile. */
export interface Barred {
  readonly learners: Learners;
  readonly service: TaughtService;
  readonly professeur: string;
  /** The span of the teacher's profile if one is written, else that of the teacher's name in the service. */
  readonly at: Span;
}

/** A right of the profiles of teachers: its category, and its key. */
export type Right = readonly [category: string, key: string];

/**
 * The active services of a mode that nobody can assess because the profiles of all teachers refuse a right, as far as
 * one of them has the given profile. A right is refused only by an effective `false`.
 */
export function barredServices(
  profil: string,
  right: Right,
  mode: "avec-notes" | "sans-notes",
  context: RuleContext,
): readonly Barred[] {
  const all = everyone(context).flatMap((learners) =>
    activeServices(learners).map((service) => [learners, service] as const),
  );
  return all.flatMap(([learners, service]) => {
    if (modeOf(service.value) !== mode) return [];
    const { items = [] } = service.value.get("professeurs") ?? {};
    const profils = items.map(({ value }) => profilOf(value, context));
    const index = profils.indexOf(profil);
    const item = items[index];
    if (!item || !profils.every((name) => name !== undefined && isRefused(name, right, context))) return [];
    const written = context.the("professeurs", item.value)?.value.get("profil");
    return [{ learners, service, professeur: item.value, at: written?.node ?? item.node }];
  });
}

/** The names of the first services, for a message. */
export function namesOf(barred: readonly Barred[]): string {
  return firstThree(barred.map(({ learners, service }) => `${service.name} (${learners.name})`));
}

/** A service as related information. */
export function relatedTo({ learners, at, professeur, service }: Barred): Related {
  return { at, message: message("{0} teaches “{1}” in “{2}”.", professeur, service.name, learners.name) };
}

/** The profile of a teacher; “Profil 1” if none is written, as in PRONOTE. `undefined` if that is not known. */
function profilOf(name: string, context: RuleContext): string | undefined {
  const professeur = context.the("professeurs", name)?.value;
  if (!professeur) return undefined;
  return professeur.has("profil") ? professeur.get("profil")?.value : "Profil 1";
}

function isRefused(profil: string, [category, key]: Right, context: RuleContext): boolean {
  const map = context.the("profils-professeurs", profil)?.value;
  const leaf = map && mapAt(map, ["autorisations", category])?.get(key);
  return leaf?.kind === "leaf" && leaf.value === false;
}
