import type { Dirent } from "node:fs";
import { readdir, readFile, realpath, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { canonicalUri } from "../base/uri.ts";
import { CONFIGURATION } from "../model/layout.ts";
import { MAX_FILE_LENGTH, type Unreadable } from "../syntax/file.ts";

/** Names of folders that are not searched. */
const SKIPPED = new Set(["node_modules", ".git", ".hg", ".svn", ".vscode-test", ".cache"]);
/** How many levels of folders are searched. */
const MAX_DEPTH = 24;

/** The text of a file, or the reason why it cannot be read. */
export type ReadResult = { readonly text: string } | { readonly unreadable: Unreadable };

/** Read access to a disk; nothing else reads it. No method throws: errors are part of the result. */
export interface Disk {
  /**
   * The configuration files in a folder and its subfolders, as canonical URIs, sorted. Links to folders are not
   * followed.
   * `onUnreadable` is called with each folder that cannot be read: no permission, or no path on this machine.
   */
  find(folder: string, onUnreadable?: (folder: string) => void): Promise<readonly string[]>;
  /** Reads a file as UTF-8. */
  read(uri: string): Promise<ReadResult>;
  /** The root of the git repository that contains a folder, otherwise the folder itself, as a canonical URI. */
  rootOf(folder: string): Promise<string>;
}

/** The disk of this machine. */
export const disk: Disk = {
  async find(folder, onUnreadable) {
    const found: string[] = [];
    const path = folderPath(folder);
    if (path === undefined) onUnreadable?.(folder);
    else await walk(path, found, 0, onUnreadable);
    return found.sort();
  },

  async read(uri) {
    try {
      const path = pathOf(uri);
      const stats = await stat(path);
      // A pipe or a device may never end.
      if (!stats.isFile()) return { unreadable: "no-access" };
      if (stats.size > MAX_FILE_LENGTH * 3) return { unreadable: "too-large" };
      return decoded(await readFile(path));
    } catch (error) {
      return { unreadable: reasonOf(error) };
    }
  },

  async rootOf(folder) {
    const start = folderPath(folder);
    if (start === undefined) return folder;
    for (let path = start; ; path = dirname(path)) {
      if (await exists(join(path, ".git"))) return uriOf(path);
      if (dirname(path) === path) return uriOf(start);
    }
  },
};

/** Decodes bytes as UTF-8; bytes with a NUL are binary. */
export function decoded(bytes: Uint8Array): ReadResult {
  if (bytes.includes(0)) return { unreadable: "binary" };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return { unreadable: "not-utf8" };
  }
}

async function walk(
  folder: string,
  found: string[],
  depth: number,
  onUnreadable?: (folder: string) => void,
): Promise<void> {
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    // A folder that was deleted meanwhile contains nothing.
    if (reasonOf(error) !== "missing") onUnreadable?.(uriOf(folder));
    return;
  }
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && depth < MAX_DEPTH && !SKIPPED.has(entry.name))
      await walk(path, found, depth + 1, onUnreadable);
    else if (
      CONFIGURATION.test(`/${entry.name}`) &&
      (entry.isFile() || (entry.isSymbolicLink() && (await isFile(path))))
    ) {
      found.push(uriOf(path));
    }
  }
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(await realpath(path))).isFile();
  } catch {
    return false;
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch {
    return false;
  }
}

/** Paths that are not in Unicode's composed form (NFC), by their URI, which is: files that came from a Mac. */
const decomposed = new Map<string, string>();

/** The canonical URI of a path. */
export function uriOf(path: string): string {
  const uri = canonicalUri(pathToFileURL(path).href).replace(/\/$/, "");
  if (path.normalize("NFC") !== path) decomposed.set(uri, path);
  return uri;
}

/** The path of a URI, spelt as on the disk. Throws if the URI has no path here, e.g. a folder of another machine. */
export function pathOf(uri: string): string {
  return decomposed.get(uri) ?? fileURLToPath(uri);
}

/** The path of a folder; `undefined` if it has none on this machine. */
function folderPath(uri: string): string | undefined {
  try {
    // With a slash at the end: `C:` alone would mean the current folder of that drive.
    return resolve(join(pathOf(uri), "/"));
  } catch {
    return undefined;
  }
}

function reasonOf(error: unknown): Unreadable {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOENT" || code === "ENOTDIR") return "missing";
  return "no-access";
}
