import { test } from "vitest";
import { expectLinear } from "../../../test/support/growth.ts";
import { unifiedDiff } from "./diff.ts";

test("takes no longer than the texts are where everything is another", () => {
  const lines = (mark: string, count: number) =>
    Array.from({ length: count }, (_, at) => `${mark}${at}\n`).join("");
  expectLinear(
    (size) => [lines("a", size), lines("b", size)] as const,
    ([before, after]) => unifiedDiff("x", before, after),
    // A sixty-fourth of so many lines is more than are looked at one by one.
    16_000,
  );
});
