import { createHash } from "node:crypto";
import { lstat, readFile, readlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { message } from "../base/message.ts";
import { disk, pathOf, uriOf } from "../lsp/disk.ts";
import { CONFIGURATION } from "../model/layout.ts";
import { LARGEST } from "../syntax/file.ts";
import { UsageError } from "./command.ts";
import { git } from "./git.ts";

/** The configuration files that differ from a git revision, deleted and not yet added ones among them. */
export async function filesChangedSince(
  revision: string,
  folders: readonly string[],
): Promise<ReadonlySet<string>> {
  const roots = new Set(await Promise.all(folders.map((folder) => disk.rootOf(folder))));
  const changed = await Promise.all([...roots].map((uri) => changedBelow(pathOf(uri), revision)));
  return new Set(changed.flat());
}

/**
 * The files are compared here and not by `git diff`, which starts filters that the repository names. So a file that such
 * a filter makes another when it is checked out always counts as changed.
 */
async function changedBelow(root: string, revision: string): Promise<readonly string[]> {
  const { blobs, listed } = await known(root, revision);
  const isBehindLink = linksAbove(root);
  const changed: string[] = [];
  for (const name of new Set([...blobs.keys(), ...listed.keys()])) {
    if (!CONFIGURATION.test(name)) continue;
    const path = join(root, name);
    const blob = blobs.get(name);
    const state = (await isBehindLink(dirname(path))) ? "missing" : await compared(path, blob);
    const isLeftOut = listed.get(name) === LEFT_OUT;
    if (state === "missing" ? blob && !isLeftOut : state === "other") changed.push(uriOf(path));
  }
  return changed;
}

/** What git knows by names relative to the root. */
interface Known {
  /** The files of the revision. */
  readonly blobs: ReadonlyMap<string, Blob>;
  /** The files of the index, and those that are neither there nor ignored, each with the tag of `ls-files -t`. */
  readonly listed: ReadonlyMap<string, string>;
}

/** A file as git keeps it; of a link, its target. */
interface Blob {
  readonly isLink: boolean;
  /** In the object format of the repository: 40 digits of SHA-1 or 64 of SHA-256. */
  readonly hash: string;
}

/** The tag of what a sparse checkout leaves out. */
const LEFT_OUT = "S";

async function known(root: string, revision: string): Promise<Known> {
  try {
    const verified = ["rev-parse", "--verify", "--end-of-options", `${revision}^{commit}`];
    const commit = (await git(root, verified)).trim();
    const [tree, files] = await Promise.all([
      git(root, ["ls-tree", "-r", "-z", commit]),
      git(root, ["ls-files", "-t", "--cached", "--others", "--exclude-standard", "-z"]),
    ]);
    const blobs = tree.split("\0").flatMap((line): [string, Blob][] => {
      const [, mode, hash = "", name = ""] = /^(\d+) blob ([0-9a-f]+)\t(.+)$/s.exec(line) ?? [];
      return mode ? [[name, { isLink: mode === "120000", hash }]] : [];
    });
    const listed = files.split("\0").map((line) => [line.slice(2), line.slice(0, 1)] as const);
    return { blobs: new Map(blobs), listed: new Map(listed) };
  } catch (error) {
    const said = error instanceof Error && "stderr" in error ? String(error.stderr).trim() : String(error);
    throw new UsageError(message("git does not know what changed since “{0}”: {1}", revision, said));
  }
}

/** What lies at a path, beside what git keeps. What cannot be compared is another: it is rather checked than not. */
async function compared(path: string, blob: Blob | undefined): Promise<"missing" | "same" | "other"> {
  try {
    const stats = await lstat(path);
    if (!blob || stats.isSymbolicLink() !== blob.isLink) return "other";
    if (blob.isLink) return isSame(await readlink(path, "buffer"), blob.hash) ? "same" : "other";
    // A pipe or a device has no end, or none in sight.
    if (!stats.isFile() || stats.size > LARGEST * 3) return "other";
    return isSame(await readFile(path), blob.hash) ? "same" : "other";
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    return code === "ENOENT" || code === "ENOTDIR" ? "missing" : "other";
  }
}

/** Whether bytes are those of a blob, if need be with other ends of lines: these change as a file is checked out. */
function isSame(bytes: Buffer, hash: string): boolean {
  if (hashOf(bytes, hash.length) === hash) return true;
  const unix = bytes.toString("latin1").replaceAll("\r\n", "\n");
  return [unix, unix.replaceAll("\n", "\r\n")].some(
    (text) => hashOf(Buffer.from(text, "latin1"), hash.length) === hash,
  );
}

function hashOf(bytes: Buffer, digits: number): string {
  const hash = createHash(digits === 64 ? "sha256" : "sha1");
  return hash.update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}

/** Tells whether a link leads to a folder below the root: what lies there is not a file of the repository. */
function linksAbove(root: string): (folder: string) => Promise<boolean> {
  const known = new Map<string, Promise<boolean>>([[root, Promise.resolve(false)]]);
  const isLink = async (folder: string): Promise<boolean> => {
    const stats = await lstat(folder).catch(() => undefined);
    return stats?.isSymbolicLink() === true || isBehindLink(dirname(folder));
  };
  const isBehindLink = (folder: string): Promise<boolean> => {
    const answer = known.get(folder) ?? isLink(folder);
    known.set(folder, answer);
    return answer;
  };
  return isBehindLink;
}
