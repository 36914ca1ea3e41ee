import { type Message, message } from "../../base/message.ts";
import type { Leaf, MapValue, Value } from "../../schema/value.ts";
import type { Fix, Related } from "../../syntax/problem.ts";
import type { Span } from "../../syntax/tree.ts";
import { removal, replacement } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import type { RuleContext } from "../api/rule-context.ts";
import docs from "./edt-feature-without-right.md";

/** At most so many places are shown as related information. */
const MAX_RELATED = 5;

/** Features of EDT on the PRONOTE base without the connection right that they need. */
export const edtFeatureWithoutRight = rule({
  id: "edt-feature-without-right",
  severity: "error",
  on: "edt",
  everyHeir: true,
  docs,

  *check({ value }, context) {
    const refusal = refusalIn(value);
    if (!refusal) return;
    const all = [...featuresIn(value), ...bookings(context), ...sessions(context)];
    const own = all.filter(({ at }) => context.own(spanOf(at).block.uri));
    // What is merely inherited is for the heirs that have the right: it is told in the base, if none of them has it.
    const used = own.length > 0 ? own : all;
    const [first] = used;
    if (!first) return;
    yield {
      at: [...(own.length > 0 ? [refusal] : []), ...used.map(({ at }) => at)],
      message: message(
        "Without the EDT-PRONOTE connection right there is no {0}: it works on the PRONOTE base from EDT.",
        first.feature,
      ),
      fixes: fixesFor(value, refusal, used),
      related: used
        .slice(0, MAX_RELATED)
        .map(({ at, feature }): Related => ({ at: spanOf(at), message: feature })),
    };
  },
});

interface Feature {
  readonly feature: Message;
  readonly at: Span | Leaf;
}

function spanOf(at: Feature["at"]): Span {
  return "block" in at ? at : at.node;
}

/**
 * The leaf from which it follows that there is no such right: the unticked checkbox, or else a licence that says that
 * there is no EDT.
 */
function refusalIn(edt: MapValue): Leaf | undefined {
  const right = edt.get("droit-connexion");
  const licence = edt.get("licence");
  if (right?.kind === "leaf") {
    // With the licence EDT réseau, which includes the right, the checkbox itself is the fault.
    const isFault = licence?.kind === "leaf" && licence.value === "reseau";
    return right.value === false && !isFault ? right : undefined;
  }
  return !edt.has("droit-connexion") && licence?.kind === "leaf" && licence.value === "aucune"
    ? licence
    : undefined;
}

function featuresIn(edt: MapValue): readonly Feature[] {
  const update = edt.get("mise-a-jour");
  const client = edt.entry("client");
  return [
    ...(update?.kind === "leaf" && update.value === "directe"
      ? [{ feature: message("direct change of the timetable"), at: update }]
      : []),
    ...(client?.value.kind === "map" ? [{ feature: message("EDT Client on the base"), at: client.key }] : []),
  ];
}

function bookings(context: RuleContext): readonly Feature[] {
  const all = [...context.all("salles"), ...context.all("materiels")];
  return all.flatMap(({ value }) => {
    const people = value.get("reservable-par");
    const entry = value.entry("reservable-par");
    return people?.kind === "list" && people.items.length > 0 && entry
      ? [{ feature: message("booking of rooms and equipment"), at: entry.key }]
      : [];
  });
}

function sessions(context: RuleContext): readonly Feature[] {
  return context.all("rencontres").flatMap(({ key, value }) => {
    const map: Value = value;
    return map.kind === "map" && map.entries.size > 0
      ? [{ feature: message("session of parent-teacher meetings"), at: key }]
      : [];
  });
}

function fixesFor(edt: MapValue, refusal: Leaf, used: readonly Feature[]): readonly Fix[] {
  const [only] = used;
  const update = used.length === 1 && only && "schema" in only.at ? only.at : undefined;
  const entry = edt.entry("mise-a-jour");
  const licence = edt.get("licence");
  // Without EDT there is no transfer either.
  const hasEdt = licence?.kind !== "leaf" || licence.value !== "aucune";
  return [
    ...(update && hasEdt ? replacement(update, "par-transfert", "probable") : []),
    ...(update && !hasEdt && entry ? removal(edt, entry, "probable") : []),
    ...(refusal.value === false
      ? replacement(refusal, true, "probable", message("Declare the connection right"))
      : []),
  ];
}
