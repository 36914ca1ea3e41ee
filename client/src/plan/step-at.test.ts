import { expect, test } from "vitest";
import { planOf, planStep } from "../../../test/support/plan.ts";
import { stepAt } from "./step-at.ts";

const FILE = "file:///s/a/x.pronote.yaml";
const place = (from: number, to = from, uri = FILE) => ({
  uri,
  range: { start: { line: from, character: 0 }, end: { line: to, character: 4 } },
});
const screen = { title: "", values: [], tables: [] };
const plan = planOf([
  planStep("whole", {}, { place: place(0, 20) }),
  planStep("value", { screens: [{ ...screen, values: [{ label: "", value: "", place: place(3) }] }] }),
  planStep("cell", {
    screens: [
      {
        ...screen,
        tables: [
          {
            title: "",
            columns: [],
            rows: [{ name: "", cells: [{ value: "", place: place(5) }], place: place(5, 7) }],
          },
        ],
      },
    ],
  }),
]);
const at = (line: number, file = FILE) => stepAt(plan, (uri) => uri === file, { line, character: 1 });

test("the innermost value, cell, row or step at the cursor decides", () => {
  expect([at(1), at(3), at(5), at(7), at(20)]).toEqual(["whole", "value", "cell", "cell", "whole"]);
});

test("elsewhere there is none", () => {
  expect([at(21), at(3, "file:///s/a/y.pronote.yaml")]).toEqual([undefined, undefined]);
});
