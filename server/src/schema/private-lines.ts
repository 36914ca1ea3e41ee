import { memo } from "../base/memo.ts";
import type { LocalizedText } from "../base/message.ts";
import { commentsIn } from "../syntax/comments.ts";
import { privacyOfName } from "../syntax/private-names.ts";
import { beginsSecret, datumIn, holdsPassword, namesSecret, tellsSecret } from "../syntax/private-text.ts";
import type { Block, Span } from "../syntax/tree.ts";

/** A line whose text looks private, whatever YAML and the schema make of it. */
export interface PrivateLine extends Span {
  /** What it looks like; `undefined` if it may be a secret that cannot be told for sure, because the line is broken. */
  readonly what: "secret" | LocalizedText | undefined;
}

/** The lines of a block that look private, without their comments. Kept for each block, as `commentProblems`. */
export function privateLines(block: Block): readonly PrivateLine[] {
  return block.children || MAY_BE_PRIVATE.test(block.text) ? linesIn(block) : NONE;
}

const NONE: readonly PrivateLine[] = [];
const MAY_BE_PRIVATE =
  /[\d\uff10-\uff19]|:\/\/|[dD][iI][aA][bB]|[aA][sS][tT][hH]|[pP][aA][sS][sS]|[mM][dD][pP]/;

const linesIn = memo((block: Block): readonly PrivateLine[] => {
  const found = block.children ? block.children.flatMap(privateLines) : [...linesOfLeaf(block)];
  return found.length > 0 ? found : NONE;
});

function* linesOfLeaf(block: Block): Iterable<PrivateLine> {
  const ends = new Map(commentsIn(block).map(({ line, contentEnd }) => [line, contentEnd]));
  let opened = false;
  for (const [line, whole] of block.text.split("\n").entries()) {
    const text = whole.slice(0, ends.get(line)).trimEnd();
    const col = text.length - text.trimStart().length;
    const content = text.slice(col);
    if (content === "") continue;
    const what = opened && holdsPassword(content.replace(/^- /, "")) ? "secret" : whatIn(content);
    if (what !== undefined || (block.faults.length > 0 && namesSecret(content)))
      yield { block, line, col, endLine: line, endCol: text.length, what };
    opened = beginsSecret(content);
  }
}

/** Keys of numbers that an organisation has. */
const CONTACT = /^(?:telephone|tel|fax|standard|numero|sms)/i;

function whatIn(content: string): PrivateLine["what"] {
  if (tellsSecret(content)) return "secret";
  const datum = datumIn(content, "value") ?? inNameOfFile(content);
  if (datum) return datum;
  const colon = content.indexOf(": ");
  if (colon < 0 || CONTACT.test(content)) return undefined;
  return datumIn(unquoted(content.slice(colon + 2).trim()), "value");
}

/** What the path of a configuration looks like that a line tells. */
function inNameOfFile(content: string): PrivateLine["what"] {
  if (!content.includes(".pronote.y")) return undefined;
  const names = content.split(/[/"',[\]{}]|: /).map((name) => privacyOfName(name.trim()));
  return names.find((what) => what !== undefined);
}

function unquoted(text: string): string {
  return /^["']/.test(text) && text.endsWith(text.charAt(0)) ? text.slice(1, -1) : text;
}
