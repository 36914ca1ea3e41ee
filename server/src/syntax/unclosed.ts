import { nextLine } from "./line-kinds.ts";

/** What would close what a line leaves open. */
export type Closer = "]" | "}" | '"' | "'";

/** What is missing behind a value that begins here, to the end of its line, if it goes on in the lines below. */
export function leftOpen(value: string): Closer | undefined {
  switch (value.charAt(0)) {
    case '"':
      return /^"(?:[^"\\]|\\.)*"/s.test(value) ? undefined : '"';
    case "'":
      return /^'(?:[^']|'')*'(?!')/.test(value) ? undefined : "'";
    case "[":
      return bracketsOn(value.slice(1)).lowest < 0 ? undefined : "]";
    case "{":
      return bracketsOn(value.slice(1)).lowest < 0 ? undefined : "}";
    default:
      return undefined;
  }
}

/**
 * Whether a value that a line above leaves open may end where its text ends. `end` begins with the last line that says
 * something: behind the closing sign only blank lines and comments may follow.
 */
export function mayClose(closer: Closer, end: string): boolean {
  const line = end.slice(0, nextLine(end, 0));
  const rest = end.slice(line.length);
  if (closer === '"') return rest.includes(closer) || /^(?:[^"\\]|\\.)*"(?:\s*$|\s+#)/s.test(line);
  if (closer === "'") return rest.includes(closer) || /^(?:[^']|'')*'(?!')(?:\s*$|\s+#)/.test(line);
  if (/[\]}]/.test(rest)) return true;
  const { lowest, clean } = bracketsOn(line);
  return /[\]}]/.test(line) && (!clean || lowest < 0);
}

/** Quoted texts and comments, as they begin behind a space or a sign; quotes that begin nothing or end nowhere; brackets. */
const TOKEN =
  /(?<=^|[ \t,[{:])(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'(?!')|#.*)|(?<open>(?<=^|[ \t,[{:])["'].*|["'])|[[\]{}]/gs;

/** How far the brackets on a line go below the depth at which it begins; not `clean` if quotes may hide some. */
function bracketsOn(line: string): { readonly lowest: number; readonly clean: boolean } {
  let depth = 0;
  let lowest = 0;
  let clean = true;
  for (const { 0: token, groups } of line.matchAll(TOKEN)) {
    if (token === "[" || token === "{") depth++;
    else if (token === "]" || token === "}") lowest = Math.min(lowest, --depth);
    else if (groups?.["open"]) clean = false;
  }
  return { lowest, clean };
}
