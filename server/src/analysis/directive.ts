/** A comment that suppresses rules, in its line. Columns are UTF-16 code units from 0. */
export interface Directive {
  /** The column of its keyword. */
  readonly col: number;
  readonly wholeFile: boolean;
  readonly rules: readonly { readonly id: string; readonly col: number }[];
  /** Empty if none is given. */
  readonly reason: string;
}

const KEYWORD = "rentree-ignore";
const HEAD = new RegExp(`^[ \\t]*# *${KEYWORD}(-file)?(?![\\w-])[ \\t]*`);

/** Characters at which some programs end a line. A comment with one in its reason is not a directive. */
const BREAK = /[\r\u2028\u2029]/;

/**
 * The directive in a line of text without its line feed; `undefined` if there is none. Takes linear time: no two
 * adjacent quantifiers match the same characters.
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

/** A text without blanks at both ends. Blanks are those of YAML, which a no-break space is not. */
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
