import { expect, test } from "vitest";
import { judgesFrom, judgesWithin, verdictOn } from "./judge.ts";
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
        ({ test }, at) => [test, { reached: [], duration: 100, cpu: 100 * (at + 1), ...file }] as const,
      );
      return Promise.resolve({ end: "passed", files: new Map(files), ...result });
    },
  };
}

const judges = ["a", "b"].map((test, at) => ({ test, reached: new Set([7]), duration: at * 100, cpu: 50 }));

test("tests judge in their order, each as long as several times what it took", async () => {
  const session = sessionOf({ end: "failed", by: "b" });
  expect(await verdictOn(session, 7, judges)).toEqual({ status: "killed", by: "b" });
  expect(session.runs).toEqual([[7, "a 8000", "b 8500"]]);
});

test("what all tests pass has survived, what takes too long is found, what none reaches is not covered", async () => {
  expect(await verdictOn(sessionOf({}), 7, judges)).toEqual({ status: "survived" });
  expect(await verdictOn(sessionOf({ end: "timeout", by: "a" }), 7, judges)).toEqual({
    status: "timeout",
    by: "a",
  });
  expect(await verdictOn(sessionOf({ end: "failed" }), 7, [])).toEqual({ status: "no coverage" });
});

test("what takes too long on a busy machine, without the mutant too, is tried again with more time", async () => {
  const runs: string[] = [];
  const session = {
    run: (tests: readonly LimitedTest[], mutant: number): Promise<RunResult> => {
      runs.push(`${mutant}: ${tests.map(({ test, limit }) => `${test} ${limit}`).join(", ")}`);
      const files = new Map([["b", { reached: [], duration: 8000, cpu: 1 }]]);
      if (mutant === 0) return Promise.resolve({ end: "passed", files });
      return Promise.resolve(
        runs.length === 1 ? { end: "timeout", by: "b", files } : { end: "passed", files },
      );
    },
  };
  const all = ["a", "b"].map((test) => ({ test, reached: new Set([7]), duration: 100, cpu: 1 }));
  expect(await verdictOn(session, 7, all)).toEqual({ status: "survived" });
  expect(runs).toEqual(["7: a 8500, b 8500", "0: b 8500", "7: b 34000"]);
});

test("a test judges what it reaches, by the time that it alone needs", async () => {
  const session = sessionOf({}, { reached: [1, 2] });
  const judge = { reached: new Set([1, 2]), duration: 100, cpu: 100 };
  expect(await judgesFrom(session, ["a", "b"], 4000)).toEqual([
    { test: "a", ...judge },
    { test: "b", ...judge },
  ]);
  expect(session.runs).toEqual([[0, "a 40000", "b 40000"]]);
});

test("a slow test does not judge, and those after it are run in a new process", async () => {
  expect(await judgesFrom(sessionOf({}, { cpu: 4001 }), ["a"], 4000)).toEqual([]);
  expect(await judgesFrom(sessionOf({}, { cpu: 4000 }), ["a"], 4000)).toHaveLength(1);
  const runs: unknown[] = [];
  const session = {
    run: (tests: readonly LimitedTest[]): Promise<RunResult> => {
      runs.push(tests.map(({ test }) => test));
      const [first = ""] = tests.map(({ test }) => test);
      const files = new Map([[first, { reached: [], duration: 1, cpu: 1 }]]);
      return Promise.resolve(
        runs.length === 1 ? { end: "timeout", by: "b", files } : { end: "passed", files },
      );
    },
  };
  expect((await judgesFrom(session, ["a", "b", "c"], 4000)).map(({ test }) => test)).toEqual(["a", "c"]);
  expect(runs).toEqual([["a", "b", "c"], ["c"]]);
});

test("a test that fails by itself stops all", async () => {
  await expect(judgesFrom(sessionOf({ end: "failed", by: "a" }), ["a"], 4000)).rejects.toThrow(
    "a fails without a mutant",
  );
});

test("a test that fails among others and passes alone does not judge, and the others do", async () => {
  const runs: unknown[] = [];
  const file = { reached: [], duration: 1, cpu: 1 };
  const session = {
    run: (tests: readonly LimitedTest[]): Promise<RunResult> => {
      const names = tests.map(({ test }) => test);
      runs.push(names);
      if (runs.length > 1)
        return Promise.resolve({ end: "passed", files: new Map([[String(names[0]), file]]) });
      const files = new Map([
        ["a", file],
        ["b", file],
      ]);
      return Promise.resolve({ end: "failed", by: "b", files });
    },
  };
  expect((await judgesFrom(session, ["a", "b", "c"], 4000)).map(({ test }) => test)).toEqual(["a", "c"]);
  expect(runs).toEqual([["a", "b", "c"], ["b"], ["c"]]);
});

test("the judges of a mutant reach it and fit into the time; the first always does", () => {
  const judge = (test: string, cpu: number, ...reached: number[]) => ({
    test,
    cpu,
    reached: new Set(reached),
    duration: 0,
  });
  const all = [judge("a", 50, 1), judge("b", 70, 1, 2), judge("c", 30, 1), judge("d", 50, 1)];
  const names = (mutant: number, milliseconds: number) =>
    judgesWithin(all, mutant, milliseconds).map(({ test }) => test);
  expect(names(1, 1000)).toEqual(["a", "b", "c", "d"]);
  expect(names(1, 100)).toEqual(["a", "c"]);
  expect(names(1, 10)).toEqual(["a"]);
  expect(names(2, 1000)).toEqual(["b"]);
});
