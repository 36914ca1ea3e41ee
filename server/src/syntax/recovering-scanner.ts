import { indentOf } from "./line-kinds.ts";

/** A scalar, by offsets; quotes are part of it, but not of its text. */
export interface Token {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly quote: "" | '"' | "'";
}

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
  key?: Token;
  /** The offset behind its colon. */
  colon?: number;
  value?: RecoveredCollection | Token;
}

/** What the cursor is in. */
export interface CursorContext {
  readonly role: "key" | "value" | "comment" | "text" | "blank";
  readonly collection: RecoveredCollection;
  readonly slot?: RecoveredEntry;
  readonly word?: Token;
}

const KEY = /(?:[^\s#:]|:(?=\S)|(?<=\S)#|[ \t]+(?=[^\s#:]|:\S))*?[ \t]*(?=:(?:[ \t\r\n]|$))/y;
/** A plain scalar on one line. */
export const PLAIN = /(?:[^\s#]|(?<=\S)#|[ \t]+(?=[^\s#]))*/y;
/** The same in a flow collection. */
export const FLOW_PLAIN =
  /(?:[^\s#,[\]{}:]|:(?=[^\s,[\]{}])|(?<=\S)#|[ \t]+(?=[^\s#,[\]{}:]|:[^\s,[\]{}]))*/y;
/** A line that can only be an entry or an item: what was not closed above it never will be. */
const BEGINS = /[ ]*(?:-[ \t\r\n]|["']?[^\s#,[\]{}&*!|>%@`"'-][^:#\n,[\]{}]*:(?:[ \t\r\n]|$))/y;

/** Reads the scalars of a text that somebody types: what is not closed ends where something else must begin. */
export class RecoveringScanner {
  protected readonly text: string;
  protected readonly cursor: number;
  protected at = 0;
  protected spot: CursorContext | undefined;

  constructor(text: string, cursor: number) {
    this.text = text;
    this.cursor = cursor;
  }

  protected capture(from: number, to: number, spot: CursorContext): void {
    if (this.cursor >= from && this.cursor <= to) this.spot ??= spot;
  }

  protected quoted(at: number, indent: number): Token {
    const quote = this.text[at] === '"' ? '"' : "'";
    let end = at + 1;
    for (; end < this.text.length && this.text[end] !== quote; end++) {
      if (this.text[end] === "\n" && this.isForeign(end + 1, indent)) break;
      if (quote === '"' && this.text[end] === "\\") end++;
    }
    const closed = this.text[end] === quote;
    const to = closed ? end + 1 : this.lineEnd(at);
    return { from: at, to, text: this.text.slice(at + 1, closed ? end : to), quote };
  }

  protected plain(pattern: RegExp, at: number): Token {
    pattern.lastIndex = at;
    const text = pattern.exec(this.text)?.[0] ?? "";
    return { from: at, to: at + text.length, text, quote: "" };
  }

  protected keyAt(at: number, end: number): Token | undefined {
    const first = this.text[at] ?? "";
    if ("{[&*!|>%@`".includes(first)) return undefined;
    if (first === '"' || first === "'") {
      const word = this.quoted(at, Number.MAX_SAFE_INTEGER);
      const colon = this.skip(word.to, end);
      const isKey = this.text[colon] === ":" && (colon + 1 >= end || this.isSpace(colon + 1));
      return isKey && word.to <= end ? word : undefined;
    }
    KEY.lastIndex = at;
    const match = KEY.exec(this.text.slice(0, end));
    if (!match) return undefined;
    const text = match[0].trimEnd();
    return { from: at, to: at + text.length, text, quote: "" };
  }

  /** Whether the line that begins at `at` must be another entry: a flow collection or a quote above it was not closed. */
  protected isForeign(at: number, indent: number): boolean {
    if (indentOf(this.text, at) > indent) return false;
    BEGINS.lastIndex = at;
    return BEGINS.test(this.text);
  }

  protected isSpace(at: number): boolean {
    return " \t\r\n".includes(this.text[at] ?? " ");
  }

  protected skip(at: number, end: number): number {
    let next = at;
    while (next < end && this.isSpace(next)) next++;
    return next;
  }

  protected lineBegin(at: number): number {
    return this.text.lastIndexOf("\n", at - 1) + 1;
  }

  protected lineEnd(at: number): number {
    const end = this.text.indexOf("\n", at);
    const stop = end < 0 ? this.text.length : end;
    return stop > at && this.text[stop - 1] === "\r" ? stop - 1 : stop;
  }
}
