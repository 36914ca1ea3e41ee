import { implicitKeyAt, isBlankAt, lineEndAt } from "./implicit-key.ts";
import { indentOf } from "./line-kinds.ts";

/** The kind of a token, in the terms of YAML's specification. */
export type TokenKind =
  /** The spaces at the start of a line outside of brackets. Every such line has one such token, maybe empty. */
  | "indentation"
  | "document-marker"
  /** `- `, `? `, `:`. */
  | "sequence-entry"
  | "mapping-key"
  | "mapping-value"
  | "flow-start"
  | "flow-entry"
  | "flow-end"
  | "plain"
  | "single-quoted"
  | "double-quoted"
  | "anchor"
  | "tag"
  | "alias"
  /** `|` or `>` with the rest of its line except the comment, and the lines of text below. */
  | "block-header"
  | "block-content"
  | "comment";

/** A part of a text, by offsets. White space and line breaks between tokens belong to no token. */
export interface Token {
  readonly kind: TokenKind;
  readonly from: number;
  readonly to: number;
  /**
   * Whether a quoted text has its closing quote, or an opening bracket is closed by some bracket. The `flow-end` of an
   * unclosed collection is empty.
   */
  readonly closed: boolean;
  /** Whether it is a scalar that is a key: a colon follows. */
  readonly isKey: boolean;
}

/** A token under construction. */
export type GrowingToken = { -readonly [Key in keyof Token]: Token[Key] };

const [NEWLINE, HASH, COMMA, LIST, LIST_END, MAP, MAP_END] = [10, 35, 44, 91, 93, 123, 125];

/** A position in a text that is read into tokens, and the tokens before it. */
export class TokenCursor {
  readonly text: string;
  readonly tokens: GrowingToken[] = [];
  at = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** The character at the cursor; empty at the end of the text. */
  get char(): string {
    return this.text.charAt(this.at);
  }

  /** The last token; `undefined` before the first. */
  get last(): GrowingToken | undefined {
    return this.tokens[this.tokens.length - 1];
  }

  /** Adds a token from the cursor to an offset, and moves the cursor there. */
  push(kind: TokenKind, to: number): GrowingToken {
    const token: GrowingToken = { kind, from: this.at, to, closed: true, isKey: false };
    this.tokens.push(token);
    this.at = to;
    return token;
  }

  /** Skips white space on the line. Returns whether more follows on it. */
  skipWhiteSpace(): boolean {
    const { text } = this;
    while (isBlankAt(text, this.at) && this.at < text.length && text.charCodeAt(this.at) !== NEWLINE)
      this.at++;
    return this.at < text.length && text.charCodeAt(this.at) !== NEWLINE;
  }

  /** Reads a comment. Returns false if none begins at the cursor. */
  comment(): boolean {
    if (this.char !== "#") return false;
    this.push("comment", lineEndAt(this.text, this.at));
    return true;
  }

  /** Reads an anchor, a tag or an alias. Returns false if none begins at the cursor. */
  property(): boolean {
    const { char } = this;
    if (char !== "&" && char !== "!" && char !== "*") return false;
    let to = this.at + 1;
    while (!isBlankAt(this.text, to) && !isFlowSign(this.text, to)) to++;
    this.push(char === "&" ? "anchor" : char === "!" ? "tag" : "alias", to);
    return true;
  }

  /**
   * The end of the plain scalar at the cursor: where `ends` returns true, before a comment, or at the end of the line.
   */
  plainEnd(ends: (text: string, at: number) => boolean): number {
    const { text } = this;
    let to = this.at + 1;
    for (let at = to; at < text.length && text.charCodeAt(at) !== NEWLINE && !ends(text, at); at++) {
      if (isBlankAt(text, at)) continue;
      if (text.charCodeAt(at) === HASH && isBlankAt(text, at - 1)) break;
      to = at + 1;
    }
    return to;
  }

  /**
   * Reads a quoted text. If it is not closed before a line that is an entry at or left of `column`, it ends with its
   * own line.
   */
  quoted(column: number): void {
    const { text, at: from, char: quote } = this;
    const kind = quote === '"' ? "double-quoted" : "single-quoted";
    let end = from + 1;
    for (; end < text.length; end++) {
      const char = text.charAt(end);
      if (char === "\n" && this.isEntry(end + 1, column)) break;
      if (char === quote && (quote === '"' || text.charAt(end + 1) !== quote)) {
        this.push(kind, end + 1);
        return;
      }
      if (char === quote || (char === "\\" && quote === '"' && text.charAt(end + 1) !== "\n")) end++;
    }
    this.push(kind, lineEndAt(text, from)).closed = false;
  }

  /**
   * Whether the line at an offset can only be an entry or item at or left of a column, or another document, so that
   * nothing open above it will be closed. Only that line is read.
   */
  isEntry(begin: number, column: number): boolean {
    const { text } = this;
    const indent = indentOf(text, begin);
    if (indent > column) return false;
    const at = begin + indent;
    if (text.charAt(at) === "-" && isBlankAt(text, at + 1)) return true;
    if (indent === 0 && isMarker(text, at)) return true;
    const key = implicitKeyAt(text, at);
    if (!key) return false;
    // With characters of a flow collection it may also be part of one.
    return text.charAt(at) === '"' || text.charAt(at) === "'" || !/[,[\]{}]/.test(text.slice(at, key.to));
  }
}

/** Whether a line begins with a document marker. */
export function isMarker(text: string, begin: number): boolean {
  return (text.startsWith("---", begin) || text.startsWith("...", begin)) && isBlankAt(text, begin + 3);
}

/** Whether the character at an offset is an indicator between brackets: a comma or a bracket. */
export function isFlowSign(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === COMMA || code === LIST || code === LIST_END || code === MAP || code === MAP_END;
}
