import type { Fact, Finding } from "../rules/rule.ts";
import type { Silence } from "../rules/suppress.ts";
import type { Argument, Message } from "../say.ts";
import { type File, parseFile, rangeOf } from "../syntax/file.ts";
import type { Fix, Problem } from "../syntax/problem.ts";
import type { Block, Span } from "../syntax/tree.ts";

/**
 * Makes what is found in an establishment outlast its files: the same places, without the texts that stand there. What
 * stands in other files, which are bases and stay, keeps its place.
 */
export class Lasting {
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

  finding({ rule, subject: _, ...problem }: Finding): Finding {
    const { at, id } = problem;
    if (this.#files.has(at.block.uri)) return { ...this.problem(problem), rule };
    // What several establishments find on a base is kept once.
    const known = onBases.get(at) ?? new Map<string, Finding>();
    const finding = known.get(id) ?? { ...this.problem(problem), rule };
    onBases.set(at, known.set(id, finding));
    return finding;
  }

  problem({ id, at, message, related, fixes }: Problem): Problem {
    return {
      id,
      at: this.span(at),
      message: said(message),
      ...(related && {
        related: related.map((one) => ({ at: this.span(one.at), message: said(one.message) })),
      }),
      ...(fixes && { fixes: fixes.map((fix) => this.#fix(fix)) }),
    };
  }

  silence({ line, rules, problem }: Silence): Silence {
    return {
      ...(line !== undefined && { line }),
      rules: rules.map(({ id, exists, unused }) => ({ id: own(id), exists, unused: this.problem(unused) })),
      ...(problem && { problem: this.problem(problem) }),
    };
  }

  fact({ at, says }: Fact): Fact {
    return { at: this.span(at), says: says.map(own) };
  }

  #fix({ title, safety, edits }: Fix): Fix {
    return {
      title: said(title),
      safety,
      edits: edits.map(({ at, newText }) => ({ at: this.#place(at), newText: own(newText) })),
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

/** The same message; its words in memory of their own. */
function said({ text, args }: Message): Message {
  const kept = (arg: Argument): Argument => {
    if (typeof arg === "string") return own(arg);
    return typeof arg === "object" && "text" in arg ? said(arg) : arg;
  };
  return { text, args: args.map(kept) };
}

/** Shorter texts are copied as they are cut out. */
const COPIED = 13;

/** The same text; one that was cut out of another would keep all of that in memory. */
function own(text: string): string {
  return text.length < COPIED ? text : (JSON.parse(JSON.stringify(text)) as string);
}
