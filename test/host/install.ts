import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The root of the repository, which is also the extension under development. */
export const ROOT = join(import.meta.dirname, "../..");

/** Where code-server and the Node that it needs are installed. */
export const NODE_HOST = join(import.meta.dirname, "node");
/** Where the web build of VS Code is installed. */
export const WEB_HOST = join(import.meta.dirname, "web");

/** Where the benchmark's peers are installed. */
const PEERS = join(import.meta.dirname, "../bench");

/** Installs VS Code as a server unless it is there already; compiles nothing and runs no install script. */
export function installNodeHost(): void {
  install(NODE_HOST, "VS Code as a server (code-server), about 600 MB", () => {
    // Its own dependencies come with a shrinkwrap that `npm ci` finds incomplete; `install` takes its pins all the same.
    npm(
      ["install", "--omit=dev", "--ignore-scripts", "--no-package-lock"],
      join(NODE_HOST, "node_modules/code-server/lib/vscode"),
    );
  });
}

/** Installs the web build of VS Code unless it is there already. */
export function installWebHost(): void {
  install(WEB_HOST, "the web build of VS Code, about 600 MB");
}

/** Installs the servers and tools that the benchmark compares with, unless they are there already. */
export function installPeers(): void {
  install(PEERS, "what the benchmark compares with (yaml-language-server, ajv-cli)");
}

/** Whether code-server can run here: its Node comes from a package for 64-bit Linux on Intel only. */
export function nodeHostRunsHere(): boolean {
  return process.platform === "linux" && process.arch === "x64";
}

function install(folder: string, what: string, more?: () => void): void {
  const ready = join(folder, "node_modules/.rentree-ready");
  const wanted = createHash("sha256")
    .update(readFileSync(join(folder, "package-lock.json")))
    .digest("hex");
  if (existsSync(ready) && readFileSync(ready, "utf8") === wanted) return;

  process.stdout.write(`Installing ${what}: once, into ${folder}\n`);
  npm(["ci", "--ignore-scripts"], folder);
  more?.();
  writeFileSync(ready, wanted);
}

// `engine-strict` of our own .npmrc reaches a script by its environment, and would refuse the Node that we bring along.
function npm(args: readonly string[], cwd: string): void {
  const done = spawnSync(
    "npm",
    [...args, "--no-engine-strict", "--no-audit", "--no-fund", "--loglevel=error"],
    {
      cwd,
      stdio: ["ignore", "inherit", "inherit"],
      // npm is a batch file on Windows, which only a shell can start.
      shell: process.platform === "win32",
    },
  );
  if (done.status !== 0) throw new Error(`npm ${args.join(" ")} failed in ${cwd}`);
}
