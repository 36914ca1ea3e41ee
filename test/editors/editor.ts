import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { ROOT } from "../host/install.ts";
import { PATIENCE } from "../support/patience.ts";

/** A finding as an editor shows it: its line, counted from 0, and its message. */
export interface ShownFinding {
  readonly line: number;
  readonly message: string;
}

/** An editor without a display that runs our server by the lines of the README. Paths are below the copied examples. */
export interface DrivenEditor {
  /** Shows a file. */
  readonly open: (path: string) => void;
  /** The text of a file as the editor holds it, saved or not. */
  readonly text: (path: string) => string;
  /** Replaces the first occurrence of a text in the file that is shown, and puts the cursor at its end. */
  readonly replace: (from: string, to: string) => void;
  /** Puts the cursor on the first character of a text in the file that is shown. */
  readonly cursorOn: (text: string) => void;
  /** The findings in the file that is shown. */
  readonly findings: () => readonly ShownFinding[];
  /** Completes what stands before the cursor, as far as there is one possibility. */
  readonly complete: () => void;
  /** Goes to the definition of what the cursor is on. */
  readonly goToDefinition: () => void;
  /** The file that is shown and the line of the cursor. */
  readonly place: () => { readonly path: string; readonly lineText: string };
  /** Renames what the cursor is on. */
  readonly rename: (name: string) => void;
  /** Chooses the code action at the cursor whose title contains a text. */
  readonly act: (title: string) => void;
  readonly stop: () => void;
}

/** Where an editor runs: a copy of the examples, and a folder for all that it writes. */
export interface Sandbox {
  readonly examples: string;
  readonly state: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly remove: () => void;
}

/** Makes a sandbox, in which `rentree` is the built command line and the user has no settings. */
export function makeSandbox(): Sandbox {
  const folder = mkdtempSync(join(tmpdir(), "rentree-editor-"));
  const [examples, state, bin] = ["examples", "state", "bin"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  cpSync(join(ROOT, "examples"), examples, { recursive: true });
  for (const made of [state, bin]) mkdirSync(made);
  writeFileSync(
    join(bin, "rentree"),
    `#!/bin/sh\nexec '${process.execPath}' '${join(ROOT, "dist/rentree.cjs")}' "$@"\n`,
  );
  chmodSync(join(bin, "rentree"), 0o755);
  // Emacs takes the root of a repository for the project.
  spawnSync("git", ["init", "--quiet"], { cwd: examples });
  const places = ["HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"];
  const environment = {
    ...process.env,
    ...Object.fromEntries(places.map((name) => [name, state])),
    PATH: `${bin}${delimiter}${process.env["PATH"]}`,
    LC_ALL: "C.UTF-8",
  };
  return { examples, state, environment, remove: () => rmSync(folder, { recursive: true, maxRetries: 5 }) };
}

/** The code of a language that the README tells to copy for an editor: the block that contains a text. */
export function readmeBlock(language: string, contained: string): string {
  const readme = readFileSync(join(ROOT, "README.md"), "utf8");
  const blocks = [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, "gm"))];
  const found = blocks.map(([, code = ""]) => code).find((code) => code.includes(contained));
  if (found === undefined) throw new Error(`the README has no block of ${language} with “${contained}”`);
  return found;
}

/** Starts the process of an editor in its sandbox; it ends with this process at the latest. */
export function launch(sandbox: Sandbox, program: string, args: readonly string[]): ChildProcess {
  const child = spawn(program, args, {
    cwd: sandbox.examples,
    env: sandbox.environment,
    stdio: ["ignore", "ignore", process.env["E2E_VERBOSE"] === undefined ? "ignore" : "inherit"],
  });
  process.once("exit", () => child.kill("SIGKILL"));
  return child;
}

/** Runs a program of the sandbox, and returns what it writes, errors too. Throws if it fails or does not end. */
export function ask(sandbox: Sandbox, program: string, args: readonly string[]): string {
  const done = spawnSync(program, args, {
    cwd: sandbox.examples,
    env: sandbox.environment,
    encoding: "utf8",
    timeout: PATIENCE,
  });
  const written = done.stdout + done.stderr;
  if (done.status !== 0) throw new Error(`${program} ${args.join(" ")}: ${written}`);
  return written;
}

/** Waits until a program answers, trying again for as long as tests wait. */
export async function answering(tries: () => unknown): Promise<void> {
  for (const end = Date.now() + PATIENCE; ; ) {
    try {
      tries();
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((wake) => setTimeout(wake, 50));
    }
  }
}
