import type { Message } from "../base/message.ts";
import { leaf } from "./blocks.ts";
import { type LenientScan, scan } from "./lenient-scan.ts";
import { headOf, nextLine } from "./line-kinds.ts";
import { namesSecret } from "./private-text.ts";
import type { Problem } from "./problem.ts";
import type { Block, Span } from "./tree.ts";

/** A replacement in the text of a block, in offsets. If `from` equals `to`, it inserts. */
export interface TextPatch {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * A guess at the mistake behind a syntax error. It counts only if its patches make the text parse; a hint without
 * patches counts as it is.
 */
export interface RecoveryHint {
  readonly from: number;
  readonly to: number;
  readonly message: Message;
  readonly related?: { readonly at: number; readonly message: Message };
  readonly title?: Message;
  readonly safety?: "sure" | "probable";
  readonly patches?: readonly TextPatch[];
  /** Consecutive blocks with this mistake are reported as one problem. */
  readonly mergeable?: true;
}

/** A line of a block. */
export interface SourceLine {
  /** The offsets of the line, without its line break. */
  readonly from: number;
  readonly to: number;
  readonly indent: number;
  readonly text: string;
  /** Whether the line is blank or a comment. */
  readonly empty: boolean;
}

/** A syntax error, in offsets of its block. */
export interface LeafFault {
  readonly code: string;
  readonly from: number;
  readonly to: number;
}

/** A leaf with syntax errors, read by offsets. */
export class ErroneousBlock {
  readonly block: Block;
  readonly text: string;
  readonly lines: readonly SourceLine[];
  /** In document order; faults at the same position in the order in which they were found. */
  readonly faults: readonly LeafFault[];
  #scan: LenientScan | undefined;

  constructor(block: Block) {
    this.block = block;
    this.text = block.text;
    this.lines = linesOf(block.text);
    this.faults = block.faults
      .map(({ code, line, col, endLine, endCol }) => ({
        code,
        from: this.#offset(line, col),
        to: this.#offset(endLine, endCol),
      }))
      .sort((a, b) => a.from - b.from);
  }

  /** The lenient scan of its text. Computed at first use. */
  get scan(): LenientScan {
    this.#scan ??= scan(this.text);
    return this.#scan;
  }

  /** The first fault; an empty one at the start if there are none. */
  get first(): LeafFault {
    const [first] = this.faults;
    return first ?? { code: "", from: 0, to: 0 };
  }

  /** Whether a fault has one of these codes. */
  has(...codes: readonly string[]): boolean {
    return this.faults.some(({ code }) => codes.includes(code));
  }

  /** The index of the line that contains an offset. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.lines.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.lines[middle]?.from ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The span between two offsets. */
  span(from: number, to: number): Span {
    const line = this.lineAt(from);
    const endLine = this.lineAt(to);
    const col = from - (this.lines[line]?.from ?? 0);
    const endCol = to - (this.lines[endLine]?.from ?? 0);
    return { block: this.block, line, col, endLine, endCol };
  }

  /** The problem for a hint. If its line may contain a secret, the message does not repeat the text. */
  problem({ from, to, message, related, title, safety = "probable", patches }: RecoveryHint): Problem {
    const redactIfSecret = namesSecret(this.lines[this.lineAt(from)]?.text ?? "") ? redact : unchanged;
    const edits = patches?.map((patch) => ({ at: this.span(patch.from, patch.to), newText: patch.text }));
    return {
      id: "yaml-syntax",
      at: this.span(from, to),
      message: redactIfSecret(message),
      ...(related
        ? { related: [{ at: this.span(related.at, related.at + 1), message: related.message }] }
        : undefined),
      ...(edits && title ? { fixes: [{ title: redactIfSecret(title), safety, edits }] } : undefined),
    };
  }

  /**
   * The result of applying patches: `whole` if the block then parses, `so-far` if only known faults further down
   * remain, else `undefined`.
   */
  tryPatches(patches: readonly TextPatch[]): "whole" | "so-far" | undefined {
    const text = applyPatches(this.text, patches);
    if (this.has("UNFIT") && !headOf(text.slice(0, nextLine(text, 0)))) return undefined;
    const { faults, pairs } = leaf(this.block.uri, text, this.block.indent);
    if (faults.length === 0)
      return pairs.length > 0 || linesOf(text).every(({ empty }) => empty) ? "whole" : undefined;
    if (faults.length >= this.faults.length || patches.some((patch) => patch.text.includes("\n")))
      return undefined;
    const end = this.lineAt(Math.max(...patches.map(({ from }) => from), this.first.to));
    const isKnown = ({ code, line }: Span & { readonly code: string }) =>
      line > end && this.block.faults.some((fault) => fault.code === code && fault.line === line);
    return faults.every(isKnown) ? "so-far" : undefined;
  }

  #offset(line: number, col: number): number {
    return (this.lines[line]?.from ?? this.text.length) + col;
  }
}

function unchanged(message: Message): Message {
  return message;
}

function redact({ text, args }: Message): Message {
  return { text, args: args.map((arg) => (typeof arg === "string" && arg.length > 1 ? "…" : arg)) };
}

function applyPatches(text: string, patches: readonly TextPatch[]): string {
  return [...patches]
    .sort((a, b) => b.from - a.from)
    .reduce((current, patch) => current.slice(0, patch.from) + patch.text + current.slice(patch.to), text);
}

function linesOf(text: string): readonly SourceLine[] {
  const lines: SourceLine[] = [];
  for (let from = 0; from <= text.length; ) {
    const newline = text.indexOf("\n", from);
    const end = newline < 0 ? text.length : newline;
    const to = end > from && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
    const line = text.slice(from, to);
    lines.push({ from, to, indent: line.search(/[^ ]|$/), text: line, empty: /^[ \t]*(?:#|$)/.test(line) });
    if (newline < 0) break;
    from = newline + 1;
  }
  return lines;
}

/** The length of a line, or of the rest of one, without its comment and the white space before it. */
export function lengthBeforeComment(line: string): number {
  const hash = line.search(/(?<=[ \t])#/);
  return (hash < 0 ? line : line.slice(0, hash)).trimEnd().length;
}

/** A text in quotes that is valid YAML whatever it contains. */
export function quote(text: string): string {
  if (!/["\\]/.test(text)) return `"${text}"`;
  return `'${text.replaceAll("'", "''")}'`;
}

/** A text shortened for a message: on one line, at most 40 characters. */
export function excerpt(text: string): string {
  const line = text.trim().replace(/\s+/g, " ");
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
