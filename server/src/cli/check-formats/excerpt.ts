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
  const from = Math.min(start.character, line.length);
  const to = Math.min(end.line > start.line ? line.trimEnd().length : end.character, line.length);
  const { left, right } = windowOf(line.length, from, Math.max(to, from + 1), Math.max(width, 20));
  // Of a line of many megabytes, only this part is made printable.
  const safe = shown(line.slice(left, right));
  const head = left > 0 ? ELLIPSIS : "";
  const tail = right < line.length ? ELLIPSIS : "";
  return {
    source: `${head}${safe}${tail}`.trimEnd(),
    underline:
      blank(`${head}${safe.slice(0, from - left)}`) +
      mark.repeat(columnsOf(safe.slice(from - left, Math.min(to, right) - left)) || 1),
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
