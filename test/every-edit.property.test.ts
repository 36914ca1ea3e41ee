/** After every edit, the state of the server is the same as if it had just read the texts. */
import { expect, test } from "vitest";
import { fuzz } from "./fuzz/fuzz.ts";
import { ownStart } from "./fuzz/starts.ts";

const SEED = Number(process.env["SEED"] ?? 20260825);
const EDITS = Number(process.env["EDITS"] ?? 7_000);

test(`${EDITS} edits of short workspaces`, () => {
  const { edits, cases } = fuzz({ seed: SEED, edits: EDITS, each: 40, start: ownStart });
  expect(cases.join("\n\n")).toBe("");
  expect(edits).toBeGreaterThanOrEqual(EDITS);
});
