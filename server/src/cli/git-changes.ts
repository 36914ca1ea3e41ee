import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { message } from "../base/message.ts";
import { disk, pathOf, uriOf } from "../lsp/disk.ts";
import { CONFIGURATION } from "../model/layout.ts";
import { UsageError } from "./command.ts";

const run = promisify(execFile);

/** The configuration files that differ from a git revision, deleted and not yet added ones among them. */
export async function filesChangedSince(
  revision: string,
  folders: readonly string[],
): Promise<ReadonlySet<string>> {
  const roots = new Set(await Promise.all(folders.map((folder) => disk.rootOf(folder))));
  const changed = await Promise.all(
    [...roots].map(async (uri) => {
      const root = pathOf(uri);
      const commit = await git(root, revision, [
        "rev-parse",
        "--verify",
        "--end-of-options",
        `${revision}^{commit}`,
      ]);
      const names = await Promise.all([
        git(root, revision, [
          "diff",
          "--name-only",
          "--no-renames",
          "--no-ext-diff",
          "-z",
          commit.trim(),
          "--",
        ]),
        git(root, revision, ["ls-files", "--others", "--exclude-standard", "-z"]),
      ]);
      return names.flatMap((list) => list.split("\0")).map((name) => uriOf(join(root, name)));
    }),
  );
  return new Set(changed.flat().filter((uri) => CONFIGURATION.test(uri)));
}

async function git(root: string, revision: string, args: readonly string[]): Promise<string> {
  try {
    const { stdout } = await run("git", ["-C", root, ...args], { maxBuffer: 1 << 28 });
    return stdout;
  } catch (error) {
    const said = error instanceof Error && "stderr" in error ? String(error.stderr).trim() : String(error);
    throw new UsageError(message("git does not know what changed since “{0}”: {1}", revision, said));
  }
}
