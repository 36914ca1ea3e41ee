/** Each limit and convention that Biome checks for us is shown to fail on a text that breaks it. */
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "..");
const BIOME = join(ROOT, "node_modules/@biomejs/biome/bin/biome");

const lines = (count: number, line: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => `${line(at)}\n`).join("");
const constants = (count: number) => lines(count, (at) => `export const a${at} = ${at};`);
/** A function with so many lines in its body. */
const long = (count: number) => `export function f(a: number[]) {\n${lines(count, () => "  a.push(1);")}}\n`;
const complex = (ifs: number) =>
  `export function f(a: number[]) {\n${lines(ifs, (at) => `  if (a[${at}]) a.push(1);`)}}\n`;

/** Files that break one rule each, by rule. */
const BROKEN: Readonly<Record<string, readonly [file: string, text: string]>> = {
  "style/noExcessiveLinesPerFile": ["long-file.ts", constants(251)],
  "complexity/noExcessiveLinesPerFunction": ["long-function.ts", long(61)],
  "complexity/noExcessiveCognitiveComplexity": ["complex.ts", complex(16)],
  "style/useFilenamingConvention": ["twoWords.ts", "export const a = 1;\n"],
  "style/noDefaultExport": ["by-default.ts", "export default 1;\n"],
  "style/useImportType": ["value.ts", 'import { Plain } from "./plain.ts";\nexport const a: Plain = 1;\n'],
  "performance/noBarrelFile": ["barrel.ts", 'export { a } from "./plain.ts";\n'],
  "suspicious/noImportCycles": [
    "cycle.ts",
    // A circle of types alone is one too.
    'import type { B } from "./cycle-back.ts";\nexport type A = readonly B[];\n',
  ],
  "suspicious/noExplicitAny": ["any.ts", "export const a: any = 1;\n"],
  "suspicious/noConsole": ["console.ts", 'console.log("a");\n'],
  "suspicious/noFocusedTests": [
    "only.test.ts",
    'import { test } from "vitest";\ntest.only("a", () => {});\n',
  ],
  "suspicious/noSkippedTests": [
    "skip.test.ts",
    'import { test } from "vitest";\ntest.skip("a", () => {});\n',
  ],
  "nursery/noFloatingPromises": ["floating.ts", "export function f(): void {\n  Promise.resolve(1);\n}\n"],
  "correctness/noUnusedImports": ["unused-import.ts", 'import { a } from "./plain.ts";\n'],
  "correctness/noUnusedVariables": ["unused.ts", "const a = 1;\n"],
  "correctness/noUndeclaredDependencies": ["undeclared.ts", 'import "left-pad";\n'],
};

const FINE = {
  "plain.ts": "export type Plain = number;\nexport const a = 1;\n",
  "cycle-back.ts": 'import type { A } from "./cycle.ts";\nexport type B = readonly A[];\n',
  "as-long.ts": constants(250),
  "as-long-function.ts": long(60),
  "as-complex.ts": complex(15),
  "long-function.test.ts": long(61),
};

const found = violations({ ...FINE, ...Object.fromEntries(Object.values(BROKEN)) });

test.each(Object.entries(BROKEN))("%s is reported", (rule, [file]) => {
  expect(found.get(file)).toEqual([`lint/${rule}`]);
});

test("files and functions of the maximum length are accepted", () => {
  expect(
    Object.keys(FINE)
      .filter((file) => file !== "cycle-back.ts")
      .flatMap((file) => found.get(file) ?? []),
  ).toEqual([]);
});

/** The names of the rules that Biome reports with our settings, by file. */
function violations(files: Readonly<Record<string, string>>): ReadonlyMap<string, readonly string[]> {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), "rentree-lint-"));
  try {
    const manifest = JSON.stringify({ devDependencies: { vitest: "4.0.0" } });
    for (const [name, text] of Object.entries({ ...files, "package.json": manifest }))
      writeFileSync(join(folder, name), text);
    copyFileSync(join(ROOT, "biome.json"), join(folder, "biome.json"));
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [BIOME, "lint", "--reporter=json", "--max-diagnostics=none"],
      { cwd: folder, encoding: "utf8" },
    );
    const json = /^\{.*\}$/m.exec(stdout)?.[0];
    if (json === undefined) throw new Error(`Biome did not run: ${stderr}`);
    const { diagnostics } = JSON.parse(json) as { readonly diagnostics: readonly Diagnostic[] };
    const found = new Map<string, readonly string[]>();
    for (const { category, location } of diagnostics) {
      const file = basename(location.path);
      found.set(file, [...(found.get(file) ?? []), category]);
    }
    return found;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Diagnostic {
  readonly category: string;
  readonly location: { readonly path: string };
}
