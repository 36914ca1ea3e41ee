import fc from "fast-check";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { PIECE, rowsIn, UnclosedQuote } from "./table-rows.ts";

/** The rows of a text that is parsed at once; without the last one if a quote in it is never closed. */
const whole = (text: string) => {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: ";" });
  const isUnclosed = errors.some(({ code }) => code === "MissingQuotes");
  return { rows: isUnclosed ? data.slice(0, -1) : data, isUnclosed };
};
const inPieces = (text: string) => {
  const rows: (readonly string[])[] = [];
  let pieces = 0;
  try {
    for (const some of rowsIn(text, ";")) {
      rows.push(...some);
      pieces++;
    }
  } catch (error) {
    if (error instanceof UnclosedQuote) return { rows, isUnclosed: true, pieces };
    throw error;
  }
  return { rows, isUnclosed: false, pieces };
};

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
        const { pieces, ...found } = inPieces(text);
        expect(found).toEqual(whole(text));
        expect(pieces).toBeGreaterThanOrEqual(text.length / PIECE);
      },
    ),
  );
});

test("line ends are those of the whole text, not of a first piece that has none", () => {
  const text = `${"x".repeat(PIECE + 5)}\r\na;b\r\nc;d`;
  expect(inPieces(text).rows.slice(1)).toEqual([
    ["a", "b"],
    ["c", "d"],
  ]);
});

test("an empty text has no row", () => {
  expect(inPieces("")).toMatchObject(whole(""));
});
