import { message } from "../../base/message.ts";
import { mapAt } from "../../model/map-at.ts";
import { type Leaf, leafAt, type MapValue, type TypedList } from "../../schema/value.ts";
import { type RuleResult, rule } from "../api/rule.ts";
import type { RuleContext, Subject } from "../api/rule-context.ts";
import docs from "./expected-without-right.md";

/** Means of communication that are expected from people whose profile refuses them. */
export const expectedWithoutRight = rule({
  id: "expected-without-right",
  severity: "warning",
  on: "communication",
  docs,

  *check({ value }, context) {
    const informations = value.get("informations-sondages");
    yield* refused(informations?.get("informations"), "diffuser-informations", context);
    yield* refused(informations?.get("sondages"), "effectuer-sondages", context);
    yield* refused(value.get("casier-numerique")?.get("depots"), "deposer-casiers-numeriques", context);
  },
});

function* refused(
  list: TypedList<string> | undefined,
  right: string,
  context: RuleContext,
): Iterable<RuleResult> {
  for (const item of list?.items ?? []) {
    const people = peopleIn(item.value, context);
    const refusals = people.flatMap(({ name, person, kind }) => {
      const profil = profilOf(person, kind);
      const leaf = profil === undefined ? undefined : rightOf(kind, profil, right, context);
      return leaf?.value === false && profil !== undefined ? [{ name, profil, leaf }] : [];
    });
    const [first] = refusals;
    // If a name selects several people, some of them may have the right, also of those that could not be read.
    if (!first || refusals.length < people.length) continue;
    if (first.name !== item.value && !areAllKnown(context)) continue;
    yield {
      at: [item, first.leaf],
      message: message(
        "“{0}” is expected to do this, and the profile “{1}” does not allow it (“{2}”).",
        first.name,
        first.profil,
        right,
      ),
      related: [{ at: first.leaf.node, message: message("Refused here.") }],
    };
  }
}

function areAllKnown(context: RuleContext): boolean {
  return ["professeurs", "personnels"].every((section) => context.written(section, "") !== undefined);
}

type Kind = "profils-professeurs" | "profils-personnels";

/** The people that a name, a function or a word for all of them selects. */
function peopleIn(
  name: string,
  context: RuleContext,
): readonly { name: string; person: MapValue; kind: Kind }[] {
  const named = (all: readonly Subject[], kind: Kind, word: string) =>
    all.flatMap((one) => {
      const fonction = leafAt(one.value, "fonction", "string");
      const isSelected = one.name === name || name === word || fonction?.value === name;
      return isSelected ? [{ name: one.name, person: one.value, kind }] : [];
    });
  return [
    ...named(context.all("professeurs"), "profils-professeurs", "professeurs"),
    ...named(context.all("personnels"), "profils-personnels", "personnels"),
  ];
}

/** The profile that decides about a person's rights; `undefined` if it is not known, or another mode may grant them. */
function profilOf(person: MapValue, kind: Kind): string | undefined {
  if (person.has("mode-administratif")) return undefined;
  if (kind === "profils-personnels") return leafAt(person, "mode-vie-scolaire", "string")?.value;
  if (person.has("mode-vie-scolaire")) return undefined;
  return person.has("profil") ? leafAt(person, "profil", "string")?.value : "Profil 1";
}

function rightOf(kind: Kind, profil: string, right: string, context: RuleContext): Leaf | undefined {
  const value = context.the(kind, profil)?.value;
  const leaf = value && mapAt(value, ["autorisations", "communication"])?.get(right);
  return leaf?.kind === "leaf" ? leaf : undefined;
}
