import { implicitKeyAt, isBlankAt, lineEndAt } from "./implicit-key.ts";
import { indentOf } from "./line-kinds.ts";

/** What a token is, in the words of YAML's specification. */
export type TokenKind =
  /** The spaces with which a line outside of brackets begins, none too: every such line has one. */
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
  /** `|` or `>` with the rest of its line but the comment; the lines of text below. */
  | "block-header"
  | "block-content"
  | "comment";

/** A piece of a text, by offsets; white space and line breaks between tokens belong to none. */
export interface Token {
  readonly kind: TokenKind;
  readonly from: number;
  readonly to: number;
  /**
   * Of a quoted text, whether its closing quote is there; of an opening bracket, whether some bracket closes it. The end
   * of a collection that nothing closes has no length.
   */
  readonly closed: boolean;
  /** Whether a scalar is a key: a colon follows. */
  readonly isKey: boolean;
}

/** A token that is being made. */
export type GrowingToken = { -readonly [Key in keyof Token]: Token[Key] };

const [NEWLINE, HASH, COMMA, LIST, LIST_END, MAP, MAP_END] = [10, 35, 44, 91, 93, 123, 125];

/** A place in a text that is cut into tokens, and those before it. */
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

  get last(): GrowingToken | undefined {
    return this.tokens[this.tokens.length - 1];
  }

  /** Makes a token of what stands from the cursor to an offset, and goes there. */
  push(kind: TokenKind, to: number): GrowingToken {
    const token: GrowingToken = { kind, from: this.at, to, closed: true, isKey: false };
    this.tokens.push(token);
    this.at = to;
    return token;
  }

  /** Goes over white space on the line; whether more follows on it. */
  more(): boolean {
    const { text } = this;
    while (isBlankAt(text, this.at) && this.at < text.length && text.charCodeAt(this.at) !== NEWLINE)
      this.at++;
    return this.at < text.length && text.charCodeAt(this.at) !== NEWLINE;
  }

  /** A comment, if one begins here. */
  comment(): boolean {
    if (this.char !== "#") return false;
    this.push("comment", lineEndAt(this.text, this.at));
    return true;
  }

  /** An anchor, a tag or an alias, if one begins here. */
  property(): boolean {
    const { char } = this;
    if (char !== "&" && char !== "!" && char !== "*") return false;
    let to = this.at + 1;
    while (!isBlankAt(this.text, to) && !isFlowSign(this.text, to)) to++;
    this.push(char === "&" ? "anchor" : char === "!" ? "tag" : "alias", to);
    return true;
  }

  /** Where a plain scalar ends that begins here: where `ends` says so, before a comment, or with the line. */
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

  /** A text in quotes. One that nothing closes before a line that is an entry, up to a column, ends with its own line. */
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
   * Whether the line that begins at an offset can only be an entry or an item that stands no deeper than a column, or
   * another document: what is open above it will not be closed. It looks at that line alone.
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
    // Signs of a flow collection in it: it may as well be more of that.
    return text.charAt(at) === '"' || text.charAt(at) === "'" || !/[,[\]{}]/.test(text.slice(at, key.to));
  }
}

/** Whether a document marker stands at the beginning of a line. */
export function isMarker(text: string, begin: number): boolean {
  return (text.startsWith("---", begin) || text.startsWith("...", begin)) && isBlankAt(text, begin + 3);
}

/** Whether this character is a sign of its own between brackets. */
export function isFlowSign(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === COMMA || code === LIST || code === LIST_END || code === MAP || code === MAP_END;
}
