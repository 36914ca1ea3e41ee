import type { Entry, Leaf, MapValue } from "../../schema/value.ts";
import type { RuleContext } from "../api/rule-context.ts";
import type { MapChain } from "./value-at.ts";

/** An entry that a constraint concerns. */
export interface ConstrainedEntry {
  readonly entry: Entry;
  /** The maps from the examined one down to the one that contains the entry. */
  readonly chain: MapChain;
  readonly context: RuleContext;
}

/** The map that contains the entry. */
export function holderOf({ chain }: ConstrainedEntry): MapValue | undefined {
  return chain.at(-1);
}

/** The scalars of an entry: its value, or the items of its list. */
export function leavesOf({ value }: Entry): readonly Leaf[] {
  const values = value.kind === "list" ? value.items : [value];
  return values.filter((one): one is Leaf => one.kind === "leaf");
}
