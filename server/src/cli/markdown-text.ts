import { shownLines } from "./check-formats/mask.ts";

/** A text on one line, in which Markdown reads no marks. */
export function escapedMarkdown(text: string): string {
  return shownLines(text)
    .replace(/[\\`*_[\]<>|#&]/g, "\\$&")
    .replace(/[ \t\r\n]+/g, " ");
}
