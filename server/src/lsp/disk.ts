import type { Dirent } from "node:fs";
import { lstat, open, readdir, realpath, stat } from "node:fs/promises";
import { dirname, join, resolve, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { canonicalUri } from "../base/uri.ts";
import { CONFIGURATION } from "../model/layout.ts";
import { MAX_FILE_LENGTH, type Unreadable } from "../syntax/file.ts";
import { SKIPPED } from "./participation.ts";

/** How many levels of folders are searched. */
const MAX_DEPTH = 24;

/** The text of a file, or the reason why it cannot be read. */
export type ReadResult =
  | {
      readonly text: string;
      /** Whether it began with a byte order mark, which is no part of the text. */
      readonly marked?: boolean;
    }
  | { readonly unreadable: Unreadable };

/** A file, or a link to one; a folder; a link to a folder or to nothing; anything else, or nothing. */
export type DiskEntry = "file" | "folder" | "link" | "none";

/** Read access to a disk; nothing else reads it. No method throws: errors are part of the result. */
export interface Disk {
  /**
   * The configuration files in a folder and its subfolders, as canonical URIs, sorted. Links to folders are not
   * followed, nor links to files outside of the folder.
   * `onUnreadable` is called with each folder that cannot be read: no permission, or no path on this machine.
   * `onSkipped` is called with each other folder that is not searched: a link, or too deep.
   */
  find(
    folder: string,
    onUnreadable?: (folder: string) => void,
    onSkipped?: (folder: string) => void,
  ): Promise<readonly string[]>;
  /** What `find` in a folder takes for what is at a URI. */
  kindOf(uri: string, within: string): Promise<DiskEntry>;
  /**
   * Reads a file as UTF-8, never more of it than the limit, whatever size it claims. A folder is no file, so it is
   * `missing`. A link to a file that is no configuration is not followed.
   */
  read(uri: string): Promise<ReadResult>;
  /** The root of the git repository that contains a folder, otherwise the folder itself, as a canonical URI. */
  rootOf(folder: string): Promise<string>;
}

/** The disk of this machine. */
export const disk: Disk = {
  async find(folder, onUnreadable = () => {}, onSkipped = () => {}) {
    const found: string[] = [];
    const path = folderPath(folder);
    if (path === undefined) onUnreadable(folder);
    else await walk(path, { root: await realOf(path), found, onUnreadable, onSkipped }, 0);
    return found.sort();
  },

  async kindOf(uri, within) {
    try {
      const path = pathOf(uri);
      return await entryOf(await lstat(path), path, await realOf(pathOf(within)));
    } catch {
      return "none";
    }
  },

  async read(uri) {
    try {
      const path = pathOf(uri);
      const stats = await stat(path);
      if (stats.isDirectory()) return { unreadable: "missing" };
      // A pipe or a device may never end.
      if (!stats.isFile()) return { unreadable: "no-access" };
      if (stats.size > MAX_BYTES) return { unreadable: "too-large" };
      if (!isConfiguration(await realpath(path)) && isConfiguration(path)) return { unreadable: "no-access" };
      const bytes = await beginning(path, MAX_BYTES + 1);
      return bytes.length > MAX_BYTES ? { unreadable: "too-large" } : decoded(bytes);
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
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return hasMark(bytes) ? { text, marked: true } : { text };
  } catch {
    return { unreadable: "not-utf8" };
  }
}

/** The maximum size of a file in bytes: UTF-8 has up to three for a UTF-16 code unit. */
const MAX_BYTES = MAX_FILE_LENGTH * 3;
const CHUNK = 1 << 20;

/** The first bytes of a file, at most `limit`. Some files of a system claim no size, and do not end. */
async function beginning(path: string, limit: number): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const chunks: Uint8Array[] = [];
    let length = 0;
    while (length < limit) {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(Math.min(CHUNK, limit - length)));
      if (bytesRead === 0) break;
      chunks.push(buffer.subarray(0, bytesRead));
      length += bytesRead;
    }
    return Buffer.concat(chunks);
  } finally {
    await file.close();
  }
}

/** Whether a path is that of a configuration file. */
function isConfiguration(path: string): boolean {
  return CONFIGURATION.test(path.split(sep).join("/"));
}

/** The real path of a folder; the path itself if it has none. */
async function realOf(path: string): Promise<string> {
  return realpath(path).catch(() => path);
}

function hasMark([first, second, third]: Uint8Array): boolean {
  return first === 0xef && second === 0xbb && third === 0xbf;
}

interface Walk {
  /** The real path of the folder where the search began. */
  readonly root: string;
  readonly found: string[];
  readonly onUnreadable: (folder: string) => void;
  readonly onSkipped: (folder: string) => void;
}

async function walk(folder: string, into: Walk, depth: number): Promise<void> {
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    // A folder that was deleted meanwhile contains nothing.
    if (reasonOf(error) !== "missing") into.onUnreadable(uriOf(folder));
    return;
  }
  for (const entry of entries) await visit(entry, join(folder, entry.name), into, depth);
}

async function visit(entry: Dirent, path: string, into: Walk, depth: number): Promise<void> {
  const kind = await entryOf(entry, path, into.root);
  if (kind === "file") {
    if (CONFIGURATION.test(`/${entry.name}`)) into.found.push(uriOf(path));
  } else if (kind === "link") into.onSkipped(uriOf(path));
  else if (kind === "folder" && !SKIPPED.has(entry.name)) {
    if (depth < MAX_DEPTH) await walk(path, into, depth + 1);
    else into.onSkipped(uriOf(path));
  }
}

async function entryOf(
  entry: Pick<Dirent, "isFile" | "isDirectory" | "isSymbolicLink">,
  path: string,
  root: string,
): Promise<DiskEntry> {
  if (entry.isFile()) return "file";
  if (entry.isDirectory()) return "folder";
  if (!entry.isSymbolicLink()) return "none";
  return (await isFileWithin(root, path)) ? "file" : "link";
}

/** Whether a link leads to a file within a folder, given as a real path. */
async function isFileWithin(root: string, link: string): Promise<boolean> {
  try {
    const path = await realpath(link);
    return path.startsWith(root.endsWith(sep) ? root : root + sep) && (await stat(path)).isFile();
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
