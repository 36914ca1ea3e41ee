import { memo } from "../../base/memo.ts";
import type { Schema } from "../../schema/schema.ts";
import type { MapValue } from "../../schema/value.ts";
import type { Span } from "../../syntax/tree.ts";

/** How the kinds of periods begin; the periodicité follows. */
export const PERIODE_KIND = "periodes/";

/** Where a class or a group names a period. */
export interface PeriodeMention {
  readonly at: Span;
  readonly periode: string;
  /** The kinds of which it may be a name. */
  readonly kinds: readonly string[];
  /** Names that stand beside it already. */
  readonly taken: readonly string[];
}

/** The periods that are named in a map and below it. */
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

/** The kinds of periods that the keys of a map name, or a value. */
const periodeKinds = memo(
  ({ mentions }: Schema): { readonly key?: readonly string[]; readonly value?: readonly string[] } =>
    mentions?.kinds.every((kind) => kind.startsWith(PERIODE_KIND))
      ? { [mentions.at ?? "value"]: mentions.kinds }
      : {},
);
