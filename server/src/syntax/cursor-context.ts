import type { Token } from "./token-cursor.ts";

/**
 * A text of YAML as far as it can be made out while somebody types it: collections, keys, words. For where the tree does
 * not help: after `key:`, in `{ a: 1, `, behind a quote that nobody closed. Nothing here fails.
 */
export interface RecoveredCollection {
  readonly kind: "map" | "list";
  readonly flow: boolean;
  /** The column of its keys or dashes; of a flow collection, that of the line on which it begins. */
  readonly indent: number;
  readonly slots: RecoveredEntry[];
  /** The entry or item whose value it is; none for the outermost. */
  readonly parent: RecoveredEntry | undefined;
}

/** An entry of a map or an item of a list. */
export interface RecoveredEntry {
  readonly in: RecoveredCollection;
  key?: RecoveredScalar;
  /** The offset behind its colon. */
  colon?: number;
  value?: RecoveredCollection | RecoveredScalar | undefined;
}

/** A scalar, by offsets; quotes are part of it, but not of its text. */
export interface RecoveredScalar {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly quote: "" | '"' | "'";
  readonly closed: boolean;
}

/** What the cursor is in. */
export interface CursorContext {
  readonly role: "key" | "value" | "comment" | "text" | "blank";
  readonly collection: RecoveredCollection;
  readonly slot?: RecoveredEntry;
  readonly word?: RecoveredScalar;
}

/** The tokens of a text one after the other, and what the cursor is in, once it was met. */
export class TokenReader {
  readonly text: string;
  readonly cursor: number;
  context: CursorContext | undefined;
  readonly #tokens: readonly Token[];
  #next = 0;

  constructor(text: string, tokens: readonly Token[], cursor: number) {
    this.text = text;
    this.cursor = cursor;
    this.#tokens = tokens;
  }

  get next(): Token | undefined {
    return this.#tokens[this.#next];
  }

  /** The next token on the line; `undefined` at its end. */
  get nextOnLine(): Token | undefined {
    const { next } = this;
    return next?.kind === "indentation" ? undefined : next;
  }

  take(): Token | undefined {
    return this.#tokens[this.#next++];
  }

  /** Whether the cursor is from one offset to another, that included, and what it is in was not said before. */
  isIn(from: number, to: number): boolean {
    return this.cursor >= from && this.cursor <= to && this.context === undefined;
  }

  /** A comment begins behind its sign. */
  captureComment({ from, to }: Token, collection: RecoveredCollection): void {
    if (this.isIn(from + 1, to)) this.context = { role: "comment", collection };
  }

  scalar({ kind, from, to, closed }: Token): RecoveredScalar {
    const quote = kind === "double-quoted" ? '"' : kind === "single-quoted" ? "'" : "";
    const inner = this.text.slice(from + quote.length, closed ? to - quote.length : to);
    return { from, to, text: quote === "'" ? inner.replaceAll("''", "'") : inner, quote, closed };
  }
}
