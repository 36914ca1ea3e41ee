import { isBlankAt } from "./implicit-key.ts";
import { type GrowingToken, isFlowSign, type TokenCursor } from "./token-cursor.ts";

const COLON = 58;

/**
 * Reads the tokens of a flow collection, from its opening bracket at the cursor to the bracket that closes it, or to
 * where it cannot continue. `column` is the column of the entry whose value it is. Every `flow-start` gets a
 * `flow-end`.
 */
export function flowTokens(cursor: TokenCursor, column: number): void {
  const brackets = new OpenBrackets(cursor);
  do {
    const isAtEnd = cursor.at >= cursor.text.length;
    if (cursor.skipWhiteSpace()) flowToken(cursor, brackets, column);
    else if (isAtEnd || cursor.at >= cursor.text.length || cursor.isEntry(cursor.at + 1, column))
      brackets.abandon();
    else cursor.at++;
  } while (brackets.isOpen);
}

function flowToken(cursor: TokenCursor, brackets: OpenBrackets, column: number): void {
  const { char } = cursor;
  if (char === "[" || char === "{") brackets.open();
  else if (char === "]" || char === "}") brackets.close();
  else if (char === ",") cursor.push("flow-entry", cursor.at + 1);
  else if (char === ":" && isValue(cursor)) mappingValue(cursor);
  else if (char === '"' || char === "'") cursor.quoted(column);
  else if (!cursor.comment() && !cursor.property()) cursor.push("plain", cursor.plainEnd(endsPlain));
}

function endsPlain(text: string, at: number): boolean {
  return isFlowSign(text, at) || (text.charCodeAt(at) === COLON && isColon(text, at));
}

function isColon(text: string, at: number): boolean {
  return isBlankAt(text, at + 1) || isFlowSign(text, at + 1);
}

/** Whether a colon separates a key from its value: after quotes and brackets also without a space, as in JSON. */
function isValue({ text, at, last }: TokenCursor): boolean {
  const isAfterValue = last?.to === at && last.closed && /quoted|flow-end/.test(last.kind);
  return isAfterValue || isColon(text, at);
}

function mappingValue(cursor: TokenCursor): void {
  const { last } = cursor;
  if (last && /plain|quoted/.test(last.kind)) last.isKey = true;
  cursor.push("mapping-value", cursor.at + 1);
}

/** The open brackets, with a count of those of each kind. */
class OpenBrackets {
  readonly #cursor: TokenCursor;
  readonly #open: GrowingToken[] = [];
  #lists = 0;

  constructor(cursor: TokenCursor) {
    this.#cursor = cursor;
    this.open();
  }

  get isOpen(): boolean {
    return this.#open.length > 0;
  }

  open(): void {
    if (this.#cursor.char === "[") this.#lists++;
    const start = this.#cursor.push("flow-start", this.#cursor.at + 1);
    start.closed = false;
    this.#open.push(start);
  }

  /**
   * Closes the innermost bracket of the same kind, and leaves brackets inside it unclosed. If there is none of that
   * kind, closes the innermost bracket.
   */
  close(): void {
    const isList = this.#cursor.char === "]";
    if (isList ? this.#lists > 0 : this.#open.length > this.#lists)
      while (isList !== this.#isList()) this.#pop(0);
    const start = this.#pop(1);
    if (start) start.closed = true;
  }

  /** Ends all brackets as unclosed: nothing that follows can belong to them. */
  abandon(): void {
    while (this.isOpen) this.#pop(0);
  }

  #isList(): boolean {
    return this.#cursor.text.charAt(this.#open.at(-1)?.from ?? 0) === "[";
  }

  #pop(length: number): GrowingToken | undefined {
    if (this.#isList()) this.#lists--;
    this.#cursor.push("flow-end", this.#cursor.at + length).closed = length > 0;
    return this.#open.pop();
  }
}
