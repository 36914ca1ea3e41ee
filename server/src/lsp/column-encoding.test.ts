import fc from "fast-check";
import { expect, test } from "vitest";
import { parseFile } from "../syntax/file.ts";
import { columnsFor, fromUtf8, intoUtf8 } from "./column-encoding.ts";
import { encodingFor } from "./encoding.ts";

const A = "file:///a.pronote.yaml";
const B = "file:///b.pronote.yaml";
const files = new Map([
  [A, parseFile(A, "classes: { 6É🎒: {} }\nété: é🎒é\n")],
  [B, parseFile(B, "œuvre: 1\n")],
]);
const find = (uri: string) => files.get(uri);
const at = (line: number, character: number) => ({ line, character });

test("the encoding is UTF-16, unless the client offers UTF-8 first or no UTF-16", () => {
  expect(encodingFor(undefined)).toBe("utf-16");
  expect(encodingFor(["utf-16", "utf-8"])).toBe("utf-16");
  expect(encodingFor(["utf-8", "utf-16"])).toBe("utf-8");
  expect(encodingFor(["utf-32", "utf-8"])).toBe("utf-8");
  expect(encodingFor(["utf-32"])).toBe("utf-16");
});

test("UTF-8 columns are bytes: two for an accented letter, four for an emoji of two code units", () => {
  // After `6`, `6É`, `6É🎒`.
  expect(intoUtf8([at(0, 12), at(0, 13), at(0, 15)], A, find)).toEqual([at(0, 12), at(0, 14), at(0, 18)]);
  expect(fromUtf8([at(0, 12), at(0, 14), at(0, 18)], A, find)).toEqual([at(0, 12), at(0, 13), at(0, 15)]);
});

test("each position is converted with the text of its own document", () => {
  const range = { start: at(0, 1), end: at(0, 2) };
  const bytes = { start: at(0, 2), end: at(0, 3) };
  expect(intoUtf8([{ uri: B, range }], A, find)).toEqual([{ uri: B, range: bytes }]);
  expect(intoUtf8({ changes: { [B]: [{ range, newText: "é" }] } }, A, find)).toEqual({
    changes: { [B]: [{ range: bytes, newText: "é" }] },
  });
  const textDocument = { uri: B, version: 1 };
  expect(
    intoUtf8({ documentChanges: [{ textDocument, edits: [{ range, newText: "" }] }] }, "", find),
  ).toEqual({
    documentChanges: [{ textDocument, edits: [{ range: bytes, newText: "" }] }],
  });
});

test("positions in a file whose text is not known stay as they are", () => {
  const place = { uri: "file:///sts.xml", range: { start: at(3, 7), end: at(3, 9) } };
  expect(intoUtf8(place, A, find)).toEqual(place);
  expect(fromUtf8(place, A, find)).toEqual(place);
});

test("values that are not positions stay as they are", () => {
  const item = { label: "é", data: { line: 0, character: 15 } };
  expect(intoUtf8(item, A, find)).toEqual(item);
  expect(intoUtf8(null, A, find)).toBeNull();
});

test("conversion to UTF-8 and back gives the same position", () => {
  const characters = fc.array(fc.constantFrom("a", "é", "€", "🎒", " "));
  fc.assert(
    fc.property(characters, fc.nat(), (text, n) => {
      const own = (uri: string) => parseFile(uri, text.join(""));
      const character = text.slice(0, n % (text.length + 1)).join("").length;
      expect(fromUtf8(intoUtf8(at(0, character), A, own), A, own)).toEqual(at(0, character));
    }),
  );
});

test.each([
  ["utf-16", 1],
  ["utf-8", 3],
])(
  "a byte order mark that the client has counts in the first line of its document: %s",
  (encoding, width) => {
    const marks = { hasMarks: true, hasMark: (uri: string) => uri === A };
    const columns = columnsFor({ general: { positionEncodings: [encoding] } }, find, marks);
    const positions = [at(0, 0), at(0, 9), at(1, 0)];
    const counted = [at(0, width), at(0, 9 + width), at(1, 0)];
    expect(columns.outgoing(positions, A)).toEqual(counted);
    expect(columns.incoming(counted, A)).toEqual(positions);
    expect(columns.incoming(at(0, 0), A)).toEqual(at(0, 0));
    expect(columns.outgoing([{ uri: B, range: { start: at(0, 0), end: at(0, 0) } }], A)).toEqual([
      { uri: B, range: { start: at(0, 0), end: at(0, 0) } },
    ]);
  },
);

test("very many positions of a message are converted like each of them", () => {
  const lines = Array.from({ length: 40 }, (_, line) => `é${"🎒".repeat(line % 3)}x${line}\r`);
  for (const text of [lines.join("\n"), `{ a: "${lines.join("\n ")}" }`]) {
    const own = (uri: string) => parseFile(uri, text);
    const positions = lines.flatMap((_, line) => [0, 1, 2, 4, 99].map((character) => at(line, character)));
    for (const convert of [intoUtf8, fromUtf8])
      expect(convert(positions, A, own)).toEqual(positions.map((position) => convert(position, A, own)));
  }
});
