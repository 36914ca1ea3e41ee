import { expect, test } from "vitest";
import { dayAfter, daysBetween, isDay, isSunday, isWeekday } from "./dates.ts";

test("days are counted across months and years", () => {
  expect(dayAfter("2026-02-28")).toBe("2026-03-01");
  expect(dayAfter("2027-12-31", 60)).toBe("2028-02-29");
  expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2);
});

test("weekdays and Sundays are recognized", () => {
  const week = ["2026-09-04", "2026-09-05", "2026-09-06", "2026-09-07"];
  expect(week.map(isWeekday)).toEqual([true, false, false, true]);
  expect(week.map(isSunday)).toEqual([false, false, true, false]);
});

test.each(["2026-02-30", "2026-13-01", "2026-9-1", "2026-12", "2026", "demain"])(
  "%s is not a day",
  (text) => {
    expect(isDay(text)).toBe(false);
    expect(isWeekday(text) || isSunday(text)).toBe(false);
    expect(dayAfter(text)).toBe(text);
    expect(daysBetween(text, "2026-09-01")).toBeNaN();
  },
);
