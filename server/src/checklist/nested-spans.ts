import { compareInBlock, endInBlock } from "../syntax/positions.ts";
import type { Block, Span } from "../syntax/tree.ts";

/** Spans that are asked for the ones that lie around or in another: in a file of one block, there are very many. */
export class NestedSpans {
  readonly #blocks = new Map<Block, Span[]>();
  readonly #sorted = new Map<Block, SortedSpans>();

  constructor(spans: Iterable<Span>) {
    for (const span of spans) {
      const known = this.#blocks.get(span.block);
      if (known) known.push(span);
      else this.#blocks.set(span.block, [span]);
    }
  }

  /** Whether one of the spans contains a span, or lies in it. */
  isNested(at: Span): boolean {
    const spans = this.#blocks.get(at.block);
    if (!spans) return false;
    const sorted = this.#sorted.get(at.block) ?? sortedSpans(spans);
    this.#sorted.set(at.block, sorted);
    const { starts, furthest, nearest } = sorted;
    const after = firstAfter(starts, at, 1);
    const around = furthest[after - 1];
    if (around && compareInBlock(endInBlock(at), endInBlock(around)) <= 0) return true;
    const within = nearest[firstAfter(starts, at, 0)];
    return within !== undefined && compareInBlock(endInBlock(within), endInBlock(at)) <= 0;
  }
}

/** Spans of one block by their starts; of each and those before it, that which ends last; of it and those behind, first. */
interface SortedSpans {
  readonly starts: readonly Span[];
  readonly furthest: readonly Span[];
  readonly nearest: readonly Span[];
}

function sortedSpans(spans: readonly Span[]): SortedSpans {
  const starts = spans.toSorted(compareInBlock);
  const endsLater = (a: Span, b: Span) => compareInBlock(endInBlock(a), endInBlock(b)) > 0;
  const furthest = scanned(starts, endsLater);
  const nearest = scanned(starts.toReversed(), (a, b) => endsLater(b, a)).toReversed();
  return { starts, furthest, nearest };
}

/** For each span, the best of those up to it. */
function scanned(spans: readonly Span[], isBetter: (a: Span, b: Span) => boolean): Span[] {
  let best: Span | undefined;
  return spans.map((span) => {
    best = best && !isBetter(span, best) ? best : span;
    return best;
  });
}

/** The index of the first span that starts at a place or behind it (`least` 0), or behind it only (`least` 1). */
function firstAfter(starts: readonly Span[], at: Span, least: number): number {
  let [from, to] = [0, starts.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const span = starts[middle];
    if (span && Math.sign(compareInBlock(span, at)) < least) from = middle + 1;
    else to = middle;
  }
  return from;
}
