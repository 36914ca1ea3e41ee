import type { Finding } from "../rules/api/rule.ts";
import { comparePositions, overlap, type Range } from "../syntax/positions.ts";
import type { Fix } from "../syntax/problem.ts";
import type { TextEdit } from "../syntax/text-edits.ts";
import type { Span } from "../syntax/tree.ts";

/** The findings in texts at one revision. */
export interface CheckedTexts {
  readonly findings: readonly Pick<Finding, "fixes">[];
  /** The range of a span in its file; `undefined` if that file cannot be changed. */
  readonly rangeOf: (at: Span) => Range | undefined;
}

/** Edits that can be applied together, by the URI of their file. */
export type EditsByFile = ReadonlyMap<string, readonly TextEdit[]>;

/** A fix may reveal another finding; if there are still fixes after so many rounds, two rules undo each other's. */
const ROUNDS = 10;

/**
 * The only loop that applies sure fixes until none is left. It yields the edits of each round; the caller applies them,
 * checks again, and passes the new findings in. Returns the number of fixes.
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

/**
 * The fix of a finding that is applied automatically; `undefined` unless it is sure and only changes files that may be
 * changed.
 */
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
  /** By each line that they touch. */
  readonly #byLine = new Map<string, Map<number, TextEdit[]>>();

  /**
   * Adds the edits of a fix; returns false if one conflicts with an earlier edit, so that the fix is left for the next
   * round.
   */
  add({ edits }: Fix, { rangeOf }: CheckedTexts): boolean {
    const located = edits.flatMap(({ at, newText }) => {
      const range = rangeOf(at);
      return range ? [{ uri: at.block.uri, edit: { range, newText } }] : [];
    });
    if (located.length < edits.length || located.some(({ uri, edit }) => this.#conflictsWithAny(uri, edit)))
      return false;
    for (const { uri, edit } of located) this.#addEdit(uri, edit);
    return true;
  }

  #conflictsWithAny(uri: string, edit: TextEdit): boolean {
    const byLine = this.#byLine.get(uri);
    if (!byLine) return false;
    return linesOf(edit).some((line) => byLine.get(line)?.some((other) => conflict(edit, other)));
  }

  #addEdit(uri: string, edit: TextEdit): void {
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

/** Whether two edits overlap, or start at the same position, where their order would be undefined. */
function conflict({ range: one }: TextEdit, { range: other }: TextEdit): boolean {
  return comparePositions(one.start, other.start) === 0 || overlap(one, other);
}
