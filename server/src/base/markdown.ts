import { shown } from "./shown-text.ts";

/** A text in Markdown: no mark in it counts, and it stays on one line. */
export function markdownText(text: string): string {
  return shown(text)
    .replace(/[\\`*_[\]<>|#&]/g, "\\$&")
    .replace(/[ \t\r\n]+/g, " ");
}
