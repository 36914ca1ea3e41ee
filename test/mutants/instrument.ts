import type { Mutant, TextRange } from "./mutant.ts";
import { SWITCH } from "./switch.ts";

/** A mutant with the number by which it is activated. */
export interface NumberedMutant extends Mutant {
  readonly number: number;
}

/** A source file before and after instrumentation. */
export interface InstrumentedSource {
  readonly text: string;
  readonly instrumented: string;
}

/** A source file with all these mutants, each behind a condition. While none is active, it behaves as before. */
export function instrumented(source: string, mutants: readonly NumberedMutant[]): string {
  return rendered(source, { start: 0, end: source.length }, rangesOf(mutants));
}

/** All mutants with the same range. */
interface Switched extends TextRange {
  readonly mutants: readonly NumberedMutant[];
}

function rangesOf(mutants: readonly NumberedMutant[]): readonly Switched[] {
  const ranges = new Map<string, NumberedMutant[]>();
  for (const mutant of mutants) {
    const range = `${mutant.start} ${mutant.end}`;
    ranges.set(range, [...(ranges.get(range) ?? []), mutant]);
  }
  return [...ranges.values()]
    .flatMap((same) => (same[0] ? [{ start: same[0].start, end: same[0].end, mutants: same }] : []))
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The text of a range, with the mutants in it. */
function rendered(source: string, { start, end }: TextRange, switched: readonly Switched[]): string {
  let text = "";
  let at = start;
  let rest = switched;
  for (let [first] = rest; first; [first] = rest) {
    const { start: from, end: to } = first;
    const inside = rest.slice(1).filter((one) => one.start < to);
    text += source.slice(at, from) + switchOf(first, rendered(source, first, inside));
    at = to;
    rest = rest.filter((one) => one.start >= to);
  }
  return text + source.slice(at, end);
}

function switchOf({ mutants }: Switched, otherwise: string): string {
  if (mutants[0]?.kind === "statement") {
    const cases = mutants.map(
      ({ number, replacement }) => `if (${SWITCH}(${number})) { ${replacement} } else `,
    );
    return `{ ${cases.join("")}{ ${otherwise} } }`;
  }
  const cases = mutants.map(({ number, replacement }) => `${SWITCH}(${number}) ? (${replacement}) : `);
  return `(${cases.join("")}(${otherwise}))`;
}
