import { expect, test } from "vitest";
import { fixture } from "../../../test/support/fixture.ts";
import { applyTextEdits } from "../syntax/text-edits.ts";
import { formatDocument, formatOnEnter, formatRange } from "./formatting.ts";

const options = { tabSize: 2, insertSpaces: true };

test("a private line stays as it is, so that no edit is about it", () => {
  const source =
    "communication:\n  e-mails:\n    smtp: { mot-de-passe : Soleil-2026! }\netablissement:\n    nom : Les Tilleuls\n";
  const { context, texts } = fixture(source);
  const after = applyTextEdits([...texts.values()][0] ?? "", formatDocument(context, { options }));
  expect(after).toBe(source.replace("    nom :", "  nom:"));
});

test.each([0, -1, 1.5, 1000])("an indentation of %s is not taken over", (tabSize) => {
  const { context } = fixture("classes:\n  6A: {}\n");
  expect(formatDocument(context, { options: { tabSize } })).toEqual([]);
});

test("a range that ends at the start of a line does not contain it", () => {
  const { context } = fixture("a : 1\nb : 2\nc : 3\n");
  const range = { start: { line: 0, character: 2 }, end: { line: 2, character: 0 } };
  expect(formatRange(context, { options, range }).map((edit) => edit.range.start.line)).toEqual([0, 1]);
});

test.each([
  ["all is tidied if the editor says nothing", {}, "a: 1\nb: 2\n"],
  ["white space at the ends of lines stays", { trimTrailingWhitespace: false }, "a: 1  \nb: 2\t\n"],
  ["blank lines at the end stay", { trimFinalNewlines: false }, "a: 1\nb: 2\n\n\n"],
  [
    "what is true is as if it were not said",
    { trimTrailingWhitespace: true, insertFinalNewline: true },
    "a: 1\nb: 2\n",
  ],
])("the editor's options: %s", (_, more, expected) => {
  const { context, texts } = fixture("a : 1  \nb: 2\t\n\n\n");
  const [text = ""] = texts.values();
  const after = applyTextEdits(text, formatDocument(context, { options: { ...options, ...more } }));
  expect(after).toBe(expected);
  const again = fixture(after).context;
  expect(formatDocument(again, { options: { ...options, ...more } })).toEqual([]);
});

test("the editor's options: a line end is added at the end of the file, unless it says that it does not want it", () => {
  const { context } = fixture("a: 1");
  expect(formatDocument(context, { options }).map(({ newText }) => newText)).toEqual(["\n"]);
  expect(formatDocument(context, { options: { ...options, insertFinalNewline: false } })).toEqual([]);
});

/** The text after Enter was typed, and formatted. */
function entered(source: string, tabSize = 2): string {
  const { context, position, texts } = fixture(source);
  return applyTextEdits(
    [...texts.values()][0] ?? "",
    formatOnEnter(context, { position, options: { tabSize } }),
  );
}

test.each([
  [
    "the line that ended is formatted, no other",
    "a : 1\nb :  2  \n  $0\nc : 3\n",
    "a : 1\nb: 2\n  \nc : 3\n",
  ],
  ["below a key, the line is indented", "classes:\n$0\nx: 1\n", "classes:\n  \nx: 1\n"],
  ["also below one with a comment", "classes: # 6e\n$0", "classes: # 6e\n  "],
  ["also in a list", "a:\n  - b:\n  $0\n", "a:\n  - b:\n      \n"],
  ["in the column of the entries below", "a:\n$0\n    b: 1\n", "a:\n    \n    b: 1\n"],
  ["not below a value", "a: 1\n$0\n", "a: 1\n\n"],
  ["not in a text", "a: |\n  b:\n  $0\n  c\n", "a: |\n  b:\n  \n  c\n"],
  ["not if something follows", "a:\n$0b: 1\n", "a:\nb: 1\n"],
  ["not below a syntax error", "a: [\n  b:\n$0\n", "a: [\n  b:\n\n"],
])("Enter: %s", (_, source, expected) => {
  expect(entered(source)).toBe(expected);
});

test("Enter: the editor's indentation counts", () => {
  expect(entered("classes:\n$0\n", 4)).toBe("classes:\n    \n");
});
