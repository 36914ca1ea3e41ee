import { flowTokens } from "./flow-tokens.ts";
import { implicitKeyAt, isBlankAt, isSeparator, lineEndAt } from "./implicit-key.ts";
import { indentOf, nextLine } from "./line-kinds.ts";
import { isMarker, type Token, TokenCursor, type TokenKind } from "./token-cursor.ts";

/**
 * The tokens of a text of YAML, whatever is wrong in it: what completion, recovery and hints read a broken text by. It
 * never fails, and takes a time that grows with the text alone. In a text that is right they are what YAML says, with two
 * simplifications: a line outside of brackets has one key (what follows its colon is its value, colons and all), and a
 * plain scalar is of one line.
 *
 * A quote or a bracket that nothing closes goes no further than to a line that must be an entry of its own: that is what
 * whoever is typing means, where YAML takes all that follows.
 */
export function tokensOf(text: string): readonly Token[] {
  const tokenizer = new Tokenizer(text);
  tokenizer.run();
  return tokenizer.cursor.tokens;
}

class Tokenizer {
  readonly cursor: TokenCursor;
  /** Columns of the keys and dashes around, the outer ones first. */
  readonly #columns: number[] = [];
  /** Whether the last of them has no value yet. */
  #isWaiting = false;

  constructor(text: string) {
    this.cursor = new TokenCursor(text);
  }

  run(): void {
    do this.#line();
    while (this.#lineBreak());
  }

  #lineBreak(): boolean {
    const { cursor } = this;
    if (cursor.more() || cursor.char !== "\n") return false;
    cursor.at++;
    return true;
  }

  /** A line outside of brackets, with what goes on below it: a text in quotes, a flow collection, a block scalar. */
  #line(): void {
    const { cursor } = this;
    const { text, at: begin } = cursor;
    const indent = indentOf(text, begin);
    cursor.push("indentation", begin + indent);
    if (indent === 0 && isMarker(text, begin)) cursor.push("document-marker", begin + 3);
    const entry = this.#entries(begin);
    while (cursor.more() && (cursor.char === "&" || cursor.char === "!")) cursor.property();
    if (!cursor.more() || cursor.comment()) return;
    const column = entry ?? this.#columnAbove(cursor.at - begin);
    do this.#value(column);
    while (this.#valueFollows());
  }

  /** Dashes, and a key with its colon, with which a line begins; the column of the last of them. */
  #entries(begin: number): number | undefined {
    const { cursor } = this;
    const { text } = cursor;
    let column: number | undefined;
    while (cursor.more()) {
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
    this.#isWaiting = true;
    return column;
  }

  /** Ends what does not stand to the left of a column. */
  #leave(column: number): void {
    while ((this.#columns.at(-1) ?? -1) >= column) {
      this.#columns.pop();
      this.#isWaiting = false;
    }
  }

  /** The column of the entry to which a value belongs that begins its line, if one waits for it. */
  #columnAbove(column: number): number | undefined {
    this.#leave(column);
    return this.#isWaiting ? this.#columns.at(-1) : undefined;
  }

  /** A value of an entry at a column. What no entry waits for is most likely no beginning of several lines. */
  #value(column: number | undefined): void {
    const { cursor } = this;
    const { char } = cursor;
    const isRoot = this.#columns.length === 0 && char === "{";
    this.#isWaiting = false;
    if (char === "|" || char === ">") this.#blockScalar(column ?? Infinity);
    else if (char === "[" || char === "{") flowTokens(cursor, column ?? (isRoot ? -1 : Infinity));
    else if (char === '"' || char === "'") cursor.quoted(column ?? Infinity);
    else if (char !== "]" && char !== "}" && !cursor.property()) cursor.push("plain", cursor.plainEnd(never));
  }

  /** What stands behind a value on its line, where nothing should but a comment; whether another colon has a value. */
  #valueFollows(): boolean {
    const { cursor } = this;
    while (cursor.more() && !cursor.comment()) {
      const { text, at, char } = cursor;
      if (char === "]" || char === "}") cursor.push("flow-end", at + 1);
      else if (!isSeparator(text, at)) cursor.push("plain", cursor.plainEnd(endsRest));
      else {
        cursor.push("mapping-value", at + 1);
        if (cursor.more() && !cursor.comment()) return true;
      }
    }
    return false;
  }

  /** `|` or `>`, and the lines below that stand deeper than a column. */
  #blockScalar(column: number): void {
    const { cursor } = this;
    const { text } = cursor;
    cursor.push("block-header", cursor.plainEnd(never));
    if (cursor.more()) cursor.comment();
    const begin = nextLine(text, cursor.at);
    let end = begin;
    let inset = Infinity;
    for (let at = begin; at < text.length; at = nextLine(text, at)) {
      const indent = indentOf(text, at);
      const lineEnd = lineEndAt(text, at);
      if (at + indent < lineEnd) {
        // A comment may stand below the text, to the left of it.
        if (indent <= column || (indent < inset && inset < Infinity && text.charAt(at + indent) === "#"))
          break;
        inset = Math.min(inset, indent);
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
