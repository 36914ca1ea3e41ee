import { createHash } from "node:crypto";
import { lstat, readlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { message } from "../base/message.ts";
import { isUnder } from "../base/uri.ts";
import { disk, pathOf, uriOf } from "../lsp/disk.ts";
import { readBytes } from "../lsp/file-reading.ts";
import { thisMachine } from "../lsp/file-system.ts";
import { pathOnDisk } from "../lsp/path-on-disk.ts";
import { CONFIGURATION } from "../model/layout.ts";
import { UsageError } from "./command.ts";
import { git } from "./git.ts";

/**
 * The canonical URIs of configuration files that differ from a git revision, including deleted and untracked ones.
 * Throws a `UsageError` if git cannot tell.
 */
export async function filesChangedSince(
  revision: string,
  folders: readonly string[],
): Promise<ReadonlySet<string>> {
  const roots = new Set(await Promise.all(folders.map((folder) => disk.rootOf(folder))));
  const changed = await Promise.all([...roots].map((uri) => changedBelow(pathOf(uri), revision)));
  return new Set(changed.flat());
}

/** Those of some files that are in a repository within that of the folders, a submodule: no revision of this one has them. */
export async function filesOfOtherRepositories(
  uris: readonly string[],
  folders: readonly string[],
): Promise<readonly string[]> {
  const roots = new Set(await Promise.all(folders.map((folder) => disk.rootOf(folder))));
  const inner = new Map<string, boolean>();
  for (const folder of new Set(uris.map(folderOf))) {
    const root = await disk.rootOf(folder);
    inner.set(folder, !roots.has(root) && [...roots].some((one) => isUnder(root, one)));
  }
  return uris.filter((uri) => inner.get(folderOf(uri)));
}

function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf("/"));
}

/**
 * Files are compared here and not by `git diff`, which would run filters configured by the repository. A file that such
 * a filter changes on checkout therefore always counts as changed.
 */
async function changedBelow(root: string, revision: string): Promise<readonly string[]> {
  const { blobs, listed } = await gitFiles(root, revision);
  const isInLinkedFolder = linkedFolders(root);
  const changed: string[] = [];
  for (const name of new Set([...blobs.keys(), ...listed.keys()])) {
    if (!CONFIGURATION.test(name)) continue;
    const path = join(root, name);
    const blob = blobs.get(name);
    const state = (await isInLinkedFolder(dirname(path))) ? "missing" : await compareFile(root, path, blob);
    const isSkipped = listed.get(name) === SKIP_WORKTREE;
    if (state === "missing" ? blob && !isSkipped : state === "other")
      changed.push(uriOf(await foundPath(path)));
  }
  return changed;
}

/** The path under which the disk has what git knows, which may have been renamed in another case. */
async function foundPath(path: string): Promise<string> {
  return thisMachine.paths.ignoresCase ? pathOnDisk(thisMachine, path) : path;
}

/** The files that git knows, by their paths relative to the root. */
export interface GitFiles {
  /** The files of the revision. */
  readonly blobs: ReadonlyMap<string, Blob>;
  /** The files of the index and the untracked ones that are not ignored, with their tags of `ls-files -t`. */
  readonly listed: ReadonlyMap<string, string>;
}

/** The contents of a file as git stores it; of a symbolic link, its target. */
interface Blob {
  readonly isLink: boolean;
  /** Hexadecimal, in the object format of the repository: 40 digits of SHA-1 or 64 of SHA-256. */
  readonly hash: string;
}

/** The tag of files that a sparse checkout omits. */
const SKIP_WORKTREE = "S";

/** The files of a revision, and those of the working tree. Throws a `UsageError` if git cannot tell. */
export async function gitFiles(root: string, revision: string): Promise<GitFiles> {
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
    const reason = error instanceof Error && "stderr" in error ? String(error.stderr).trim() : String(error);
    if (/needed a single revision/i.test(reason))
      throw new UsageError(
        message(
          "git has no revision “{0}” here. A clone of limited depth, as a CI may make it, has only the latest ones.",
          revision,
        ),
      );
    throw new UsageError(message("git does not know what changed since “{0}”: {1}", revision, reason));
  }
}

/** Compares the file at a path with a blob. What cannot be compared counts as changed, so that it is checked. */
async function compareFile(
  root: string,
  path: string,
  blob: Blob | undefined,
): Promise<"missing" | "same" | "other"> {
  try {
    const stats = await lstat(path);
    if (!blob || stats.isSymbolicLink() !== blob.isLink) return "other";
    if (blob.isLink) return isSame(await readlink(path, "buffer"), blob.hash) ? "same" : "other";
    // What may not be read as a configuration is not read here either.
    const read = await readBytes(thisMachine, uriOf(path), { within: [uriOf(root)] });
    return "bytes" in read && isSame(Buffer.from(read.bytes), blob.hash) ? "same" : "other";
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    return code === "ENOENT" || code === "ENOTDIR" ? "missing" : "other";
  }
}

/** Whether bytes equal a blob. Line ends may differ, as git may convert them on checkout. */
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

/** A function that tells whether a folder is reached through a symbolic link: files there are not in the repository. */
function linkedFolders(root: string): (folder: string) => Promise<boolean> {
  const results = new Map<string, Promise<boolean>>([[root, Promise.resolve(false)]]);
  const isLink = async (folder: string): Promise<boolean> => {
    const stats = await lstat(folder).catch(() => undefined);
    return stats?.isSymbolicLink() === true || isInLinkedFolder(dirname(folder));
  };
  const isInLinkedFolder = (folder: string): Promise<boolean> => {
    const result = results.get(folder) ?? isLink(folder);
    results.set(folder, result);
    return result;
  };
  return isInLinkedFolder;
}
