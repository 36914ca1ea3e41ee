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

/** Parts from the largest to the smallest; one that does not lie in the one before is left out. */
function nested(position: Position, parts: readonly Range[]): SelectionRange {
  const sorted = parts.toSorted(
    (a, b) => comparePositions(a.start, b.start) || comparePositions(b.end, a.end),
  );
  let chain: SelectionRange | undefined;
  for (const range of sorted) {
    if (chain && !isWithin(range, chain.range)) continue;
    chain = { range, ...(chain ? { parent: chain } : undefined) };
  }
  return chain ?? { range: { start: position, end: position } };
}

/** Whether a range lies in another one and is smaller. */
function isWithin(inner: Range, outer: Range): boolean {
  const isInside = containsPosition(outer, inner.start) && containsPosition(outer, inner.end);
  return (
    isInside && (comparePositions(outer.start, inner.start) < 0 || comparePositions(inner.end, outer.end) < 0)
  );
}
