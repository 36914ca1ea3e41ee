/**
 * A part of the long run against the built server: memory and handles are flat, and its answers are those of a fresh
 * server. The same run against a server that loses memory shows that a leak would be seen. `npm run soak` plays more.
 */
import { expect, test } from "vitest";
import { growthOf, LEAKING } from "../soak/measure.ts";
import { soak } from "../soak/soak.ts";

/** Half of them warm the server up: by then its caches have reached their limits. */
const OPERATIONS = 20_000;

test("thousands of edits and requests leave nothing behind, and would be seen if they did", async () => {
  const [run, control] = await Promise.all([
    soak({ count: OPERATIONS, seed: 1 }),
    soak({ count: OPERATIONS, seed: 1, node: LEAKING }),
  ]);
  expect([run.failure, control.failure]).toEqual([undefined, undefined]);
  expect(growthOf(run.samples, control.samples)).toBeUndefined();
  expect(growthOf(control.samples, control.samples)).toMatch(/^each operation adds/);
  expect(run.samples.at(-1)?.operations).toBe(OPERATIONS);
  expect(run.messages).toBeGreaterThan(OPERATIONS / 2);
  expect(run.answers).toBeGreaterThan(500);
});
