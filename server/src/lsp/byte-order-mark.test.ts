import { expect, test } from "vitest";
import { applyChange } from "../syntax/change.ts";
import { fileText } from "../syntax/file.ts";
import { changeWithoutMark } from "./byte-order-mark.ts";
import { columnsFor } from "./column-encoding.ts";
import { DocumentStore } from "./document-store.ts";

const URI = "file:///a.pronote.yaml";
const MARK = "\ufeff";

test.each([
  ["a letter behind it", 1, 1, "x"],
  ["the first letter is removed", 1, 2, ""],
  ["the end of the line", 5, 5, " # x"],
  ["it is removed", 0, 1, ""],
  ["it is removed with what follows", 0, 3, "b"],
  ["it is put there again", 0, 2, `${MARK}b`],
  ["it gets another one in front", 0, 0, MARK],
  ["something is put in front", 0, 0, "# "],
  ["nothing happens in front", 0, 0, ""],
])("a text that begins with a byte order mark stays that of the client: %s", (_, from, to, text) => {
  const start = `${MARK}a: 1\nb: 2\n`;
  const store = new DocumentStore();
  const columns = columnsFor({}, (uri) => store.file(uri), store);
  store.open(URI, start);
  const range = { start: { line: 0, character: from }, end: { line: 0, character: to } };
  const { change, hasMark } = changeWithoutMark({ range, text }, store.hasMark(URI));
  store.change(URI, [columns.incoming(change, URI)]);
  store.mark(URI, hasMark);
  const file = store.file(URI);
  const expected = applyChange(start, { fromLine: 0, fromCol: from, toLine: 0, toCol: to, text });
  expect((store.hasMark(URI) ? MARK : "") + (file ? fileText(file) : "")).toBe(expected);
  store.close(URI, false);
  expect(store.hasMarks).toBe(false);
});

test.each([
  ["a: 1\n", false],
  [`${MARK}a: 1\n`, true],
])("a whole text says anew whether it begins with a byte order mark: %j", (text, hasMark) => {
  for (const hadMark of [true, false])
    expect(changeWithoutMark({ text }, hadMark)).toEqual({ change: { text }, hasMark });
});
