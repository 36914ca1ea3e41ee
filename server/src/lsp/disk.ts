import type { Dirent } from "node:fs";
import { readdir, readFile, realpath, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { canonicalUri } from "../base/uri.ts";
import { CONFIGURATION } from "../model/layout.ts";
import { LARGEST, type Unreadable } from "../syntax/file.ts";

/** Folders in which nobody keeps a configuration. */
const SKIPPED = new Set(["node_modules", ".git", ".hg", ".svn", ".vscode-test", ".cache"]);
const DEEPEST = 24;

/** A text, or why there is none. */
export type ReadResult = { readonly text: string } | { readonly unreadable: Unreadable };

/** The only reader of a disk. Nothing here throws: what cannot be read is told. */
export interface Disk {
  /**
   * The configuration files in a folder and below it, as canonical URIs, sorted. Links to folders are not followed.
   * `closed` is told each folder that cannot be read: one that may not be, or that has no path on this machine.
   */
  find(folder: string, closed?: (folder: string) => void): Promise<readonly string[]>;
  read(uri: string): Promise<ReadResult>;
  /** The nearest git root above a folder, or the folder, canonical. */
  rootOf(folder: string): Promise<string>;
}

/** The disk of this machine. */
export const disk: Disk = {
  async find(folder, closed) {
    const found: string[] = [];
    const path = folderPath(folder);
    if (path === undefined) closed?.(folder);
    else await walk(path, found, 0, closed);
    return found.sort();
  },

  async read(uri) {
    try {
      const path = pathOf(uri);
      const stats = await stat(path);
      // A pipe or a device by our name has no end, or none in sight.
      if (!stats.isFile()) return { unreadable: "no-access" };
      if (stats.size > LARGEST * 3) return { unreadable: "too-large" };
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

/** The text that these bytes are. */
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
  closed?: (folder: string) => void,
): Promise<void> {
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    // A folder that vanished holds nothing for us.
    if (reasonOf(error) !== "missing") closed?.(uriOf(folder));
    return;
  }
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && depth < DEEPEST && !SKIPPED.has(entry.name))
      await walk(path, found, depth + 1, closed);
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

/** Paths that the disk writes otherwise than their URI, which is composed: a file from a Mac on another system. */
const decomposed = new Map<string, string>();

/** The canonical URI of a path. */
export function uriOf(path: string): string {
  const uri = canonicalUri(pathToFileURL(path).href).replace(/\/$/, "");
  if (path.normalize("NFC") !== path) decomposed.set(uri, path);
  return uri;
}

/** The path of a URI, as the disk writes it. Throws if it can have none, as a folder of another machine. */
export function pathOf(uri: string): string {
  return decomposed.get(uri) ?? fileURLToPath(uri);
}

/** The path of a folder, if it can have one on this machine. */
function folderPath(uri: string): string | undefined {
  try {
    // With a slash first: without it the root of a drive would be the folder in which that was left.
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
