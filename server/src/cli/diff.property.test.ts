import { test } from "vitest";
import { expectLinear } from "../../../test/support/growth.ts";
import { unifiedDiff } from "./diff.ts";

test("the time grows linearly with the texts even if all lines differ", () => {
  const lines = (mark: string, count: number) =>
    Array.from({ length: count }, (_, at) => `${mark}${at}\n`).join("");
  expectLinear(
    // With more lines, garbage collection would take most of the time.
    (size) => [lines("a", size / 8), lines("b", size / 8)] as const,
    ([before, after]) => unifiedDiff("x", before, after),
  );
});
