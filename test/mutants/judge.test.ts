import { expect, test } from "vitest";
import { judgeFrom, verdictOn } from "./judge.ts";
import type { LimitedTest, RunResult } from "./run-of-tests.ts";

/** A session whose runs end as told; what it was asked for is written down. */
function sessionOf(
  result: Partial<RunResult>,
  file: { readonly cpu?: number; readonly reached?: readonly number[] } = {},
) {
  const runs: unknown[] = [];
  return {
    runs,
    run: (tests: readonly LimitedTest[], mutant: number): Promise<RunResult> => {
      runs.push([mutant, ...tests.map(({ test, limit }) => `${test} ${limit}`)]);
      const files = tests.map(
        ({ test }) => [test, { reached: [], duration: 100, cpu: 100, ...file }] as const,
      );
      return Promise.resolve({ end: "passed", files: new Map(files), ...result });
    },
  };
}

const judges = ["a", "b"].map((test, at) => ({ test, reached: new Set([7]), duration: at * 100 }));

test("tests judge in their order, each as long as several times what it took", async () => {
  const session = sessionOf({ end: "failed", by: "b" });
  expect(await verdictOn(session, 7, judges)).toEqual({ status: "killed", by: "b" });
  expect(session.runs).toEqual([[7, "a 2000", "b 2500"]]);
});

test("what all tests pass has survived, what takes too long is found, what none reaches is not covered", async () => {
  expect(await verdictOn(sessionOf({}), 7, judges)).toEqual({ status: "survived" });
  expect(await verdictOn(sessionOf({ end: "timeout", by: "a" }), 7, judges)).toEqual({
    status: "timeout",
    by: "a",
  });
  expect(await verdictOn(sessionOf({ end: "failed" }), 7, [])).toEqual({ status: "no coverage" });
});

test("a test judges what it reaches, unless it is slow", async () => {
  const session = sessionOf({}, { reached: [1, 2] });
  expect(await judgeFrom(session, "a", 4000)).toEqual({ test: "a", reached: new Set([1, 2]), duration: 100 });
  expect(session.runs).toEqual([[0, "a 12000"]]);
  expect(await judgeFrom(sessionOf({}, { cpu: 4001 }), "a", 4000)).toBeUndefined();
  expect(await judgeFrom(sessionOf({}, { cpu: 4000 }), "a", 4000)).toBeDefined();
  expect(await judgeFrom(sessionOf({ end: "timeout" }), "a", 4000)).toBeUndefined();
});

test("a test that fails by itself stops all", async () => {
  await expect(judgeFrom(sessionOf({ end: "failed" }), "a", 4000)).rejects.toThrow(
    "a fails without a mutant",
  );
});
