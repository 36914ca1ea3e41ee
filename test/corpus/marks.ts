import type { Schema } from "../../server/src/schema/schema.ts";
import type { Said } from "./said.ts";

/** A stretch of a text, from one offset to another. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Where an entry stands in a printed text. */
export interface Mark {
  readonly path: readonly string[];
  readonly schema: Schema;
  readonly said: Said;
  readonly key: Stretch;
  readonly value: Stretch;
  /** With its line end in a block, with its comma in a flow collection. */
  readonly whole: Stretch;
  readonly indent: number;
  readonly way: "block" | "flow";
  /** The value is an alias, or the map takes another one over. */
  readonly alias: boolean;
  /** Written in a shorter way: there is no key for what it stands for. */
  readonly short: boolean;
}

export interface Printed {
  readonly text: string;
  readonly marks: readonly Mark[];
  /** Where a `<<` stands. */
  readonly merges: readonly number[];
}
