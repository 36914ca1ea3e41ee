import { nthLine } from "../syntax/line-breaks.ts";
import { firstContent, headOf, nextLine } from "../syntax/line-kinds.ts";
import type { Block, MapNode, ScalarNode, SyntaxFault } from "../syntax/tree.ts";

/** Whether a part of a map could not be parsed, so that it may hold more entries than are known. */
export function isBroken(node: MapNode): boolean {
  const { block } = node;
  return block.children ? block.children.some(hidesKeys) : block.faults.length > 0;
}

/**
 * Whether sibling keys may be lost in a broken block of a map. A block ends before the next line at its column, so
 * errors after a key that is alone on its line are below that key, unless a tab makes the column uncertain.
 */
function hidesKeys(block: Block): boolean {
  // A misplaced block may belong elsewhere.
  if ((block.children?.[0] ?? block).faults.some(isMisplaced)) return true;
  // Of a long entry the key was read, whatever is wrong in its blocks; unless it has none.
  if (block.children) return block.pairs.length === 0;
  if (block.other) return true;
  if (block.faults.length === 0) return false;
  const [pair, ...others] = block.pairs;
  const first = block.text.slice(firstContent(block.text));
  const alone = headOf(first.slice(0, nextLine(first, 0))) !== undefined;
  return !pair || others.length > 0 || !alone || /^ *\t/m.test(block.text);
}

function isMisplaced({ column }: SyntaxFault): boolean {
  return column !== undefined;
}

/** Whether the closing quote of a scalar in a broken block is missing: then its text is unknown. */
export function isUnclosed({ block, style, endLine, endCol }: ScalarNode): boolean {
  if (block.faults.length === 0 || (style !== "single" && style !== "double")) return false;
  const line = nthLine(block.text, endLine) ?? "";
  return line.charAt(endCol - 1) !== (style === "single" ? "'" : '"');
}
