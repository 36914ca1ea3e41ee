import type { Message } from "../base/message.ts";
import { leaf } from "./blocks.ts";
import { type LenientScan, scan } from "./lenient-scan.ts";
import { headOf, nextLine } from "./line-kinds.ts";
import type { Problem } from "./problem.ts";
import type { Block, Span } from "./tree.ts";

/** A change of a block's text, in offsets; equal ends insert. */
export interface TextPatch {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** What a recogniser takes a fault for. It holds if its patches mend the text; without patches, as it is. */
export interface RecoveryHint {
  readonly from: number;
  readonly to: number;
  readonly message: Message;
  readonly related?: { readonly at: number; readonly message: Message };
  readonly title?: Message;
  readonly safety?: "sure" | "probable";
  readonly patches?: readonly TextPatch[];
  /** Entries below one another that have it are spoken of once. */
  readonly spreads?: true;
}

export interface SourceLine {
  /** Offsets of the line: without its line break. */
  readonly from: number;
  readonly to: number;
  readonly indent: number;
  readonly text: string;
  /** Blank, or a comment. */
  readonly empty: boolean;
}

export interface LeafFault {
  readonly code: string;
  readonly from: number;
  readonly to: number;
}

/** A leaf in which something is wrong, in offsets. */
export class ErroneousBlock {
  readonly block: Block;
  readonly text: string;
  readonly lines: readonly SourceLine[];
  /** In the order of the text; those of one place in the order in which they were found. */
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
      .sort((one, other) => one.from - other.from);
  }

  /** Made when it is first asked for. */
  get scan(): LenientScan {
    this.#scan ??= scan(this.text);
    return this.#scan;
  }

  /** The first fault. */
  get first(): LeafFault {
    const [first] = this.faults;
    return first ?? { code: "", from: 0, to: 0 };
  }

  has(...codes: readonly string[]): boolean {
    return this.faults.some(({ code }) => codes.includes(code));
  }

  /** The index of the line at an offset. */
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

  span(from: number, to: number): Span {
    const line = this.lineAt(from);
    const endLine = this.lineAt(to);
    const col = from - (this.lines[line]?.from ?? 0);
    const endCol = to - (this.lines[endLine]?.from ?? 0);
    return { block: this.block, line, col, endLine, endCol };
  }

  problem({ from, to, message, related, title, safety = "probable", patches }: RecoveryHint): Problem {
    const quiet = SECRET.test(this.lines[this.lineAt(from)]?.text ?? "") ? hushed : spoken;
    const edits = patches?.map((patch) => ({ at: this.span(patch.from, patch.to), newText: patch.text }));
    return {
      id: "yaml-syntax",
      at: this.span(from, to),
      message: quiet(message),
      ...(related
        ? { related: [{ at: this.span(related.at, related.at + 1), message: related.message }] }
        : undefined),
      ...(edits && title ? { fixes: [{ title: quiet(title), safety, edits }] } : undefined),
    };
  }

  /** Whether these patches leave nothing wrong in the block, or only what is wrong further down. */
  mended(patches: readonly TextPatch[]): "whole" | "so-far" | undefined {
    const text = patched(this.text, patches);
    if (this.has("UNFIT") && !headOf(text.slice(0, nextLine(text, 0)))) return undefined;
    const { faults, pairs } = leaf(this.block.uri, text, this.block.indent);
    if (faults.length === 0)
      return pairs.length > 0 || linesOf(text).every(({ empty }) => empty) ? "whole" : undefined;
    if (faults.length >= this.faults.length || patches.some((patch) => patch.text.includes("\n")))
      return undefined;
    const end = this.lineAt(Math.max(...patches.map(({ from }) => from), this.first.to));
    const known = ({ code, line }: Span & { readonly code: string }) =>
      line > end && this.block.faults.some((fault) => fault.code === code && fault.line === line);
    return faults.every(known) ? "so-far" : undefined;
  }

  #offset(line: number, col: number): number {
    return (this.lines[line]?.from ?? this.text.length) + col;
  }
}

/** A key whose value no message may repeat. */
const SECRET =
  /(?:mot-?de-?passe|mdp|passw|pwd|passphrase|secret|token|jeton|\bpin\b|cle-api|api-key)["']?\s*[:=]/i;

function spoken(message: Message): Message {
  return message;
}

function hushed({ text, args }: Message): Message {
  return { text, args: args.map((arg) => (typeof arg === "string" && arg.length > 1 ? "…" : arg)) };
}

function patched(text: string, patches: readonly TextPatch[]): string {
  return [...patches]
    .sort((one, other) => other.from - one.from)
    .reduce((now, patch) => now.slice(0, patch.from) + patch.text + now.slice(patch.to), text);
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

/** The length of a line, or of the rest of one, without the comment on it and the white space before that. */
export function lengthBeforeComment(line: string): number {
  const hash = line.search(/(?<=[ \t])#/);
  return (hash < 0 ? line : line.slice(0, hash)).trimEnd().length;
}

/** A text in quotes, whatever is in it. */
export function quote(text: string): string {
  if (!/["\\]/.test(text)) return `"${text}"`;
  return `'${text.replaceAll("'", "''")}'`;
}

/** The author's words, cut short. */
export function excerpt(text: string): string {
  const line = text.trim().replace(/\s+/g, " ");
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
