import { closingQuote } from "./implicit-key.ts";
import { nextLine } from "./line-kinds.ts";
import type { Token } from "./token-cursor.ts";
import { tokensOf } from "./tokens.ts";

/** What would close what a line leaves open. */
export type Closer = "]" | "}" | '"' | "'";

const CLOSERS: { readonly [opener: string]: Closer | undefined } = { "[": "]", "{": "}", '"': '"', "'": "'" };

/** What is missing behind a value that begins here, to the end of its line, if it goes on in the lines below. */
export function leftOpen(value: string): Closer | undefined {
  const closer = CLOSERS[value.charAt(0)];
  return closer && tokensOf(value)[1]?.closed === false ? closer : undefined;
}

/**
 * Whether a value that a line above leaves open may end where its text ends. `end` begins with the last line that says
 * something: behind the closing sign only blank lines and comments may follow.
 */
export function mayClose(closer: Closer, end: string): boolean {
  const line = end.slice(0, nextLine(end, 0));
  const rest = end.slice(line.length);
  const isQuote = closer === '"' || closer === "'";
  if (isQuote ? rest.includes(closer) : /[\]}]/.test(rest)) return true;
  return isQuote ? endsQuote(closer, line) : endsBrackets(line);
}

/** Whether nothing but a comment stands behind the quote that closes a text of which a line is the end. */
function endsQuote(quote: string, line: string): boolean {
  const end = closingQuote(quote + line, 0);
  return end !== undefined && /^(?:\s*$|\s+#)/.test(line.slice(end - 1));
}

/** Whether a line may close a bracket that is open where it begins: it does, or quotes may hide that it does not. */
function endsBrackets(line: string): boolean {
  if (!/[\]}]/.test(line)) return false;
  const [, bracket, ...tokens] = tokensOf(`[${line}`);
  return bracket?.closed === true || tokens.some((token) => mayHide(line, token));
}

/** Whether a token has a quote that opens nothing or is not closed: it may as well be the end of a text from above. */
function mayHide(line: string, { kind, from, to, closed }: Token): boolean {
  if (kind === "single-quoted" || kind === "double-quoted") return !closed;
  return kind === "plain" && /["']/.test(line.slice(from - 1, to - 1));
}
