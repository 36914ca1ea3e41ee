import fc from "fast-check";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { PIECE, rowsIn } from "./table-rows.ts";

const whole = (text: string) => {
  const rows: string[][] = [];
  Papa.parse<string[]>(text, { delimiter: ";", step: ({ data }) => void rows.push(data) });
  return rows;
};
const inPieces = (text: string) => [...rowsIn(text, ";")];

const cell = fc.oneof(
  fc.constantFrom("", "a", "6E1", " b ", '"a;b"', '"a\n;b"', '"a\r\nb"', '"a""b"', '"a" b', 'a"b', '"', "é"),
  fc.nat({ max: 400 }).map((length) => "x".repeat(length)),
);
const row = fc.array(cell, { minLength: 1, maxLength: 5 }).map((cells) => cells.join(";"));

test("rows are the same piece by piece as at once, wherever a piece ends and however cells are quoted", () => {
  fc.assert(
    fc.property(
      fc.array(row, { maxLength: 40 }),
      fc.constantFrom("\n", "\r\n", "\r"),
      fc.boolean(),
      fc.nat({ max: 3000 }),
      (rows, end, isEnded, before) => {
        // So that the first piece ends somewhere among the rows.
        const line = "x".repeat(PIECE / 64 - end.length);
        const head = `${`${line}${end}`.repeat(64)}`.slice(Math.min(before, PIECE - 1));
        const text = head + rows.join(end) + (isEnded ? end : "");
        const pieces = inPieces(text);
        expect(pieces.flat()).toEqual(whole(text));
        expect(pieces.length).toBeGreaterThanOrEqual(text.length / PIECE);
      },
    ),
  );
});

test("line ends are those of the whole text, not of a first piece that has none", () => {
  const text = `${"x".repeat(PIECE + 5)}\r\na;b\r\nc;d`;
  expect(inPieces(text).flat().slice(1)).toEqual([
    ["a", "b"],
    ["c", "d"],
  ]);
});

test("an empty text has no row", () => {
  expect(inPieces("").flat()).toEqual(whole(""));
});
