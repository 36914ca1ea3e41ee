import { flowTokens } from "./flow-tokens.ts";
import { implicitKeyAt, isBlankAt, isSeparator, lineEndAt } from "./implicit-key.ts";
import { indentOf, nextLine } from "./line-kinds.ts";
import { isMarker, type Token, TokenCursor, type TokenKind } from "./token-cursor.ts";

/**
 * The tokens of a YAML text, valid or not; completion, recovery and hints read invalid text by them. Never throws; the
 * time is linear in the length of the text. For valid text they agree with YAML, with two simplifications: outside of
 * brackets a line has one key (the rest after its colon is the value, further colons included), and a plain scalar ends
 * with its line.
 *
 * A quote or a bracket that is not closed ends before a line that must be an entry of its own: that is what a person
 * who is typing means, although YAML takes all that follows.
 */
export function tokensOf(text: string): readonly Token[] {
  const tokenizer = new Tokenizer(text);
  tokenizer.run();
  return tokenizer.cursor.tokens;
}

class Tokenizer {
  readonly cursor: TokenCursor;
  /** The columns of the enclosing keys and dashes, from the outside in. */
  readonly #columns: number[] = [];
  /** Whether the innermost entry has no value yet. */
  #needsValue = false;

  constructor(text: string) {
    this.cursor = new TokenCursor(text);
  }

  run(): void {
    do this.#line();
    while (this.#lineBreak());
  }

  #lineBreak(): boolean {
    const { cursor } = this;
    if (cursor.skipWhiteSpace() || cursor.char !== "\n") return false;
    cursor.at++;
    return true;
  }

  /**
   * Reads a line outside of brackets, with the lines on which its value continues: quoted text, flow collection, block
   * scalar.
   */
  #line(): void {
    const { cursor } = this;
    const { text, at: begin } = cursor;
    const indent = indentOf(text, begin);
    cursor.push("indentation", begin + indent);
    if (indent === 0 && isMarker(text, begin)) cursor.push("document-marker", begin + 3);
    const entry = this.#entries(begin);
    while (cursor.skipWhiteSpace() && (cursor.char === "&" || cursor.char === "!")) cursor.property();
    if (!cursor.skipWhiteSpace() || cursor.comment()) return;
    const column = entry ?? this.#columnAbove(cursor.at - begin);
    do this.#value(column);
    while (this.#valueFollows());
  }

  /** Reads the dashes and the key with its colon at the start of a line. Returns the column of the last of them. */
  #entries(begin: number): number | undefined {
    const { cursor } = this;
    const { text } = cursor;
    let column: number | undefined;
    while (cursor.skipWhiteSpace()) {
      const { at, char } = cursor;
      const kind = isBlankAt(text, at + 1) ? INDICATORS[char] : undefined;
      if (kind) {
        cursor.push(kind, at + 1);
        column = this.#enter(at - begin);
        if (kind === "mapping-value") return column;
      } else if (char === "&" || char === "!") cursor.property();
      else return this.#key(begin) ?? column;
    }
    return column;
  }

  #key(begin: number): number | undefined {
    const { cursor } = this;
    const key = implicitKeyAt(cursor.text, cursor.at);
    if (!key) return undefined;
    cursor.push(kindOfScalar(cursor.char), key.to).isKey = true;
    cursor.at = key.colon;
    cursor.push("mapping-value", key.colon + 1);
    return this.#enter(key.from - begin);
  }

  #enter(column: number): number {
    this.#leave(column);
    this.#columns.push(column);
    this.#needsValue = true;
    return column;
  }

  /** Closes all entries that are not to the left of a column. */
  #leave(column: number): void {
    while ((this.#columns.at(-1) ?? -1) >= column) {
      this.#columns.pop();
      this.#needsValue = false;
    }
  }

  /** The column of the entry to which a value at the start of a line belongs; `undefined` if no entry needs a value. */
  #columnAbove(column: number): number | undefined {
    this.#leave(column);
    return this.#needsValue ? this.#columns.at(-1) : undefined;
  }

  /** Reads the value of an entry at a column. A value without an entry is assumed not to continue on the next line. */
  #value(column: number | undefined): void {
    const { cursor } = this;
    const { char } = cursor;
    const isRoot = this.#columns.length === 0 && char === "{";
    this.#needsValue = false;
    if (char === "|" || char === ">") this.#blockScalar(column ?? Infinity);
    else if (char === "[" || char === "{") flowTokens(cursor, column ?? (isRoot ? -1 : Infinity));
    else if (char === '"' || char === "'") cursor.quoted(column ?? Infinity);
    else if (char !== "]" && char !== "}" && !cursor.property()) cursor.push("plain", cursor.plainEnd(never));
  }

  /**
   * Reads the rest of the line after a value, where only a comment is valid. Returns whether it has another colon with
   * a value.
   */
  #valueFollows(): boolean {
    const { cursor } = this;
    while (cursor.skipWhiteSpace() && !cursor.comment()) {
      const { text, at, char } = cursor;
      if (char === "]" || char === "}") cursor.push("flow-end", at + 1);
      else if (!isSeparator(text, at)) cursor.push("plain", cursor.plainEnd(endsRest));
      else {
        cursor.push("mapping-value", at + 1);
        if (cursor.skipWhiteSpace() && !cursor.comment()) return true;
      }
    }
    return false;
  }

  /** Reads `|` or `>` and the lines below that are deeper than a column. */
  #blockScalar(column: number): void {
    const { cursor } = this;
    const { text } = cursor;
    cursor.push("block-header", cursor.plainEnd(never));
    if (cursor.skipWhiteSpace()) cursor.comment();
    const begin = nextLine(text, cursor.at);
    let end = begin;
    let textIndent = Infinity;
    for (let at = begin; at < text.length; at = nextLine(text, at)) {
      const indent = indentOf(text, at);
      const lineEnd = lineEndAt(text, at);
      if (at + indent < lineEnd) {
        // A comment may follow below the text, to the left of it.
        if (
          indent <= column ||
          (indent < textIndent && textIndent < Infinity && text.charAt(at + indent) === "#")
        )
          break;
        textIndent = Math.min(textIndent, indent);
      }
      end = lineEnd;
    }
    if (end === begin) return;
    cursor.at = begin;
    cursor.push("block-content", end);
  }
}

const INDICATORS: { readonly [char: string]: TokenKind | undefined } = {
  "-": "sequence-entry",
  "?": "mapping-key",
  ":": "mapping-value",
};

function kindOfScalar(char: string): TokenKind {
  return char === '"' ? "double-quoted" : char === "'" ? "single-quoted" : "plain";
}

function never(): boolean {
  return false;
}

function endsRest(text: string, at: number): boolean {
  return isSeparator(text, at) || text.charAt(at) === "]" || text.charAt(at) === "}";
}
