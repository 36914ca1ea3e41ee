import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The root of the repository, which is also the extension under development. */
export const ROOT = join(import.meta.dirname, "../..");

/** The folder in which code-server and the Node that it needs are installed. */
export const NODE_HOST = join(import.meta.dirname, "node");
/** The folder in which the web build of VS Code is installed. */
export const WEB_HOST = join(import.meta.dirname, "web");

/** The folder in which the peers of the benchmark are installed, beside which the extension is tested, too. */
export const PEERS = join(import.meta.dirname, "../bench");

/** Installs VS Code as a server unless it is installed; no install script is run. */
export function installNodeHost(): void {
  install(NODE_HOST, "VS Code as a server (code-server), about 600 MB", () => {
    // Its shrinkwrap is incomplete for `npm ci`; `npm install` uses the versions that it pins.
    npm(
      ["install", "--omit=dev", "--ignore-scripts", "--no-package-lock"],
      join(NODE_HOST, "node_modules/code-server/lib/vscode"),
    );
  });
}

/** Installs the web build of VS Code unless it is installed. */
export function installWebHost(): void {
  install(WEB_HOST, "the web build of VS Code, about 600 MB");
}

/** Installs the servers and tools that Rentrée is measured and tested beside, unless they are installed. */
export function installPeers(): void {
  install(PEERS, "what Rentrée is tested beside (yaml-language-server, Prettier, ajv-cli)");
}

/** Whether code-server can run here: the package with its Node exists only for Linux on x64. */
export function nodeHostRunsHere(): boolean {
  return process.platform === "linux" && process.arch === "x64";
}

function install(folder: string, what: string, more?: () => void): void {
  const ready = join(folder, "node_modules/.rentree-ready");
  const lockHash = createHash("sha256")
    .update(readFileSync(join(folder, "package-lock.json")))
    .digest("hex");
  if (existsSync(ready) && readFileSync(ready, "utf8") === lockHash) return;

  process.stdout.write(`Installing ${what}: once, into ${folder}\n`);
  npm(["ci", "--ignore-scripts"], folder);
  more?.();
  writeFileSync(ready, lockHash);
}

// npm scripts inherit `engine-strict` of our .npmrc by the environment, and it would reject the Node of code-server.
function npm(args: readonly string[], cwd: string): void {
  const done = spawnSync(
    "npm",
    [...args, "--no-engine-strict", "--no-audit", "--no-fund", "--loglevel=error"],
    {
      cwd,
      stdio: ["ignore", "inherit", "inherit"],
      // On Windows, npm is a batch file, which only a shell can start.
      shell: process.platform === "win32",
    },
  );
  if (done.status !== 0) throw new Error(`npm ${args.join(" ")} failed in ${cwd}`);
}
