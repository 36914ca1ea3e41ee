import type { Suppression } from "../analysis/suppress.ts";
import type { Message, MessageArgument } from "../base/message.ts";
import type { CrossFact, Finding } from "../rules/api/rule.ts";
import { type File, parseFile, rangeOf } from "../syntax/file.ts";
import type { Fix, Problem } from "../syntax/problem.ts";
import type { Block, Span } from "../syntax/tree.ts";

/**
 * Makes what is found in an establishment outlast its files: the same places, without the texts that stand there. What
 * stands in other files, which are bases and stay, keeps its place.
 */
export class FindingDetacher {
  readonly #files: ReadonlyMap<string, File>;
  readonly #blocks = new Map<string, Block>();
  readonly #told: (file: File, line: number) => void;

  /** `told` hears each line that something is said of. */
  constructor(files: readonly File[], told: (file: File, line: number) => void) {
    this.#files = new Map(files.map((file) => [file.uri, file]));
    this.#told = told;
  }

  /** A place that something is said of. */
  span(at: Span): Span {
    const file = this.#files.get(at.block.uri);
    if (file) this.#told(file, rangeOf(file, at).start.line);
    return this.#place(at);
  }

  finding(found: Finding): Finding {
    if (this.#files.has(found.at.block.uri)) return this.#finding(found);
    // What several establishments find on a base is kept once.
    const known = onBases.get(found.at) ?? new Map<string, Finding>();
    const finding = known.get(found.id) ?? this.#finding(found);
    onBases.set(found.at, known.set(found.id, finding));
    return finding;
  }

  #finding(found: Finding): Finding {
    const { id, at, message, related, fixes } = this.problem(found);
    return { id, at, message, related, fixes, rule: found.rule };
  }

  // Of findings there may be very many: so all have the same keys, and those without anything share the same nothing.
  problem({ id, at, message, related = NONE, fixes = NONE }: Problem): Required<Problem> {
    return {
      id,
      at: this.span(at),
      message: said(message),
      related: mapEach(related, (one) => ({ at: this.span(one.at), message: said(one.message) })),
      fixes: mapEach(fixes, (fix) => this.#fix(fix)),
    };
  }

  silence({ line, rules, problem }: Suppression): Suppression {
    return {
      ...(line !== undefined && { line }),
      rules: rules.map(({ id, exists, unused }) => ({
        id: ownedCopy(id),
        exists,
        unused: this.problem(unused),
      })),
      ...(problem && { problem: this.problem(problem) }),
    };
  }

  fact({ at, says }: CrossFact): CrossFact {
    return { at: this.span(at), says: says.map(ownedCopy) };
  }

  #fix({ title, safety, edits }: Fix): Fix {
    return {
      title: said(title),
      safety,
      edits: mapEach(edits, ({ at, newText }) => ({ at: this.#place(at), newText: ownedCopy(newText) })),
    };
  }

  #place(at: Span): Span {
    const file = this.#files.get(at.block.uri);
    if (!file) return at;
    const { start, end } = rangeOf(file, at);
    // Nothing stands before a block without text: so its lines are those of the file.
    const block = this.#blocks.get(file.uri) ?? parseFile(file.uri, "").root;
    this.#blocks.set(file.uri, block);
    return { block, line: start.line, col: start.character, endLine: end.line, endCol: end.character };
  }
}

const onBases = new WeakMap<Span, Map<string, Finding>>();

const NONE: readonly never[] = [];

/** What becomes of each of a list. */
export function mapEach<T, R>(list: readonly T[], keep: (one: T) => R): readonly R[] {
  return list.length > 0 ? list.map(keep) : NONE;
}

/** The same message; its words in memory of their own. */
function said({ text, args }: Message): Message {
  const kept = (arg: MessageArgument): MessageArgument => {
    if (typeof arg === "string") return ownedCopy(arg);
    return typeof arg === "object" && "text" in arg ? said(arg) : arg;
  };
  return { text, args: mapEach(args, kept) };
}

/** Shorter texts are copied as they are cut out. */
const COPIED = 13;

/** The same text; one that was cut out of another would keep all of that in memory. */
export function ownedCopy(text: string): string {
  return text.length < COPIED ? text : (JSON.parse(JSON.stringify(text)) as string);
}
