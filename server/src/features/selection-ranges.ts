import type { Position, Range, SelectionRange } from "vscode-languageserver-types";
import { comparePositions, containsPosition } from "../syntax/positions.ts";
import { partsAt } from "../syntax/selection.ts";
import type { Context } from "./context.ts";

/** For each position, the parts of the text around it, each in the next larger one. */
export function selectionRanges(
  { file }: Pick<Context, "file">,
  { positions }: { readonly positions: readonly Position[] },
): SelectionRange[] {
  return positions.map((position) => nested(position, partsAt(file, position)));
}

/** How many parts are told of a position: an answer nested by the thousand could be written by no one. */
const MAX_PARTS = 200;

/**
 * Parts from the largest to the smallest; one that does not lie in the one before is left out, and of very many those
 * between the largest and the smallest.
 */
function nested(position: Position, parts: readonly Range[]): SelectionRange {
  const sorted = parts.toSorted(
    (a, b) => comparePositions(a.start, b.start) || comparePositions(b.end, a.end),
  );
  const ranges: Range[] = [];
  for (const range of sorted) {
    const last = ranges.at(-1);
    if (!last || isWithin(range, last)) ranges.push(range);
  }
  if (ranges.length > MAX_PARTS) ranges.splice(1, ranges.length - MAX_PARTS);
  let chain: SelectionRange | undefined;
  for (const range of ranges) chain = { range, ...(chain ? { parent: chain } : undefined) };
  return chain ?? { range: { start: position, end: position } };
}

/** Whether a range lies in another one and is smaller. */
function isWithin(inner: Range, outer: Range): boolean {
  const isInside = containsPosition(outer, inner.start) && containsPosition(outer, inner.end);
  return (
    isInside && (comparePositions(outer.start, inner.start) < 0 || comparePositions(inner.end, outer.end) < 0)
  );
}
