import { shown } from "../../base/shown-text.ts";
import type { Range } from "../../syntax/positions.ts";
import { columnsOf } from "../columns.ts";

/** A printable line of a file, and the underline to print below it. */
export interface SourceExcerpt {
  readonly source: string;
  readonly underline: string;
}

const ELLIPSIS = "…";

/** The first line of a range, underlined with `mark`. A line wider than `width` is shortened around the range. */
export function excerptOf(line: string, { start, end }: Range, width: number, mark: string): SourceExcerpt {
  const safe = shown(line);
  const from = Math.min(start.character, safe.length);
  const to = Math.min(end.line > start.line ? safe.trimEnd().length : end.character, safe.length);
  const { left, right } = windowOf(safe.length, from, Math.max(to, from + 1), Math.max(width, 20));
  const head = left > 0 ? ELLIPSIS : "";
  const tail = right < safe.length ? ELLIPSIS : "";
  return {
    source: `${head}${safe.slice(left, right)}${tail}`.trimEnd(),
    underline:
      blank(`${head}${safe.slice(left, from)}`) +
      mark.repeat(columnsOf(safe.slice(from, Math.min(to, right))) || 1),
  };
}

/** The part of a line to show, at most `width` long and around the range. */
function windowOf(length: number, from: number, to: number, width: number) {
  if (length <= width) return { left: 0, right: length };
  const room = width - 2;
  const around = Math.max(0, Math.floor((room - Math.min(to - from, room)) / 2));
  const left = Math.min(Math.max(0, from - around), Math.max(0, length - room));
  return { left, right: Math.min(length, left + room) };
}

function blank(text: string): string {
  return " ".repeat(columnsOf(text));
}
