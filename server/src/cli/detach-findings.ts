import type { Suppression } from "../analysis/suppress.ts";
import type { Message, MessageArgument } from "../base/message.ts";
import type { CrossFact, Finding } from "../rules/api/rule.ts";
import { type File, parseFile, rangeOf } from "../syntax/file.ts";
import type { Fix, Problem } from "../syntax/problem.ts";
import type { Block, Span } from "../syntax/tree.ts";

/**
 * Copies findings so that they do not keep the files of their establishment in memory: spans get the same positions in
 * an empty block. Spans in other files, which are bases and stay in memory, are kept.
 */
export class FindingDetacher {
  readonly #files: ReadonlyMap<string, File>;
  readonly #blocks = new Map<string, Block>();
  readonly #onSpan: (file: File, line: number) => void;

  /** `onSpan` is called with the first line of each span in these files that is reported. */
  constructor(files: readonly File[], onSpan: (file: File, line: number) => void) {
    this.#files = new Map(files.map((file) => [file.uri, file]));
    this.#onSpan = onSpan;
  }

  /** Detaches a span that is reported. */
  span(at: Span): Span {
    const file = this.#files.get(at.block.uri);
    if (file) this.#onSpan(file, rangeOf(file, at).start.line);
    return this.#detached(at);
  }

  /** Detaches a finding. */
  finding(found: Finding): Finding {
    if (this.#files.has(found.at.block.uri)) return this.#finding(found);
    // Equal findings of several establishments on a base share one copy.
    const known = findingsOnBases.get(found.at) ?? new Map<string, Finding>();
    const finding = known.get(found.id) ?? this.#finding(found);
    findingsOnBases.set(found.at, known.set(found.id, finding));
    return finding;
  }

  #finding(found: Finding): Finding {
    const { id, at, message, related, fixes } = this.problem(found);
    const { rule, everyHeir, more } = found;
    return {
      id,
      at,
      message,
      related,
      fixes,
      rule,
      ...(everyHeir !== undefined && { everyHeir }),
      ...(more && { more }),
    };
  }

  /** Detaches a problem. To save memory, as there may be many, all have the same keys and share one empty list. */
  problem({ id, at, message, related = EMPTY, fixes = EMPTY }: Problem): DetachedProblem {
    return {
      id,
      at: this.span(at),
      message: detachedMessage(message),
      related: mapEach(related, (item) => ({
        at: this.span(item.at),
        message: detachedMessage(item.message),
      })),
      fixes: mapEach(fixes, (fix) => this.#fix(fix)),
    };
  }

  /** Detaches a suppression. */
  suppression({ line, rules, until, problem }: Suppression): Suppression {
    return {
      ...(line !== undefined && { line }),
      rules: rules.map(({ id, exists, unusedProblem, expiredProblem }) => ({
        id: ownedCopy(id),
        exists,
        unusedProblem: this.problem(unusedProblem),
        ...(expiredProblem && { expiredProblem: this.problem(expiredProblem) }),
      })),
      ...(until !== undefined && { until: ownedCopy(until) }),
      ...(problem && { problem: this.problem(problem) }),
    };
  }

  /** Detaches a fact that is compared between establishments. */
  fact({ at, values }: CrossFact): CrossFact {
    return { at: this.span(at), values: values.map(ownedCopy) };
  }

  #fix({ title, safety, edits }: Fix): Fix {
    return {
      title: detachedMessage(title),
      safety,
      edits: mapEach(edits, ({ at, newText }) => ({ at: this.#detached(at), newText: ownedCopy(newText) })),
    };
  }

  #detached(at: Span): Span {
    const file = this.#files.get(at.block.uri);
    if (!file) return at;
    const { start, end } = rangeOf(file, at);
    // The block is empty and at the start of the file, so positions in it are those of the file.
    const block = this.#blocks.get(file.uri) ?? parseFile(file.uri, "").root;
    this.#blocks.set(file.uri, block);
    return { block, line: start.line, col: start.character, endLine: end.line, endCol: end.character };
  }
}

type DetachedProblem = Required<Omit<Problem, "more">>;

const findingsOnBases = new WeakMap<Span, Map<string, Finding>>();

const EMPTY: readonly never[] = [];

/** Like `list.map`, but all empty results are one shared list. */
export function mapEach<T, R>(list: readonly T[], convert: (item: T) => R): readonly R[] {
  return list.length > 0 ? list.map(convert) : EMPTY;
}

/** Copies a message with its arguments. */
function detachedMessage({ text, args }: Message): Message {
  const copyArgument = (arg: MessageArgument): MessageArgument => {
    if (typeof arg === "string") return ownedCopy(arg);
    return typeof arg === "object" && "text" in arg ? detachedMessage(arg) : arg;
  };
  return { text, args: mapEach(args, copyArgument) };
}

/** V8 copies slices that are shorter than this; longer ones refer to the whole string. */
const MIN_SLICE = 13;

/** A copy of a string with memory of its own: a slice would keep the whole string in memory that it was cut from. */
export function ownedCopy(text: string): string {
  return text.length < MIN_SLICE ? text : (JSON.parse(JSON.stringify(text)) as string);
}
