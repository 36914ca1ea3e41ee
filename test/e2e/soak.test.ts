/**
 * A part of the long run against the built server: memory and handles are flat, and its answers are those of a fresh
 * server. `npm run soak` plays more.
 */
import { expect, test } from "vitest";
import { soak } from "../soak/soak.ts";

const OPERATIONS = 5_000;

test("thousands of edits and requests leave nothing behind", async () => {
  const { samples, messages, answers, failure } = await soak(OPERATIONS, 1);
  expect(failure).toBeUndefined();
  expect(samples.at(-1)?.operations).toBe(OPERATIONS);
  expect(messages).toBeGreaterThan(OPERATIONS / 2);
  expect(answers).toBeGreaterThan(1000);
});
