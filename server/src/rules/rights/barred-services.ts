import { message } from "../../base/message.ts";
import { mapAt } from "../../model/establishment.ts";
import type { Related } from "../../syntax/problem.ts";
import type { Span } from "../../syntax/tree.ts";
import type { RuleContext } from "../api/rule-context.ts";
import { firstThree } from "../shared/lists.ts";
import { activeServices, everyone, type Learners, modeOf, type TaughtService } from "../shared/services.ts";

/** A service that none of its teachers may assess, and the first of them who holds the profile asked for. */
export interface Barred {
  readonly public: Learners;
  readonly service: TaughtService;
  readonly professeur: string;
  /** Where the profile comes from: the teacher's own text if it says it, else the service's. */
  readonly at: Span;
}

/** A right of the profiles of teachers: its category, and its key. */
export type Right = readonly [category: string, key: string];

/**
 * The active services of a mode that nobody can assess because every teacher's profile refuses a right, as far as they
 * concern this profile. A right is refused only by an effective `false`.
 */
export function barredServices(
  profil: string,
  right: Right,
  mode: "avec-notes" | "sans-notes",
  context: RuleContext,
): readonly Barred[] {
  const all = everyone(context).flatMap((one) =>
    activeServices(one).map((service) => [one, service] as const),
  );
  return all.flatMap(([one, service]) => {
    if (modeOf(service.value) !== mode) return [];
    const { items = [] } = service.value.get("professeurs") ?? {};
    const profils = items.map(({ value }) => profilOf(value, context));
    const index = profils.indexOf(profil);
    const item = items[index];
    if (!item || !profils.every((name) => name !== undefined && isRefused(name, right, context))) return [];
    const written = context.the("professeurs", item.value)?.value.get("profil");
    return [{ public: one, service, professeur: item.value, at: written?.node ?? item.node }];
  });
}

/** The first of them by name, for a message. */
export function namesOf(barred: readonly Barred[]): string {
  return firstThree(barred.map(({ public: one, service }) => `${service.name} (${one.name})`));
}

/** Each of them as a place of its own. */
export function relatedTo({ public: one, at, professeur, service }: Barred): Related {
  return { at, message: message("{0} teaches “{1}” in “{2}”.", professeur, service.name, one.name) };
}

/** The profile of a teacher: PRONOTE gives Profil 1 to those of whom nothing else is written. */
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
