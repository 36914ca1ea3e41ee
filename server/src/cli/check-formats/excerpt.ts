import type { Range } from "../../syntax/positions.ts";
import { shown } from "./mask.ts";

/** A line of a file as it is shown, and the underline below it. */
export interface SourceExcerpt {
  readonly source: string;
  readonly underline: string;
}

const CUT = "…";

/** The first line of a range with an underline; a line that is too long is cut around the place. */
export function excerptOf(line: string, { start, end }: Range, width: number, mark: string): SourceExcerpt {
  const safe = shown(line);
  const from = Math.min(start.character, safe.length);
  const to = Math.min(end.line > start.line ? safe.trimEnd().length : end.character, safe.length);
  const { left, right } = windowOf(safe.length, from, Math.max(to, from + 1), Math.max(width, 20));
  const head = left > 0 ? CUT : "";
  const tail = right < safe.length ? CUT : "";
  return {
    source: `${head}${safe.slice(left, right)}${tail}`.trimEnd(),
    underline:
      blank(`${head}${safe.slice(left, from)}`) +
      mark.repeat(columns(safe.slice(from, Math.min(to, right))) || 1),
  };
}

/** The stretch of a line that is shown: all of it, or what stands around the place. */
function windowOf(length: number, from: number, to: number, width: number) {
  if (length <= width) return { left: 0, right: length };
  const room = width - 2;
  const around = Math.max(0, Math.floor((room - Math.min(to - from, room)) / 2));
  const left = Math.min(Math.max(0, from - around), Math.max(0, length - room));
  return { left, right: Math.min(length, left + room) };
}

function blank(text: string): string {
  return " ".repeat(columns(text));
}

const WIDE =
  /\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/u;
const NONE = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** How many columns a text takes on a terminal. */
function columns(text: string): number {
  let count = 0;
  for (const one of text) count += NONE.test(one) ? 0 : WIDE.test(one) ? 2 : 1;
  return count;
}
