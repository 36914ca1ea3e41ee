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
    env: { ...process.env, ...ENVIRONMENT },
  };
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
