import type { Schema } from "../../server/src/schema/schema.ts";
import type { Content } from "./content.ts";

/** A range of a text, as offsets. */
export interface MarkedRange {
  readonly from: number;
  readonly to: number;
}

/** The position of an entry in a printed text. */
export interface Mark {
  readonly path: readonly string[];
  readonly schema: Schema;
  readonly content: Content;
  readonly key: MarkedRange;
  readonly value: MarkedRange;
  /** The range including its line ending in block style, or its comma in flow style. */
  readonly whole: MarkedRange;
  readonly indent: number;
  readonly way: "block" | "flow";
  /** Whether the value is an alias, or a map with a merge key. */
  readonly alias: boolean;
  /** Whether it is written in a short form, so that some keys of its path are not in the text. */
  readonly short: boolean;
}

/** A printed text, with the positions of its entries. */
export interface Printed {
  readonly text: string;
  readonly marks: readonly Mark[];
  /** The offsets of the merge keys. */
  readonly merges: readonly number[];
}
