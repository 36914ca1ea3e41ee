import { isBlankAt } from "./implicit-key.ts";
import type { Token, TokenKind } from "./token-cursor.ts";
import { tokensOf } from "./tokens.ts";

/** The quoted texts, values and items of a text, and its mistakes with brackets and commas, as its tokens show them. */
export interface LenientScan {
  readonly quoted: readonly Token[];
  /** The offsets of opening brackets that are not closed. */
  readonly unclosed: readonly number[];
  /** The offsets of closing brackets that close nothing, or a bracket of the other kind (`opener`). */
  readonly extra: readonly { readonly at: number; readonly opener?: number }[];
  /** The offsets of commas between brackets with nothing before them. */
  readonly extraCommas: readonly number[];
  /** Offsets between brackets at which a comma is missing between two items. */
  readonly missingCommas: readonly { readonly at: number; readonly sure: boolean }[];
  /** The values of keys, from their first character to the end of the line, or of the item between brackets. */
  readonly values: readonly TextRange[];
  /** The items of lists with dashes, with the same extent. */
  readonly items: readonly TextRange[];
}

interface TextRange {
  readonly from: number;
  readonly to: number;
}

/** Scans a text. Never throws; what is ambiguous is left out. */
export function scan(text: string): LenientScan {
  const tokens = tokensOf(text);
  const { extra, extraCommas, missingCommas } = new BracketScanner(text, tokens);
  return {
    extra,
    extraCommas,
    missingCommas,
    quoted: tokens.filter(isQuoted),
    unclosed: tokens.flatMap(({ kind, from, closed }) => (kind === "flow-start" && !closed ? [from] : [])),
    ...rangesIn(text, tokens),
  };
}

interface OpenBracket {
  readonly at: number;
  /** Whether the current item has any content, and whether it has a colon. */
  isBegun: boolean;
  hasColon: boolean;
  /** The last two tokens of the current item since its colon. */
  last: Token | undefined;
  previous: Token | undefined;
}

/** Finds mistakes with brackets, and with the commas between them. */
class BracketScanner {
  readonly extra: { at: number; opener?: number }[] = [];
  readonly extraCommas: number[] = [];
  readonly missingCommas: { at: number; sure: boolean }[] = [];
  readonly #text: string;
  readonly #open: OpenBracket[] = [];
  /** The innermost bracket that is not closed before the bracket that follows. */
  #unclosed: number | undefined;
  /** Whether a bracket or a quote was closed on this line. */
  #hasClosed = false;

  constructor(text: string, tokens: readonly Token[]) {
    this.#text = text;
    for (const token of tokens) this.#add(token);
  }

  #add(token: Token): void {
    const inner = this.#open.at(-1);
    if (token.kind === "indentation") this.#hasClosed = false;
    else if (token.kind === "flow-end") this.#close(token, inner);
    else if (token.kind === "flow-start") this.#start(token, inner);
    else if (!inner) this.#hasClosed ||= isQuoted(token);
    else if (token.kind === "flow-entry") this.#comma(token, inner);
    else if (token.kind === "mapping-value") this.#colon(inner);
    else if (token.kind !== "comment") this.#content(token, inner);
  }

  #start(token: Token, inner: OpenBracket | undefined): void {
    if (inner) this.#content(token, inner);
    this.#open.push({ at: token.from, ...EMPTY_ITEM });
  }

  #close(token: Token, inner: OpenBracket | undefined): void {
    const { from: at } = token;
    if (!inner) {
      if (this.#hasClosed) this.extra.push({ at });
      return;
    }
    this.#open.pop();
    if (!token.closed) {
      this.#unclosed ??= inner.at;
      return;
    }
    const isOtherKind = (this.#text.charAt(inner.at) === "[") !== (this.#text.charAt(at) === "]");
    const opener = this.#unclosed ?? (isOtherKind ? inner.at : undefined);
    if (opener !== undefined) this.extra.push({ at, opener });
    this.#unclosed = undefined;
    const outer = this.#open.at(-1);
    if (outer) outer.last = token;
    else this.#hasClosed = true;
  }

  #comma({ from }: Token, inner: OpenBracket): void {
    if (!inner.isBegun) this.extraCommas.push(from);
    Object.assign(inner, EMPTY_ITEM);
  }

  /** A second colon in one item: a comma is missing before the last word of its key. */
  #colon(inner: OpenBracket): void {
    const { last, previous } = inner;
    if (inner.hasColon && last) {
      const at = beforeLastWord(this.#text, last) ?? previous?.to;
      if (at !== undefined) this.missingCommas.push({ at, sure: false });
    }
    inner.hasColon = true;
    inner.last = undefined;
    inner.previous = undefined;
  }

  /** An item begins or continues. If its last token already ended it, a comma is missing. */
  #content(token: Token, inner: OpenBracket): void {
    const { last } = inner;
    const sure = token.kind === "flow-start" || isQuoted(token);
    const hasEnded = last && (last.kind === "flow-end" || isQuoted(last));
    if (hasEnded && (sure || token.from > last.to)) {
      this.missingCommas.push({ at: last.to, sure });
      inner.hasColon = false;
    }
    inner.isBegun = true;
    inner.previous = last;
    inner.last = token;
  }
}

const EMPTY_ITEM = { isBegun: false, hasColon: false, last: undefined, previous: undefined };

function isQuoted({ kind }: Token): boolean {
  return kind === "single-quoted" || kind === "double-quoted";
}

/** The end of the word before the last word of a plain scalar; `undefined` if it has only one. */
function beforeLastWord(text: string, { kind, from, to }: Token): number | undefined {
  if (kind !== "plain") return undefined;
  let word = to;
  while (word > from && !isBlankAt(text, word - 1)) word--;
  if (word === from) return undefined;
  let end = word;
  while (isBlankAt(text, end - 1)) end--;
  return end;
}

/** The texts after colons and dashes on their lines. */
function rangesIn(text: string, tokens: readonly Token[]): Pick<LenientScan, "values" | "items"> {
  const values: TextRange[] = [];
  const items: TextRange[] = [];
  // In reverse order each token is visited once, however many values begin on a line.
  let end: number | undefined;
  let next: Token | undefined;
  for (const token of tokens.toReversed()) {
    const isLast = !next || ENDS.has(next.kind) || text.slice(token.to, next.from).includes("\n");
    if (isLast || end === undefined) end = token.to;
    else if (token.kind === "mapping-value" && next) values.push({ from: next.from, to: end });
    else if (token.kind === "sequence-entry" && next) items.push({ from: next.from, to: end });
    next = token;
  }
  return { values: values.reverse(), items: items.reverse() };
}

/** The kinds of tokens that end a value. */
const ENDS: ReadonlySet<TokenKind> = new Set([
  "indentation",
  "comment",
  "flow-entry",
  "flow-end",
  "block-content",
]);
