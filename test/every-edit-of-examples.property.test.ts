/**
 * Like `every-edit.property.test.ts`, but on the examples of all rules together, with edits at the words of each rule.
 */
import { expect, test } from "vitest";
import { fuzz } from "./fuzz/fuzz.ts";
import { exampleStart } from "./fuzz/starts.ts";

const SEED = Number(process.env["SEED"] ?? 20260825);
const EDITS = Number(process.env["EDITS"] ?? 13_000);

test(`${EDITS} edits of the examples of rules`, () => {
  const { edits, cases } = fuzz({ seed: SEED, edits: EDITS, each: 40, start: exampleStart });
  expect(cases.join("\n\n")).toBe("");
  expect(edits).toBeGreaterThanOrEqual(EDITS);
});
