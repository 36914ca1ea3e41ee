import type { Problem } from "../syntax/problem.ts";
import type { ScalarNode } from "../syntax/tree.ts";
import type { Schema } from "./schema.ts";

/** A name that a text mentions, and what it may be a name of. */
export interface Mention {
  readonly node: ScalarNode;
  readonly schema: Schema;
  /** The kinds that are meant, and the words that stand for several. */
  readonly mentions: NonNullable<Schema["mentions"]>;
}

/** A name that a text declares. */
export interface Declaration {
  readonly node: ScalarNode;
  readonly kind: string;
}

/** What was found on the way through a text, with that of its blocks below. */
export interface Facts {
  readonly problems: readonly Problem[];
  readonly mentions: readonly Mention[];
  readonly declarations: readonly Declaration[];
  readonly below: readonly Facts[];
}

/** Facts that are being gathered. */
export type Gathering = { -readonly [Key in keyof Facts]: Facts[Key][number][] };

/** Facts of which there are none yet. */
export function newFacts(): Gathering {
  return { problems: [], mentions: [], declarations: [], below: [] };
}
