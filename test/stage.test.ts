/** However a stage of `npm test` ends, it only passes if its tests ran and passed. */
import { expect, test } from "vitest";
import { failureLine, runStage, total } from "./support/stage.ts";

const written: string[] = [];

/** The result of a stage that runs this script. */
function resultOf(script: string, counts: boolean) {
  written.length = 0;
  return runStage(
    { name: "planted", command: [process.execPath, "-e", script], counts },
    { cwd: import.meta.dirname, env: process.env, write: (text) => written.push(text) },
  );
}

const printScript = (...lines: readonly string[]) => `console.log(${JSON.stringify(lines.join("\n"))});`;

test.each([
  ["that counts", printScript("2 passed, 0 failed, 1 skipped"), true, { passed: 2, failed: 0, skipped: 1 }],
  [
    "that counts twice",
    printScript("2 passed, 0 failed", "3 passed, 0 failed"),
    true,
    { passed: 5, failed: 0, skipped: 0 },
  ],
  ["that prints nothing", "", false, { passed: 1, failed: 0, skipped: 0 }],
])("a stage %s has passed", async (_, script, counts, sum) => {
  expect(await resultOf(script, counts)).toEqual({ ...sum, leftOut: [], failures: [] });
});

test.each([
  ["with a failed test", printScript("2 passed, 3 failed"), true, 3],
  [
    "that exits with an error after passed tests",
    `${printScript("2 passed, 0 failed")} process.exitCode = 3;`,
    true,
    1,
  ],
  ["that is killed", `${printScript("2 passed, 0 failed")} process.kill(process.pid, "SIGKILL");`, true, 1],
  ["that exits with an error and has no tests", "process.exitCode = 1;", false, 1],
  ["that should have tests and prints no result", printScript("all is well"), true, 1],
  ["that has no tests", printScript("0 passed, 0 failed, 0 skipped"), true, 1],
  ["whose tests are all skipped", printScript("0 passed, 0 failed, 7 skipped"), true, 1],
])("a stage %s has failed", async (_, script, counts, failed) => {
  expect(await resultOf(script, counts)).toMatchObject({ failed });
});

test("a stage whose program does not exist has failed, and prints why", async () => {
  const output: string[] = [];
  const result = await runStage(
    { name: "planted", command: ["no-such-program-of-ours"] },
    { cwd: import.meta.dirname, env: process.env, write: (text) => output.push(text) },
  );
  expect(result).toEqual({ passed: 0, failed: 1, skipped: 0, leftOut: [], failures: [] });
  expect(output.join("")).toContain("no-such-program-of-ours");
});

test("the output of a stage is printed except for its closing line; what it left out is remembered", async () => {
  const result = await resultOf(printScript("one", "LEFT OUT: two", "1 passed, 0 failed", "three"), true);
  expect(written.join("")).toBe("one\nLEFT OUT: two\nthree\n");
  expect(result.leftOut).toEqual(["LEFT OUT: two"]);
});

test("the tests that failed are remembered by name, with the first line of why", async () => {
  const lines = [failureLine("a test", "expected 1\n  at line 3"), failureLine("another", "")];
  const result = await resultOf(
    printScript(...lines.map((line) => line.trimEnd()), "0 passed, 2 failed"),
    true,
  );
  expect(result.failures).toEqual(["FAILED: a test: expected 1", "FAILED: another"]);
});

test("sums are added", () => {
  const one = { passed: 1, failed: 2, skipped: 3 };
  expect(total([one, one])).toEqual({ passed: 2, failed: 4, skipped: 6 });
});
