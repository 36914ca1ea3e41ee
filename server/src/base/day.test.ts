import { expect, test } from "vitest";
import { dayInWords } from "./day.ts";

test.each([
  ["2026-12-05", "5 December 2026", "5 décembre 2026"],
  ["2026-08-01", "1 August 2026", "1er août 2026"],
  ["2026-11-31", "31 November 2026", "31 novembre 2026"],
])("a day is written in full: %s", (day, en, fr) => {
  expect(dayInWords(day)).toEqual({ en, fr });
});

test.each(["", "2026-13-01", "2026-00-01", "immediate", "2026-09-01T08:00"])(
  "what is no day is left as it is: %s",
  (text) => {
    expect(dayInWords(text)).toEqual({ en: text, fr: text });
  },
);
