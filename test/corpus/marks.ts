import type { Schema } from "../../server/src/schema/schema.ts";
import type { SaidValue } from "./said.ts";

/** A stretch of a text, from one offset to another. */
export interface MarkedRange {
  readonly from: number;
  readonly to: number;
}

/** Where an entry stands in a printed text. */
export interface Mark {
  readonly path: readonly string[];
  readonly schema: Schema;
  readonly said: SaidValue;
  readonly key: MarkedRange;
  readonly value: MarkedRange;
  /** With its line end in a block, with its comma in a flow collection. */
  readonly whole: MarkedRange;
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
