import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startCodeServer, workbenchUrl } from "./code-server.ts";
import { nodeHostRunsHere, ROOT } from "./install.ts";
import { browserCommand, hasDisplay, onPath, openAddress, openingNote, portIn } from "./opening.ts";
import { startWebHost } from "./web-host.ts";

// `npm start`: opens VS Code with the extension from this folder, on a copy of the examples that anybody may change.
const FIRST = ["college-a-corriger", "etablissement.pronote.yaml"];
/** What to try first in the file that is open. */
const FIRST_TRY =
  "First: put the cursor on something underlined and press Ctrl+. (Cmd+. on a Mac). Then: the Rentrée icon at the left.";

// `--web` does not use desktop VS Code; `--web-build` uses the web build even where code-server runs.
const wantsWebBuild = process.argv.includes("--web-build");
const wantsBrowser = wantsWebBuild || process.argv.includes("--web");
build();
const EXAMPLES = copyOfExamples();
const code = wantsBrowser ? undefined : desktop();
if (code) openDesktop(code);
else await serve();

/** A new copy of the examples. It stays: what is written there is somebody's. */
function copyOfExamples(): string {
  const folder = mkdtempSync(join(tmpdir(), "rentree-examples-"));
  cpSync(join(ROOT, "examples"), folder, { recursive: true });
  return folder;
}

/** Builds the bundles, which may be missing or outdated. */
function build(): void {
  for (const script of ["schemas/generate.ts", "build.ts"]) {
    const done = spawnSync(process.execPath, ["--import", "tsx", script], {
      cwd: ROOT,
      stdio: ["ignore", "ignore", "inherit"],
    });
    if (done.status !== 0) process.exit(done.status ?? 1);
  }
}

/** The command of desktop VS Code; none in the terminal of a remote window, whose `code` cannot load this extension. */
function desktop(): string | undefined {
  if (process.env["VSCODE_IPC_HOOK_CLI"] !== undefined) return undefined;
  if (!hasDisplay(process.env, process.platform)) return undefined;
  return onPath(process.platform === "win32" ? "code.cmd" : "code", process.env);
}

function openDesktop(command: string): void {
  print(`Opening ${EXAMPLES}, a copy of the examples, in VS Code.\n${FIRST_TRY}`);
  const args = [`--extensionDevelopmentPath=${ROOT}`, "--new-window", EXAMPLES, "--goto", firstFile()];
  // On Windows, `code` is a batch file, which needs a shell, and a shell needs quotes around paths.
  const windows = process.platform === "win32";
  const child = windows
    ? spawn(
        `"${command}"`,
        args.map((arg) => `"${arg}"`),
        { stdio: "inherit", shell: true },
      )
    : spawn(command, args, { stdio: "inherit" });
  child.on("exit", (status) => process.exit(status ?? 1));
}

async function serve(): Promise<void> {
  const port = portIn(process.env);
  const host = nodeHostRunsHere() && !wantsWebBuild ? await startNode(port) : await startWeb(port);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.once(signal, () => void host.stop().then(() => process.exit(0)));
  }
  const opener = browserCommand(host.address, process.env, process.platform);
  print(
    `\nVS Code with Rentrée, on ${EXAMPLES}:\n\n  ${host.address}\n\n${openingNote(host.address, opener !== undefined)}\n\n${FIRST_TRY}\n${host.note} Ctrl+C ends it.`,
  );
  if (opener) openAddress(opener);
}

async function startNode(port: { port?: number }) {
  const server = await startCodeServer(port);
  const address = workbenchUrl(server, { folder: EXAMPLES, extension: ROOT, file: firstFile() });
  return { address, stop: server.stop, note: "What you save is saved in that folder." };
}

async function startWeb(port: { port?: number }) {
  const host = await startWebHost({ folder: EXAMPLES, ...port });
  const file = `vscode-test-web://mount/${FIRST.join("/")}`;
  const address = `${host.url}/?${new URLSearchParams({ payload: JSON.stringify([["openFile", file]]) })}`;
  return { address, stop: host.stop, note: "What you change stays in the browser." };
}

function firstFile(): string {
  return join(EXAMPLES, ...FIRST);
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
