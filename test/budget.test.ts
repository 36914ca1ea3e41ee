import { expect, test } from "vitest";
import { overBudget } from "../server/scripts/budget.ts";

test("only files above their limit are found", () => {
  const weighed = [
    { name: "light", bytes: 999, budget: 1000 },
    { name: "full", bytes: 1000, budget: 1000 },
    { name: "heavy", bytes: 1100, budget: 1000 },
  ];
  expect(overBudget(weighed)).toEqual(["heavy: 1.1 kB are more than its budget of 1.0 kB"]);
});
