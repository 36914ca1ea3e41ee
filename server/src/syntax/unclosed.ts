import { closingQuote } from "./implicit-key.ts";
import { nextLine } from "./line-kinds.ts";
import type { Token } from "./token-cursor.ts";
import { tokensOf } from "./tokens.ts";

/** A character that closes a bracket or a quote. */
export type Closer = "]" | "}" | '"' | "'";

const CLOSERS: { readonly [opener: string]: Closer | undefined } = { "[": "]", "{": "}", '"': '"', "'": "'" };

/**
 * The character that closes a value which begins here and continues on the lines below; `undefined` if nothing is left
 * open.
 */
export function missingCloser(value: string): Closer | undefined {
  const closer = CLOSERS[value.charAt(0)];
  return closer && tokensOf(value)[1]?.closed === false ? closer : undefined;
}

/**
 * Whether a value that is left open by a line above may end at the end of a text. `end` is the text from its last line
 * with content on: after the closing character only blank lines and comments may follow.
 */
export function mayClose(closer: Closer, end: string): boolean {
  const line = end.slice(0, nextLine(end, 0));
  const rest = end.slice(line.length);
  const isQuote = closer === '"' || closer === "'";
  if (isQuote ? rest.includes(closer) : /[\]}]/.test(rest)) return true;
  return isQuote ? endsQuote(closer, line) : endsBrackets(line);
}

/** Whether only a comment follows the quote that closes a quoted text. `line` is the last line of that text. */
function endsQuote(quote: string, line: string): boolean {
  const end = closingQuote(quote + line, 0);
  return end !== undefined && /^(?:\s*$|\s+#)/.test(line.slice(end - 1));
}

/** Whether a line may close a bracket that is open at its start. Assumed if quotes make it uncertain. */
function endsBrackets(line: string): boolean {
  if (!/[\]}]/.test(line)) return false;
  const [, bracket, ...tokens] = tokensOf(`[${line}`);
  return bracket?.closed === true || tokens.some((token) => mayHide(line, token));
}

/**
 * Whether a token has a quote that opens nothing or is not closed: it may be the end of a quoted text that began above.
 */
function mayHide(line: string, { kind, from, to, closed }: Token): boolean {
  if (kind === "single-quoted" || kind === "double-quoted") return !closed;
  return kind === "plain" && /["']/.test(line.slice(from - 1, to - 1));
}
