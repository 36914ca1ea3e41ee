import { closest } from "../../base/closest.ts";
import { memo } from "../../base/memo.ts";
import { message } from "../../base/message.ts";
import { written } from "../../schema/problems.ts";
import type { Schema } from "../../schema/schema.ts";
import type { MapValue } from "../../schema/value.ts";
import type { Fix } from "../../syntax/problem.ts";
import type { Span } from "../../syntax/tree.ts";
import { rule } from "../api/rule.ts";
import type { RuleContext } from "../api/rule-context.ts";
import docs from "./periode-of-another-periodicite.md";

const KIND = "periodes/";

/** A trimester in a class with semesters, wherever a class or a group names a period. */
export const periodeOfAnotherPeriodicite = rule({
  id: "periode-of-another-periodicite",
  severity: "error",
  on: ["classes.*", "groupes-eleves.*"],
  docs,

  *check({ name, value }, context) {
    const periodicite = value.get("periodicite")?.value;
    if (!periodicite) return;
    const kind = `${KIND}${periodicite}`;
    for (const { at, periode, kinds, taken } of mentionsIn(value)) {
      if (context.has(kind, periode) !== false) continue;
      if (kinds.every((other) => context.has(other, periode) === false)) continue; // no period at all: another rule's
      const names = context.names(kind);
      // A period of no kind that is written was renamed: one fault, wherever it is named.
      const isKnown = kinds.some((other) => context.has(other, periode) === true);
      yield {
        at,
        ...(!isKnown && { subject: periode }),
        message: message(
          "“{0}” is no period of “{1}”, which is graded by “{2}”: {3}.",
          periode,
          name,
          periodicite,
          names.join(", "),
        ),
        fixes: fixes(at, counterpart(periode, names, kinds, context), taken),
      };
    }
  },
});

interface Mention {
  readonly at: Span;
  readonly periode: string;
  readonly kinds: readonly string[];
  /** Names that stand beside it already. */
  readonly taken: readonly string[];
}

function mentionsIn(map: MapValue, found: Mention[] = []): readonly Mention[] {
  const ofKey = periodeKinds(map.schema).key;
  for (const entry of map.entries.values()) {
    const value = entry.value;
    if (ofKey && value.kind !== "removed")
      found.push({ at: entry.key, periode: entry.name, kinds: ofKey, taken: [...map.entries.keys()] });
    if (value.kind === "map") mentionsIn(value, found);
    const kinds = value.kind === "leaf" ? periodeKinds(value.schema).value : undefined;
    if (value.kind === "leaf" && kinds)
      found.push({ at: value.node, periode: String(value.value), kinds, taken: [] });
  }
  return found;
}

/** The kinds of periods that the keys of a map name, or a value. */
const periodeKinds = memo(
  ({ mentions }: Schema): { readonly key?: readonly string[]; readonly value?: readonly string[] } =>
    mentions?.kinds.every((kind) => kind.startsWith(KIND))
      ? { [mentions.at ?? "value"]: mentions.kinds }
      : {},
);

/** The nearest name, or the one with the same rank: the first semester's is the first trimester. */
function counterpart(
  periode: string,
  names: readonly string[],
  kinds: readonly string[],
  context: RuleContext,
): string | undefined {
  const near = closest(periode, names);
  if (near.length === 1) return near[0];
  const rank = kinds.map((kind) => context.names(kind).indexOf(periode)).find((index) => index >= 0);
  return rank === undefined ? undefined : names[rank];
}

function fixes(at: Span, name: string | undefined, taken: readonly string[]): readonly Fix[] {
  if (name === undefined || taken.includes(name)) return [];
  const newText = written(name);
  return [{ title: message("Replace by “{0}”", newText), safety: "probable", edits: [{ at, newText }] }];
}
