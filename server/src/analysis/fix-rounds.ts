import type { Finding } from "../rules/api/rule.ts";
import { comparePositions, overlap, type Range } from "../syntax/positions.ts";
import type { Fix } from "../syntax/problem.ts";
import type { TextEdit } from "../syntax/text-edits.ts";
import type { Span } from "../syntax/tree.ts";

/** What is found in texts at one moment. */
export interface CheckedTexts {
  readonly findings: readonly Pick<Finding, "fixes">[];
  /** Where something stands in its file; nothing where it is in no file that could be changed. */
  readonly rangeOf: (at: Span) => Range | undefined;
}

/** Edits that can be made together, by file. */
export type EditsByFile = ReadonlyMap<string, readonly TextEdit[]>;

/** A fix may bring another to light; more rounds would be two rules that undo each other. */
const ROUNDS = 10;

/**
 * The one loop that applies the sure fixes until none is left. It yields the edits of each round; who drives it makes them,
 * checks again, and hands in what is found then. Returned is the number of fixes.
 */
export function* fixRounds(
  first: CheckedTexts,
  mayChange: (uri: string) => boolean,
): Generator<EditsByFile, number, CheckedTexts> {
  let last = first;
  let fixes = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const edits = new RoundEdits();
    for (const finding of last.findings) {
      const fix = sureFixOf(finding, mayChange);
      if (fix && edits.add(fix, last)) fixes++;
    }
    if (edits.byFile.size === 0) break;
    last = yield edits.byFile;
  }
  return fixes;
}

/** The fix of a finding that is applied unasked: it is sure, and changes nothing but files that may be changed. */
export function sureFixOf(
  { fixes }: Pick<Finding, "fixes">,
  mayChange: (uri: string) => boolean,
): Fix | undefined {
  const fix = fixes?.find(({ safety }) => safety === "sure");
  const isAllowed = fix && fix.edits.length > 0 && !fix.creates?.length;
  return isAllowed && fix.edits.every(({ at }) => mayChange(at.block.uri)) ? fix : undefined;
}

/** The edits of one round. */
class RoundEdits {
  readonly byFile = new Map<string, TextEdit[]>();
  /** By the lines that they touch. */
  readonly #byLine = new Map<string, Map<number, TextEdit[]>>();

  /** Takes the edits of a fix; one that touches what another changes waits for the next round: then `false`. */
  add({ edits }: Fix, { rangeOf }: CheckedTexts): boolean {
    const placed = edits.flatMap(({ at, newText }) => {
      const range = rangeOf(at);
      return range ? [{ uri: at.block.uri, edit: { range, newText } }] : [];
    });
    if (placed.length < edits.length || placed.some(({ uri, edit }) => this.#meetsAny(uri, edit)))
      return false;
    for (const { uri, edit } of placed) this.#take(uri, edit);
    return true;
  }

  #meetsAny(uri: string, edit: TextEdit): boolean {
    const byLine = this.#byLine.get(uri);
    if (!byLine) return false;
    return linesOf(edit).some((line) => byLine.get(line)?.some((other) => meet(edit, other)));
  }

  #take(uri: string, edit: TextEdit): void {
    pushTo(this.byFile, uri, edit);
    const byLine = this.#byLine.get(uri) ?? new Map<number, TextEdit[]>();
    this.#byLine.set(uri, byLine);
    for (const line of linesOf(edit)) pushTo(byLine, line, edit);
  }
}

function linesOf({ range: { start, end } }: TextEdit): readonly number[] {
  return Array.from({ length: end.line - start.line + 1 }, (_, index) => start.line + index);
}

function pushTo<K, T>(lists: Map<K, T[]>, key: K, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

/** Whether two edits overlap, or begin at the same place, where their order would be anyone's guess. */
function meet({ range: one }: TextEdit, { range: other }: TextEdit): boolean {
  return comparePositions(one.start, other.start) === 0 || overlap(one, other);
}
