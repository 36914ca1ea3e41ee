import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { RunOfTests } from "./run-of-tests.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const stop = vi.fn();
const begun = () =>
  new RunOfTests(
    [
      { test: "a", limit: 100 },
      { test: "b", limit: 200 },
    ],
    stop.mockReset(),
  );
const module = (ok: boolean, meta: object = {}) => ({ ok: () => ok, meta: () => meta });

test("files that pass are told with what they reached and how long they took", () => {
  const run = begun();
  run.begin("a");
  vi.advanceTimersByTime(99);
  run.end("a", module(true, { reached: [3], cpu: 50 }));
  run.begin("b");
  vi.advanceTimersByTime(199);
  run.end("b", module(true));
  vi.advanceTimersByTime(1000);
  expect(run.result(false)).toEqual({
    end: "passed",
    files: new Map([
      ["a", { reached: [3], cpu: 50, duration: 99 }],
      ["b", { reached: [], cpu: 0, duration: 199 }],
    ]),
  });
  expect(stop).not.toHaveBeenCalled();
});

test("a file that takes too long ends the process", () => {
  const run = begun();
  run.begin("a");
  run.end("a", module(true));
  run.begin("b");
  vi.advanceTimersByTime(200);
  expect(stop).toHaveBeenCalledTimes(1);
  expect(run.result(true)).toMatchObject({ end: "timeout", by: "b" });
});

test("the first test that fails ends the process, and is told", () => {
  const run = begun();
  run.begin("a");
  run.fail("a");
  run.fail("a");
  run.end("a", module(false));
  expect(stop).toHaveBeenCalledTimes(1);
  expect(run.result(true)).toMatchObject({ end: "failed", by: "a" });
});

test("a file that cannot be loaded has failed", () => {
  const run = begun();
  run.begin("a");
  run.end("a", module(false));
  expect(run.result(false)).toMatchObject({ end: "failed", by: "a" });
});

test("a process that ended by itself has failed in the file that it ran", () => {
  const run = begun();
  run.begin("a");
  run.end("a", module(true));
  run.begin("b");
  expect(run.result(true)).toMatchObject({ end: "failed", by: "b" });
  vi.advanceTimersByTime(1000);
  expect(stop).not.toHaveBeenCalled();
});
