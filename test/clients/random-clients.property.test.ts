/**
 * Clients of four kinds do what comes, on folders that change: each message of the server is valid, and at the end it
 * says of each file what a fresh server says. `npm run fuzz` plays more of them.
 */
import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { randomRun } from "./run.ts";

/** How many runs have the same seeds each time, and how many those of the commit. */
const RUNS = 40;
const RUNS_OF_COMMIT = 5;
const OPERATIONS = 200;

const seeds = Array.from({ length: RUNS }, (_, index) => index + 1);

test.each([...seeds, ...seedsOfCommit()])("client with seed %i", async (seed) => {
  const { failure, messages } = await randomRun(seed, OPERATIONS);
  expect(failure).toBeUndefined();
  expect(messages).toBeGreaterThan(10);
});

/** Seeds that follow from the commit, so that each commit tries others. None where there is no git. */
function seedsOfCommit(): readonly number[] {
  try {
    const hash = execFileSync("git", ["rev-parse", "HEAD"], { cwd: import.meta.dirname, encoding: "utf8" });
    return Array.from(
      { length: RUNS_OF_COMMIT },
      (_, index) => Number.parseInt(hash.slice(0, 6), 16) + index,
    );
  } catch {
    return [];
  }
}
