import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import type { Page } from "playwright-core";
import { openBrowser } from "../../host/browser.ts";
import { ROOT } from "../../host/install.ts";
import { PATIENCE } from "../../support/patience.ts";
import { failureLine } from "../../support/stage.ts";
import { RESULT, type Result } from "./results.ts";

/** The time limit of the whole suite in milliseconds; each test has a limit of its own. */
const LIMIT = Number(process.env["E2E_LIMIT_MS"] ?? 15 * PATIENCE);

/** Bundles the suite for a kind of extension host, and resolves to the path of the bundle. */
export async function bundleSuite(host: "node" | "web"): Promise<string> {
  const outfile = join(ROOT, `dist/test/suite.${host}.cjs`);
  // Mocha's browser build would otherwise replace our exports by its own.
  const define = { exports: "undefined", module: "undefined" };
  await build({
    entryPoints: [join(import.meta.dirname, "index.ts")],
    outfile,
    bundle: true,
    format: "cjs",
    target: "es2022",
    external: ["vscode", "node:fs"],
    sourcemap: "inline",
    logLevel: "warning",
    define,
    platform: host === "web" ? "browser" : "node",
  });
  return outfile;
}

/** A temporary copy of the tests' workspace, or of another folder, as tests write to it. */
export function copyWorkspace(from = join(import.meta.dirname, "workspace")): {
  readonly folder: string;
  readonly remove: () => void;
} {
  const folder = mkdtempSync(join(tmpdir(), "rentree-workspace-"));
  cpSync(from, folder, { recursive: true });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) };
}

/** Opens a workbench that runs the suite, and prints the results. Resolves to whether all tests passed. */
export async function runSuite(name: string, url: string, log: () => string): Promise<boolean> {
  const started = Date.now();
  const results: Result[] = [];
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const exit = await outcome(page, url, (result) => results.push(result));
    if (exit !== 0) await saveScreenshot(page, name, exit, log);
    return summary(name, results, exit, Date.now() - started);
  } finally {
    await browser.close();
  }
}

async function outcome(page: Page, url: string, add: (result: Result) => void): Promise<number | "timeout"> {
  const verbose = process.env["E2E_VERBOSE"] !== undefined;
  const readLine = (text: string) => {
    const at = text.indexOf(RESULT);
    if (at >= 0) add(JSON.parse(text.slice(at + RESULT.length)));
    else if (verbose) process.stderr.write(`${text}\n`);
  };
  // VS Code calls these functions for tests in a browser: with the console output, and with the result of `run`.
  await page.exposeFunction("codeAutomationLog", (_kind: string, args: unknown[]) =>
    readLine(args.join(" ")),
  );
  const exited = new Promise<number>((done) => void page.exposeFunction("codeAutomationExit", done));
  if (verbose) page.on("console", (message) => process.stderr.write(`[page] ${message.text()}\n`));
  await page.goto(url);
  const timeout = new Promise<"timeout">((done) => setTimeout(done, LIMIT, "timeout").unref());
  return Promise.race([exited, timeout]);
}

async function saveScreenshot(page: Page, name: string, exit: unknown, log: () => string): Promise<void> {
  mkdirSync(join(ROOT, "dist"), { recursive: true });
  const path = join(ROOT, `dist/failed-${name}.png`);
  await page.screenshot({ path });
  process.stderr.write(`exit ${exit}; what was on the screen: ${path}\n${log().slice(-4000)}\n`);
}

function summary(name: string, results: readonly Result[], exit: unknown, ms: number): boolean {
  for (const { title, state, ms: took, error } of results) {
    process.stdout.write(`${state === "passed" ? "  ok  " : state} ${title} (${took ?? 0} ms)\n`);
    if (error) process.stdout.write(`${error}\n${failureLine(title, error)}`);
  }
  const count = (state: Result["state"]) => results.filter((result) => result.state === state).length;
  // A run without results is a failure too.
  const failed = count("failed") || (exit === 0 && count("passed") > 0 ? 0 : 1);
  process.stdout.write(`${name} extension host: ${(ms / 1000).toFixed(1)} s from a cold start\n`);
  process.stdout.write(`${count("passed")} passed, ${failed} failed, ${count("pending")} skipped\n`);
  return failed === 0;
}
