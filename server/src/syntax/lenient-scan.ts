import { isBlankAt } from "./implicit-key.ts";
import type { Token, TokenKind } from "./token-cursor.ts";
import { tokensOf } from "./tokens.ts";

/** What a text holds of brackets, quotes and commas, as its tokens tell. */
export interface LenientScan {
  readonly quoted: readonly Token[];
  /** Opening brackets that nothing closes. */
  readonly unclosed: readonly number[];
  /** Closing brackets that close nothing, or another kind than stands open. */
  readonly extra: readonly { readonly at: number; readonly opener?: number }[];
  /** Commas between brackets with nothing before them. */
  readonly commas: readonly number[];
  /** Places between brackets at which a comma would end one item and begin the next. */
  readonly seams: readonly { readonly at: number; readonly sure: boolean }[];
  /** Values of keys, from their first character to the end of the line, or of the item between brackets. */
  readonly values: readonly TextRange[];
  /** Items of lists with dashes, in the same way. */
  readonly items: readonly TextRange[];
}

interface TextRange {
  readonly from: number;
  readonly to: number;
}

/** Looks through a text. It never fails: what cannot be told apart is left out. */
export function scan(text: string): LenientScan {
  const tokens = tokensOf(text);
  const { extra, commas, seams } = new BracketScanner(text, tokens);
  return {
    extra,
    commas,
    seams,
    quoted: tokens.filter(isQuoted),
    unclosed: tokens.flatMap(({ kind, from, closed }) => (kind === "flow-start" && !closed ? [from] : [])),
    ...rangesIn(text, tokens),
  };
}

interface OpenBracket {
  readonly at: number;
  /** Whether the item that is being read has anything in it, and a colon. */
  isBegun: boolean;
  hasColon: boolean;
  /** What was last read of it, and before that, since its colon. */
  last: Token | undefined;
  previous: Token | undefined;
}

/** What is wrong with brackets, and with commas between them. */
class BracketScanner {
  readonly extra: { at: number; opener?: number }[] = [];
  readonly commas: number[] = [];
  readonly seams: { at: number; sure: boolean }[] = [];
  readonly #text: string;
  readonly #open: OpenBracket[] = [];
  /** The innermost bracket that is not closed before the one that follows. */
  #unclosed: number | undefined;
  /** Whether something was closed on this line. */
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
    this.#open.push({ at: token.from, ...NOTHING });
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
    const isOther = (this.#text.charAt(inner.at) === "[") !== (this.#text.charAt(at) === "]");
    const opener = this.#unclosed ?? (isOther ? inner.at : undefined);
    if (opener !== undefined) this.extra.push({ at, opener });
    this.#unclosed = undefined;
    const outer = this.#open.at(-1);
    if (outer) outer.last = token;
    else this.#hasClosed = true;
  }

  #comma({ from }: Token, inner: OpenBracket): void {
    if (!inner.isBegun) this.commas.push(from);
    Object.assign(inner, NOTHING);
  }

  /** A second colon in one item: what stands before its key's last word was the value of the item before. */
  #colon(inner: OpenBracket): void {
    const { last, previous } = inner;
    if (inner.hasColon && last) {
      const at = beforeLastWord(this.#text, last) ?? previous?.to;
      if (at !== undefined) this.seams.push({ at, sure: false });
    }
    inner.hasColon = true;
    inner.last = undefined;
    inner.previous = undefined;
  }

  /** An item begins, or goes on: behind what is closed, a comma is missing. */
  #content(token: Token, inner: OpenBracket): void {
    const { last } = inner;
    const sure = token.kind === "flow-start" || isQuoted(token);
    const hasEnded = last && (last.kind === "flow-end" || isQuoted(last));
    if (hasEnded && (sure || token.from > last.to)) {
      this.seams.push({ at: last.to, sure });
      inner.hasColon = false;
    }
    inner.isBegun = true;
    inner.previous = last;
    inner.last = token;
  }
}

const NOTHING = { isBegun: false, hasColon: false, last: undefined, previous: undefined };

function isQuoted({ kind }: Token): boolean {
  return kind === "single-quoted" || kind === "double-quoted";
}

/** Where the word ends that stands before the last one of a plain scalar, if it has several. */
function beforeLastWord(text: string, { kind, from, to }: Token): number | undefined {
  if (kind !== "plain") return undefined;
  let word = to;
  while (word > from && !isBlankAt(text, word - 1)) word--;
  if (word === from) return undefined;
  let end = word;
  while (isBlankAt(text, end - 1)) end--;
  return end;
}

/** What stands behind colons and dashes on their lines. */
function rangesIn(text: string, tokens: readonly Token[]): Pick<LenientScan, "values" | "items"> {
  const values: TextRange[] = [];
  const items: TextRange[] = [];
  // From the last token to the first, so that each is looked at once, however many begin a value.
  let end: number | undefined;
  let next: Token | undefined;
  for (const token of tokens.toReversed()) {
    const isOver = !next || ENDS.has(next.kind) || text.slice(token.to, next.from).includes("\n");
    if (isOver || end === undefined) end = token.to;
    else if (token.kind === "mapping-value" && next) values.push({ from: next.from, to: end });
    else if (token.kind === "sequence-entry" && next) items.push({ from: next.from, to: end });
    next = token;
  }
  return { values: values.reverse(), items: items.reverse() };
}

/** What ends a value. */
const ENDS: ReadonlySet<TokenKind> = new Set([
  "indentation",
  "comment",
  "flow-entry",
  "flow-end",
  "block-content",
]);
