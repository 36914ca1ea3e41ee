import { execFile } from "node:child_process";
import { dirname } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * What keeps git from starting anything that a repository names. Settings that are given here win over those of a
 * repository, whatever files these are spread over. `rev-parse`, `ls-tree` and `ls-files` take what is ours before
 * any alias, compare no contents (so no filter, no textconv, no diff program) and look into no submodule.
 */
const SETTINGS = [
  // `ls-files` may ask a program what changed. Empty, not `false`: an older git would start a program of that name.
  ["-c", "core.fsmonitor="],
  // None of the three runs a hook today; there is no file below this path.
  ["-c", "core.hooksPath=/dev/null"],
  // `pager.<command>` names a program; there is no terminal, so that this is for the day when there is one.
  ["--no-pager"],
].flat();

const ENVIRONMENT = {
  // An object that a partial clone lacks would be fetched: by ssh, a proxy, a program in the place of an address, …
  GIT_NO_LAZY_FETCH: "1",
  // … also by a git that does not know the variable above, but that asks whether the protocol is allowed before it
  // starts a transport, and with it helpers for passwords. This list replaces `protocol.allow` of the repository.
  GIT_ALLOW_PROTOCOL: "none",
  GIT_TERMINAL_PROMPT: "0",
  // The index is read, not refreshed: nothing is written, no lock stands in anybody's way.
  GIT_OPTIONAL_LOCKS: "0",
};

/**
 * The output of one of git's commands that only read: `rev-parse`, `ls-tree`, `ls-files`. No other may be asked for, as
 * it is these that start nothing of the repository's. Rejects with the error of `execFile`.
 */
export async function git(root: string, args: readonly string[]): Promise<string> {
  const { stdout } = await run("git", [...SETTINGS, "-C", root, ...args], {
    // On Windows a program is looked for in the working folder first, which may be the repository.
    cwd: dirname(process.execPath),
    env: { ...process.env, ...ENVIRONMENT },
    maxBuffer: 1 << 28,
  });
  return stdout;
}
