import { type ChildProcess, spawn } from "node:child_process";
import { delimiter, join } from "node:path";
import { createInterface } from "node:readline";

// `npm test`: everything that CI runs. The last line is the sum; no other line has its form.
const ROOT = join(import.meta.dirname, "..");
const CLOSING = /^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/;
/** What a stage did not look at, although it passed. */
const LEFT_OUT = /^LEFT OUT: /;

interface Sum {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const STAGES: readonly (readonly [name: string, ...command: string[]])[] = [
  ["generated code", "tsx", "schemas/generate.ts"],
  ["format and lint", "biome", "check"],
  ["types", "tsc"],
  ["unused code", "knip"],
  ["unit tests, protocol and command line", "vitest", "run"],
  ["package", "npm", "run", "--silent", "package"],
  ["VS Code, Node extension host", "tsx", "test/e2e/vscode/node.ts"],
  ["VS Code, web extension host", "tsx", "test/e2e/vscode/web.ts"],
  ["VS Code, packaged extension", "tsx", "test/e2e/vscode/ui.ts"],
];

let total: Sum = { passed: 0, failed: 0, skipped: 0 };
const leftOut = new Set<string>();
const lines: string[] = [];
for (const [name, command = "", ...args] of STAGES) {
  process.stdout.write(`\n── ${name}\n`);
  const started = Date.now();
  const sum = await run(command, args);
  total = add(total, sum);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  lines.push(`${sum.failed > 0 ? "FAILED" : "ok    "} ${seconds.padStart(6)} s  ${name}: ${said(sum)}`);
}
process.stdout.write(`\n${lines.join("\n")}\n\n`);
for (const line of leftOut) process.stdout.write(`${line}\n`);
process.stdout.write(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
process.exitCode = total.failed > 0 ? 1 : 0;

async function run(command: string, args: readonly string[]): Promise<Sum> {
  const child = spawn(command, args, {
    cwd: ROOT,
    env: { ...process.env, PATH: `${join(ROOT, "node_modules/.bin")}${delimiter}${process.env["PATH"]}` },
    stdio: ["ignore", "pipe", "inherit"],
    // The programs in .bin are batch files on Windows.
    shell: process.platform === "win32",
  });
  const counted = await passOn(child);
  const code = await new Promise<number>((done) => {
    if (child.exitCode !== null) done(child.exitCode);
    else child.once("exit", (status) => done(status ?? 1)).once("error", () => done(1));
  });
  // A stage that counts nothing is one test; one that ends badly has failed, whatever it counted.
  const sum = counted ?? { passed: code === 0 ? 1 : 0, failed: 0, skipped: 0 };
  return { ...sum, failed: code === 0 ? sum.failed : Math.max(1, sum.failed) };
}

/** Shows what a stage writes, but keeps its closing line: there shall be one. What was left out is said again before it. */
async function passOn({ stdout }: ChildProcess): Promise<Sum | undefined> {
  if (!stdout) return undefined;
  let sum: Sum | undefined;
  for await (const line of createInterface({ input: stdout })) {
    if (LEFT_OUT.test(line)) leftOut.add(line);
    const found = CLOSING.exec(line);
    if (found)
      sum = add(sum, { passed: +(found[1] ?? 0), failed: +(found[2] ?? 0), skipped: +(found[3] ?? 0) });
    else process.stdout.write(`${line}\n`);
  }
  return sum;
}

function add(one: Sum | undefined, other: Sum): Sum {
  if (!one) return other;
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
  };
}

function said({ passed, failed, skipped }: Sum): string {
  return `passed ${passed}, failed ${failed}${skipped > 0 ? `, skipped ${skipped}` : ""}`;
}
