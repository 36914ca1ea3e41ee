import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ROOT } from "../host/install.ts";

const RULE = "server/src/rules/edt/evaluation-twice";
const TSX = "tsx/dist/cli.mjs";
let root = "";

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "rentree-new-rule-"));
  const files = ["biome.json", "package.json", "tsconfig.json", "vitest.config.ts"];
  const names = [
    "package.nls.json",
    "package.nls.fr.json",
    "l10n",
    "schemas",
    "snippets",
    "client",
    "server",
  ];
  for (const file of [...files, ...names, "build.ts"])
    cpSync(join(ROOT, file), join(root, file), { recursive: true });
  cpSync(join(ROOT, "test"), join(root, "test"), {
    recursive: true,
    filter: (path) => !["fixtures", "node_modules"].includes(basename(path)),
  });
  symlinkSync(join(ROOT, "node_modules"), join(root, "node_modules"), "junction");
});
afterAll(() => rmSync(root, { recursive: true }));

test("the generated files have the right types, and each unfinished part fails a test", () => {
  expect(run(TSX, "server/scripts/new-rule.ts", "edt/evaluation-twice")).toMatchObject({
    status: 0,
    stdout: expect.stringContaining("npm run rules-index"),
  });
  expect(run("typescript/bin/tsc")).toMatchObject({ status: 0, stdout: "" });
  expect(failed()).toEqual(["evaluation-twice.test.ts", "rules.test.ts", "words.test.ts"]);
});

test("the tests pass when all parts are written", () => {
  change("l10n/bundle.l10n.fr.json", /^\{/, '{ "“{0}” …": "« {0} » …",');
  expect(run(TSX, "test/support/typeset.ts")).toMatchObject({
    status: 0,
    stdout: "l10n/bundle.l10n.fr.json\n",
  });
  // A name that is on no other page: the rule would report the good examples of that page.
  change(`${RULE}.ts`, 'context.has("classes", name) !== false', 'name !== "9Z9"');
  change(`${RULE}.test.ts`, /6E1/g, "9Z9");
  change(`${RULE}.md`, "6E1", "9Z9");
  change(`${RULE}.md`, "À écrire.", "Une phrase qui dit ce qui ne va pas et pourquoi cela compte.");
  change(`${RULE}.md`, "To be written.", "A sentence that says what is wrong and why that matters.");
  change(`${RULE}.md`, "Source: .", "Source: Rentrée.");
  expect(failed()).toEqual([]);
});

/** The files with failing tests, of those that the generator names, sorted. */
function failed(): readonly string[] {
  const tests = ["evaluation-twice", "rules.test", "words.test"];
  const { stdout } = run("vitest/vitest.mjs", "run", "--project", "unit", "--reporter", "json", ...tests);
  const report = JSON.parse(stdout.slice(stdout.indexOf("{"))) as {
    readonly numPassedTests: number;
    readonly testResults: readonly { readonly name: string; readonly status: string }[];
  };
  expect(report.numPassedTests).toBeGreaterThan(100);
  return report.testResults
    .filter(({ status }) => status === "failed")
    .map(({ name }) => basename(name))
    .sort();
}

function change(file: string, from: string | RegExp, to: string): void {
  const text = readFileSync(join(root, file), "utf8");
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`${file}: there is no ${from}`);
  writeFileSync(join(root, file), changed);
}

function run(program: string, ...args: readonly string[]) {
  const { VITEST: _, ...env } = process.env;
  const main = join(ROOT, "node_modules", program);
  return spawnSync(process.execPath, [main, ...args], { cwd: root, encoding: "utf8", env });
}
