import { expect, test } from "vitest";
import { conjunction, disjunction } from "./enumeration.ts";
import { localizerFor } from "./localize.ts";

const [a, b, c] = ["a", "b", "c"].map((text) => ({ en: text, fr: text.toUpperCase() })) as [
  { en: string; fr: string },
  { en: string; fr: string },
  { en: string; fr: string },
];

test("only the last part is joined by a word", () => {
  const [english, french] = [localizerFor("en"), localizerFor("fr")];
  expect([conjunction(a, []), conjunction(a, [b]), conjunction(a, [b, c])].map(english)).toEqual([
    "a",
    "a and b",
    "a, b and c",
  ]);
  expect(french(conjunction(a, [b, c]))).toBe("A, B et C");
  expect(french(disjunction(a, [b, c]))).toBe("A, B ou C");
});
