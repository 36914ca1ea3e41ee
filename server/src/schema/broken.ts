import { firstContent, headOf, nextLine } from "../syntax/line-kinds.ts";
import type { Block, MapNode, ScalarNode, SyntaxFault } from "../syntax/tree.ts";

/** Whether something in the text of a map could not be parsed, so that more may stand in it than is seen. */
export function isBroken(node: MapNode): boolean {
  const { block } = node;
  return block.children ? block.children.some(hidesKeys) : block.faults.length > 0;
}

/**
 * Whether keys beside its own may be lost in a broken piece of a map. A piece goes up to the next line that begins at
 * its column; so what is broken behind a key that stands alone on its line is below that key, unless a tab hides where.
 */
function hidesKeys(piece: Block): boolean {
  // What is misplaced may be meant to stand elsewhere.
  if ((piece.children?.[0] ?? piece).faults.some(isMisplaced)) return true;
  // A long entry's key was read, whatever is wrong in its pieces; unless it has none.
  if (piece.children) return piece.pairs.length === 0;
  if (piece.other) return true;
  if (piece.faults.length === 0) return false;
  const [pair, ...others] = piece.pairs;
  const first = piece.text.slice(firstContent(piece.text));
  const alone = headOf(first.slice(0, nextLine(first, 0))) !== undefined;
  return !pair || others.length > 0 || !alone || /^ *\t/m.test(piece.text);
}

function isMisplaced({ column }: SyntaxFault): boolean {
  return column !== undefined;
}

/** Whether the quote that opens a text is not closed in a faulty piece: what it says is not known then. */
export function isUnclosed({ block, style, endLine, endCol }: ScalarNode): boolean {
  if (block.faults.length === 0 || (style !== "single" && style !== "double")) return false;
  const line = block.text.split("\n")[endLine] ?? "";
  return line.charAt(endCol - 1) !== (style === "single" ? "'" : '"');
}
