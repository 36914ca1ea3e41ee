import { expect, test } from "vitest";
import { circleText } from "./circle-text.ts";

const names = (count: number) => Array.from({ length: count }, (_, at) => `n${at}`);

test("of a long circle the beginning and the end are shown", () => {
  expect(circleText(names(3))).toBe("n0 → n1 → n2");
  expect(circleText(names(12))).toBe(names(12).join(" → "));
  expect(circleText(names(13))).toBe([...names(6), "…", ...names(13).slice(-6)].join(" → "));
});
