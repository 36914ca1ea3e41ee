import { expect, test } from "vitest";
import { fileText, parseFile, rangeOf } from "../syntax/file.ts";
import { applyTextEdits } from "../syntax/text-edits.ts";
import { entryInserted } from "./tick-line.ts";

/** A text with the entry `m` in it: below those that come before it in the alphabet. */
function withEntry(text: string): string | undefined {
  const file = parseFile("file:///deroulement.pronote.yaml", text);
  const edits = entryInserted(file, { slug: "m", value: "{}", isAbove: (key) => key < "m", reserves: true });
  const applied = edits.map(({ at, newText }) => ({ range: rangeOf(file, at), newText }));
  return edits.length === 0 ? undefined : applyTextEdits(fileText(file), applied);
}

test.each([
  ["at the end of a file without such a section", "# Rentrée\n", "# Rentrée\nderoulement:\n  m: {}\n"],
  ["at the end of one that ends without a line end", "edt: {}", "edt: {}\nderoulement:\n  m: {}\n"],
  ["as the first entry", "deroulement:\nedt: {}\n", "deroulement:\n  m: {}\nedt: {}\n"],
  ["above all others", "deroulement:\n  z: {}\n", "deroulement:\n  m: {}\n  z: {}\n"],
  ["between others", "deroulement:\n  a: {}\n\n  z: {}\n", "deroulement:\n  a: {}\n  m: {}\n\n  z: {}\n"],
  [
    "below a text of several lines",
    "deroulement:\n  a: |\n    b\n",
    "deroulement:\n  a: |\n    b\n  m: {}\n",
  ],
  ["below all others", "deroulement:\n  a: {}", "deroulement:\n  a: {}\n  m: {}"],
  ["in the place of nothing", "deroulement: {}\n", "deroulement:\n  m: {}\n"],
  [
    "in the place of nothing below a comment",
    "deroulement:\n  # lu\n  {}\nedt: {}\n",
    "deroulement:\n  # lu\n  m: {}\nedt: {}\n",
  ],
])("a line is inserted %s, and ends as the others do", (_, before, after) => {
  const crlf = (text: string) => text.replaceAll("\n", "\r\n");
  expect(withEntry(before)).toBe(after);
  if (before.includes("\n")) expect(withEntry(crlf(before))).toBe(crlf(after));
});
