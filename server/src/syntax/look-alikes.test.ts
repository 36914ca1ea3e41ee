import { expect, test } from "vitest";
import { lettersIn } from "./look-alikes.ts";

const meantIn = (text: string) => lettersIn(text, 10).map(({ from, meant }) => `${from} ${meant}`);

test("letters that look like Latin ones are found in words that are Latin for the rest", () => {
  // The first letter of each is Cyrillic.
  expect(meantIn("classe \u0441lasse")).toEqual(["17 c"]);
  expect(meantIn("\u04306")).toEqual(["10 a"]);
});

test("words of another script, and words with letters that look like none, are left alone", () => {
  expect(meantIn("\u0441\u0430")).toEqual([]);
  expect(meantIn("\u0441lass\u0436")).toEqual([]);
});
