import { memo } from "../base/memo.ts";
import type { Block } from "./tree.ts";

/** The number of spaces of a file that shows no other. */
const USUAL = 2;
/** A file whose first entries are all short tells its indentation by none of them. */
const LOOKED_AT = 50;

/** The number of spaces by which a file indents a map below its key: that of its first such map. */
export const indentationOf: (root: Block) => number = memo(({ pairs, indent }: Block) => {
  for (const { value } of pairs.slice(0, LOOKED_AT))
    if (value.kind === "map" && !value.flow && value.col > indent) return value.col - indent;
  return USUAL;
});
