import { memo } from "../../base/memo.ts";
import type { Schema } from "../../schema/schema.ts";
import type { MapValue } from "../../schema/value.ts";
import type { Span } from "../../syntax/tree.ts";

/** The prefix of the kinds of grading periods; the periodicité follows. */
export const PERIODE_KIND = "periodes/";

/** A mention of a grading period by a class or a group. */
export interface PeriodeMention {
  readonly at: Span;
  readonly periode: string;
  /** The kinds that it may refer to. */
  readonly kinds: readonly string[];
  /** The sibling keys, which cannot be used again. */
  readonly taken: readonly string[];
}

/** All mentions of grading periods in a map. */
export function periodeMentionsIn(map: MapValue, found: PeriodeMention[] = []): readonly PeriodeMention[] {
  const ofKey = periodeKinds(map.schema).key;
  for (const entry of map.entries.values()) {
    const value = entry.value;
    if (ofKey && value.kind !== "removed")
      found.push({ at: entry.key, periode: entry.name, kinds: ofKey, taken: [...map.entries.keys()] });
    if (value.kind === "map") periodeMentionsIn(value, found);
    const kinds = value.kind === "leaf" ? periodeKinds(value.schema).value : undefined;
    if (value.kind === "leaf" && kinds)
      found.push({ at: value.node, periode: String(value.value), kinds, taken: [] });
  }
  return found;
}

/** The kinds of grading periods that the keys of a map, or a value, refer to. */
const periodeKinds = memo(
  ({ mentions }: Schema): { readonly key?: readonly string[]; readonly value?: readonly string[] } =>
    mentions?.kinds.every((kind) => kind.startsWith(PERIODE_KIND))
      ? { [mentions.at ?? "value"]: mentions.kinds }
      : {},
);
