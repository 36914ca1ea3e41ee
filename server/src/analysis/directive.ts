/** A comment that silences rules, as it stands in its line. Columns are UTF-16 code units from 0. */
export interface Directive {
  /** Where its keyword begins. */
  readonly col: number;
  readonly wholeFile: boolean;
  readonly rules: readonly { readonly id: string; readonly col: number }[];
  /** Empty where none is given. */
  readonly reason: string;
}

const KEYWORD = "rentree-ignore";
const HEAD = new RegExp(`^[ \\t]*# *${KEYWORD}(-file)?(?![\\w-])[ \\t]*`);

/** Where a line ends for one program or another. A comment with one in its reason is no directive. */
const BREAK = /[\r\u2028\u2029]/;

/**
 * The directive in a line of text, given without its line feed. The time grows with the length of the line: no two
 * quantifiers that match the same characters stand side by side here.
 */
export function directiveIn(line: string): Directive | undefined {
  const [head, file] = HEAD.exec(line) ?? [];
  if (head === undefined) return undefined;
  const text = line.endsWith("\r") ? line.slice(0, -1) : line;
  const colon = text.indexOf(":", head.length);
  const list = text.slice(head.length, colon < 0 ? undefined : colon);
  const reason = colon < 0 ? "" : text.slice(colon + 1);
  if (list.includes("\r") || BREAK.test(reason)) return undefined;
  return {
    col: head.indexOf(KEYWORD),
    wholeFile: file !== undefined,
    rules: Array.from(list.matchAll(/[^\s,]+/g), ({ 0: id, index }) => ({ id, col: head.length + index })),
    reason: trimmed(reason),
  };
}

/** Without the blanks of YAML at both ends; a no-break space is none. */
function trimmed(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isBlank(text[start])) start++;
  while (start < end && isBlank(text[end - 1])) end--;
  return text.slice(start, end);
}

function isBlank(char: string | undefined): boolean {
  return char === " " || char === "\t";
}
