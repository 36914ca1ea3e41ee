/** The last line of vitest also counts errors that are not failures of a test; what failed is named before it. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { ROOT } from "../host/install.ts";

const CONFIG = `
import { defineConfig } from "vitest/config";
import { ClosingLine } from ${JSON.stringify(join(ROOT, "test/support/closing-line.ts"))};

export default defineConfig({
  test: {
    reporters: [new ClosingLine()],
    projects: [
      { test: { name: "full", include: ["*.test.ts"] } },
      { test: { name: "empty", include: ["nothing/*.test.ts"] } },
    ],
  },
});
`;

const PASSES = `import { afterAll, beforeAll, describe, expect, test } from "vitest";
test("passes", () => {});
`;

test.each([
  [
    "a test that fails",
    'test("fails", () => expect(1).toBe(2));',
    "1 passed, 1 failed, 0 skipped",
    "FAILED: planted.test.ts > fails: expected 1 to be 2 // Object.is equality",
  ],
  [
    "a file that cannot be loaded",
    'import "./missing.ts";',
    "0 passed, 1 failed, 0 skipped",
    "FAILED: planted.test.ts: Cannot find module './missing.ts'",
  ],
  [
    "a file that throws",
    'throw new Error("planted");',
    "0 passed, 1 failed, 0 skipped",
    "FAILED: planted.test.ts: planted",
  ],
  [
    "an unhandled rejection",
    'void Promise.reject(new Error("planted"));',
    "1 passed, 1 failed, 0 skipped",
    "FAILED: outside of the tests: planted",
  ],
  [
    "an error in beforeAll",
    'describe("a", () => { beforeAll(() => { throw new Error("planted"); }); test("b", () => {}); });',
    "1 passed, 1 failed, 1 skipped",
    "FAILED: planted.test.ts > a: planted",
  ],
  [
    "an error in afterAll",
    'afterAll(() => { throw new Error("planted"); });',
    "1 passed, 1 failed, 0 skipped",
    "FAILED: planted.test.ts: planted",
  ],
])("%s counts as failed, and is named", (_, planted, line, failure) => {
  expect(runOf("full", `${PASSES}${planted}\n`)).toEqual({
    status: 1,
    line,
    failures: [expect.stringContaining(failure)],
  });
});

test("passed tests are counted, and a project without tests fails", () => {
  expect(runOf("full", PASSES)).toEqual({ status: 0, line: "1 passed, 0 failed, 0 skipped", failures: [] });
  expect(runOf("empty", PASSES)).toMatchObject({ status: 1 });
});

/** The exit status, the last line and the names of what failed, of a run of vitest on one file. */
function runOf(
  project: string,
  source: string,
): {
  readonly status: number | null;
  readonly line: string | undefined;
  readonly failures: readonly string[];
} {
  mkdirSync(join(ROOT, ".cache"), { recursive: true });
  const folder = mkdtempSync(join(ROOT, ".cache/planted-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "vitest.config.ts"), CONFIG);
  writeFileSync(join(folder, "planted.test.ts"), source);
  const vitest = join(ROOT, "node_modules/vitest/vitest.mjs");
  const { status, stdout } = spawnSync(process.execPath, [vitest, "run", "--project", project], {
    cwd: folder,
    env: { PATH: process.env["PATH"] },
    encoding: "utf8",
  });
  const lines = stdout.trimEnd().split("\n");
  return { status, line: lines.at(-1), failures: lines.filter((line) => line.startsWith("FAILED: ")) };
}
