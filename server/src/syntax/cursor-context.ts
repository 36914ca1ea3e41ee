import { lineEndAt } from "./implicit-key.ts";
import type { Token } from "./token-cursor.ts";

/**
 * A collection in a text that may be incomplete, for positions where the tree does not help: after `key:`, in `{ a: 1,
 * `, after a quote that is not closed.
 */
export interface RecoveredCollection {
  readonly kind: "map" | "list";
  readonly flow: boolean;
  /** The column of its keys or dashes; for a flow collection, the column of the line on which it begins. */
  readonly indent: number;
  readonly entries: RecoveredEntry[];
  /** The entry or item whose value it is; `undefined` for the outermost collection. */
  readonly parent: RecoveredEntry | undefined;
}

/** An entry of a map or an item of a list. */
export interface RecoveredEntry {
  readonly collection: RecoveredCollection;
  key?: RecoveredScalar;
  /** The offset after its colon. */
  colon?: number;
  /** Its key follows a question mark; its value, after a colon, is on a line of its own. */
  explicit?: true;
  value?: RecoveredCollection | RecoveredScalar | undefined;
}

/** A scalar, by offsets. The quotes are part of the range, but not of `text`. */
export interface RecoveredScalar {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly quote: "" | '"' | "'";
  readonly closed: boolean;
}

/** The element at the cursor. */
export interface CursorContext {
  readonly role: "key" | "value" | "alias" | "comment" | "text" | "blank";
  readonly collection: RecoveredCollection;
  readonly entry?: RecoveredEntry;
  readonly word?: RecoveredScalar;
  /** In a flow collection: another entry follows, without a comma between. */
  readonly isFollowed?: true;
}

/** Reads the tokens of a text in order, and records the element at the cursor once it is reached. */
export class TokenReader {
  readonly text: string;
  readonly cursor: number;
  /** The offset at which the line of the cursor begins. */
  readonly line: number;
  /** Whether that line has nothing but white space. */
  readonly isOnBlankLine: boolean;
  context: CursorContext | undefined;
  readonly #tokens: readonly Token[];
  #next = 0;

  constructor(text: string, tokens: readonly Token[], cursor: number) {
    this.text = text;
    this.cursor = cursor;
    this.line = cursor > 0 ? text.lastIndexOf("\n", cursor - 1) + 1 : 0;
    this.isOnBlankLine = text.slice(this.line, lineEndAt(text, cursor)).trim() === "";
    this.#tokens = tokens;
  }

  /** The next token; `undefined` at the end of the text. */
  get next(): Token | undefined {
    return this.#tokens[this.#next];
  }

  /** The next token on the line; `undefined` at its end. */
  get nextOnLine(): Token | undefined {
    const { next } = this;
    return next?.kind === "indentation" ? undefined : next;
  }

  /** Whether the last token that was read ends a flow collection that is not closed. */
  get isAfterUnclosed(): boolean {
    const last = this.#tokens[this.#next - 1];
    return last?.kind === "flow-end" && !last.closed;
  }

  /** Returns the next token and moves past it. */
  take(): Token | undefined {
    return this.#tokens[this.#next++];
  }

  /** Whether the cursor is between two offsets, both included, and its context is not known yet. */
  isIn(from: number, to: number): boolean {
    return this.cursor >= from && this.cursor <= to && this.context === undefined;
  }

  /** Records a comment as the context if the cursor is in it, after its `#`. */
  captureComment({ from, to }: Token, collection: RecoveredCollection): void {
    if (this.isIn(from + 1, to)) this.context = { role: "comment", collection };
  }

  /** The content of a token that is a scalar. */
  scalar({ kind, from, to, closed }: Token): RecoveredScalar {
    const quote = kind === "double-quoted" ? '"' : kind === "single-quoted" ? "'" : "";
    const inner = this.text.slice(from + quote.length, closed ? to - quote.length : to);
    return { from, to, text: quote === "'" ? inner.replaceAll("''", "'") : inner, quote, closed };
  }
}
