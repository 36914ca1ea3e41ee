/** However a stage of `npm test` ends, what was not tested is not passed. */
import { expect, test } from "vitest";
import { runStage, total } from "./support/stage.ts";

const written: string[] = [];

/** How a stage ends that is this script. */
function ended(script: string, counts: boolean) {
  written.length = 0;
  return runStage(
    { name: "planted", command: [process.execPath, "-e", script], counts },
    { cwd: import.meta.dirname, env: process.env, write: (text) => written.push(text) },
  );
}

const says = (...lines: readonly string[]) => `console.log(${JSON.stringify(lines.join("\n"))});`;

test.each([
  ["that counts", says("2 passed, 0 failed, 1 skipped"), true, { passed: 2, failed: 0, skipped: 1 }],
  [
    "that counts twice",
    says("2 passed, 0 failed", "3 passed, 0 failed"),
    true,
    { passed: 5, failed: 0, skipped: 0 },
  ],
  ["that says nothing", "", false, { passed: 1, failed: 0, skipped: 0 }],
])("a stage %s has passed", async (_, script, counts, sum) => {
  expect(await ended(script, counts)).toEqual({ ...sum, leftOut: [] });
});

test.each([
  ["with a test that failed", says("2 passed, 3 failed"), true, 3],
  ["that ends badly after tests that passed", `${says("2 passed, 0 failed")} process.exitCode = 3;`, true, 1],
  ["that is killed", `${says("2 passed, 0 failed")} process.kill(process.pid, "SIGKILL");`, true, 1],
  ["that ends badly and counts nothing", "process.exitCode = 1;", false, 1],
  ["that should count and does not", says("all is well"), true, 1],
  ["that has no tests", says("0 passed, 0 failed, 0 skipped"), true, 1],
  ["whose tests are all left out", says("0 passed, 0 failed, 7 skipped"), true, 1],
])("a stage %s has failed", async (_, script, counts, failed) => {
  expect(await ended(script, counts)).toMatchObject({ failed });
});

test("a stage whose program is not there has failed, and says so", async () => {
  const said: string[] = [];
  const result = await runStage(
    { name: "planted", command: ["no-such-program-of-ours"] },
    { cwd: import.meta.dirname, env: process.env, write: (text) => said.push(text) },
  );
  expect(result).toEqual({ passed: 0, failed: 1, skipped: 0, leftOut: [] });
  expect(said.join("")).toContain("no-such-program-of-ours");
});

test("what a stage writes is handed on, but for its closing line; what it leaves out is kept", async () => {
  const result = await ended(says("one", "LEFT OUT: two", "1 passed, 0 failed", "three"), true);
  expect(written.join("")).toBe("one\nLEFT OUT: two\nthree\n");
  expect(result.leftOut).toEqual(["LEFT OUT: two"]);
});

test("sums are added", () => {
  const one = { passed: 1, failed: 2, skipped: 3 };
  expect(total([one, one])).toEqual({ passed: 2, failed: 4, skipped: 6 });
});
