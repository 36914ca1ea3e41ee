import { expect, test } from "vitest";
import { columnsOf, fitted, padded } from "./columns.ts";

test.each([
  ["plain", 5],
  ["élève « A »", 11],
  ["e\u0301le\u0300ve", 5],
  ["日本", 4],
  ["𠀀", 2],
  ["🎒 sac", 6],
  ["a\u200bb\u00adc", 3],
  ["\u001b[1;31merreur\u001b[0m", 6],
  ["", 0],
])("the columns of %j are %i", (text, columns) => {
  expect(columnsOf(text)).toBe(columns);
});

test("a text is padded and cut by columns, never inside a wide character", () => {
  expect(padded("日本", 6)).toBe("日本  ");
  expect(padded("trop long", 4)).toBe("trop long");
  expect(fitted("日本語", 6)).toBe("日本語");
  expect(fitted("日本語", 5)).toBe("日本…");
  expect(fitted("日本語", 4)).toBe("日… ");
  expect(fitted("e\u0301cole", 5)).toBe("e\u0301cole");
  expect(fitted("e\u0301coles", 5)).toBe("e\u0301col…");
});
