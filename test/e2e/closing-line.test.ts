/** The last line of vitest also counts errors that are not failures of a test. */
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
  ["a test that fails", 'test("fails", () => expect(1).toBe(2));', "1 passed, 1 failed, 0 skipped"],
  ["a file that cannot be loaded", 'import "./missing.ts";', "0 passed, 1 failed, 0 skipped"],
  ["a file that throws", 'throw new Error("planted");', "0 passed, 1 failed, 0 skipped"],
  ["an unhandled rejection", 'void Promise.reject(new Error("planted"));', "1 passed, 1 failed, 0 skipped"],
  [
    "an error in beforeAll",
    'describe("a", () => { beforeAll(() => { throw new Error("planted"); }); test("b", () => {}); });',
    "1 passed, 1 failed, 1 skipped",
  ],
  [
    "an error in afterAll",
    'afterAll(() => { throw new Error("planted"); });',
    "1 passed, 1 failed, 0 skipped",
  ],
])("%s counts as failed", (_, planted, line) => {
  expect(runOf("full", `${PASSES}${planted}\n`)).toEqual({ status: 1, line });
});

test("passed tests are counted, and a project without tests fails", () => {
  expect(runOf("full", PASSES)).toEqual({ status: 0, line: "1 passed, 0 failed, 0 skipped" });
  expect(runOf("empty", PASSES)).toMatchObject({ status: 1 });
});

/** The exit status and the last line of a run of vitest on one file. */
function runOf(
  project: string,
  source: string,
): { readonly status: number | null; readonly line: string | undefined } {
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
  return { status, line: stdout.trimEnd().split("\n").at(-1) };
}
