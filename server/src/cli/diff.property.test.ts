import { test } from "vitest";
import { expectLinear } from "../../../test/support/growth.ts";
import { unifiedDiff } from "./diff.ts";

test("takes no longer than the texts are where everything is another", () => {
  const lines = (mark: string, count: number) =>
    Array.from({ length: count }, (_, at) => `${mark}${at}\n`).join("");
  expectLinear(
    // Of more lines, most time would go into collecting garbage.
    (size) => [lines("a", size / 8), lines("b", size / 8)] as const,
    ([before, after]) => unifiedDiff("x", before, after),
  );
});
