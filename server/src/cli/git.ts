import { type ChildProcessByStdio, execFile, spawn } from "node:child_process";
import { dirname } from "node:path";
import type { Readable, Writable } from "node:stream";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * Settings that keep git from running programs configured by a repository; they take precedence over all of its
 * configuration files. Aliases cannot replace the built-in commands `rev-parse`, `ls-tree`, `ls-files` and `cat-file`,
 * and these compare no contents (so run no filter, textconv or diff program: `cat-file` only if asked to) and do not enter
 * submodules.
 */
const SETTINGS = [
  // `ls-files` may run this program to find changes. Empty, not `false`: an older git would run a program of that name.
  ["-c", "core.fsmonitor="],
  // None of these commands runs a hook today; no hook can exist at this path.
  ["-c", "core.hooksPath=/dev/null"],
  // `pager.<command>` names a program. git runs it only for a terminal, which there is none of now.
  ["--no-pager"],
].flat();

const ENVIRONMENT = {
  // A partial clone would fetch objects that it lacks, through ssh, a proxy, a program given as the address, …
  GIT_NO_LAZY_FETCH: "1",
  // An older git does not know the variable above, but checks whether the protocol is allowed before it starts a
  // transport and, with it, credential helpers. This list replaces `protocol.allow` of the repository.
  GIT_ALLOW_PROTOCOL: "none",
  GIT_TERMINAL_PROMPT: "0",
  // The index is read and not refreshed: nothing is written or locked.
  GIT_OPTIONAL_LOCKS: "0",
};

/** Where git runs: the options of its process. */
function processOptions() {
  return {
    // Windows looks for programs in the working folder first, which may be the repository.
    cwd: dirname(process.execPath),
    env: { ...inherited(process.env), ...ENVIRONMENT },
  };
}

/**
 * The environment without the variables of git itself: whoever starts this program from a hook or an alias of git would
 * have another repository read, and some of them name programs (`GIT_SSH_COMMAND`, `GIT_EXTERNAL_DIFF`,
 * `GIT_CONFIG_COUNT` with any setting, `GIT_TRACE2_EVENT`). Of the user's own settings only the files are kept.
 */
function inherited(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !isOfGit(name)));
}

const KEPT = new Set([
  "GIT_CONFIG_GLOBAL",
  "GIT_CONFIG_SYSTEM",
  "GIT_CONFIG_NOSYSTEM",
  "GIT_CEILING_DIRECTORIES",
]);

function isOfGit(name: string): boolean {
  // Windows does not distinguish case in names of variables.
  const upper = name.toUpperCase();
  return (
    (upper.startsWith("GIT_") && !KEPT.has(upper)) || /^(?:GIT|SSH)_?ASKPASS$|^PAGER$|^EDITOR$/.test(upper)
  );
}

/**
 * The output of a git command that only reads. Only `rev-parse`, `ls-tree` and `ls-files` may be used, as these run no
 * program that the repository configures. Rejects with the error of `execFile`.
 */
export async function git(root: string, args: readonly string[]): Promise<string> {
  const { stdout } = await run("git", [...SETTINGS, "-C", root, ...args], {
    ...processOptions(),
    maxBuffer: 1 << 28,
  });
  return stdout;
}

/** A git process that answers with the contents of one object after the other; see `GitObjects`. */
export function objectsProcess(root: string): ChildProcessByStdio<Writable, Readable, null> {
  return spawn("git", [...SETTINGS, "-C", root, "cat-file", "--batch"], {
    ...processOptions(),
    stdio: ["pipe", "pipe", "ignore"],
  });
}
