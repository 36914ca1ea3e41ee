import { constants } from "node:fs";
import { isUnder } from "../base/uri.ts";
import { CONFIGURATION } from "../model/layout.ts";
import { MAX_FILE_LENGTH, type Unreadable } from "../syntax/file.ts";
import type { FileSystem, LocalSystem } from "./file-system.ts";
import { existingPath } from "./path-on-disk.ts";

/** The text of a file, or the reason why it cannot be read. */
export type ReadResult =
  | {
      readonly text: string;
      /** Whether it began with a byte order mark, which is no part of the text. */
      readonly marked?: boolean;
    }
  | { readonly unreadable: Unreadable };

/** What may be read. */
export interface ReadLimits {
  /** The folders, by canonical URI, that contain the real path of whatever is read. None: it may be anywhere. */
  readonly within: readonly string[];
  /**
   * Whether the name comes from a text, and so has to be that on the disk in upper and lower case too: the same
   * configuration means the same on each system. In another case, the file is `missing`.
   */
  readonly isNamed?: boolean;
  /** The maximum size in bytes; that of a configuration if it is not given. */
  readonly maxBytes?: number;
}

/** The contents of a file and its real path, or the reason why it cannot be read. */
export type ReadBytes =
  | { readonly path: string; readonly bytes: Uint8Array }
  | { readonly unreadable: Unreadable };

/** The maximum size of a file in bytes: UTF-8 has up to three for a UTF-16 code unit. */
export const MAX_BYTES = MAX_FILE_LENGTH * 3;
const CHUNK = 1 << 20;

/**
 * Reads a file by its URI: the one way to a file's contents, for checking and before it is written. Never more of it is
 * read than the limit, whatever size it claims, and nothing that a link leads to outside of the limits. A folder is no
 * file, so it is `missing`. Rejects if the file system refuses.
 */
export async function readBytes(system: LocalSystem, uri: string, limits: ReadLimits): Promise<ReadBytes> {
  const { files } = system;
  const { maxBytes = MAX_BYTES } = limits;
  const named = await existingPath(system, uri);
  const path = await files.realpath(named);
  const refused = await refusal(system, { uri, named, path }, limits);
  if (refused) return { unreadable: refused };
  const stats = await files.stat(path);
  if (stats.isDirectory()) return { unreadable: "missing" };
  // A pipe or a device may never end.
  if (!stats.isFile()) return { unreadable: "no-access" };
  if (stats.size > maxBytes) return { unreadable: "too-large" };
  const bytes = await beginningOf(files, path, maxBytes + 1);
  return bytes.length > maxBytes ? { unreadable: "too-large" } : { path, bytes };
}

/** The text of a file, or why it cannot be read. Never rejects. */
export async function readText(system: LocalSystem, uri: string, limits: ReadLimits): Promise<ReadResult> {
  try {
    const read = await readBytes(system, uri, limits);
    return "bytes" in read ? decoded(read.bytes) : read;
  } catch (error) {
    return { unreadable: reasonOf(error) };
  }
}

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

/** Why the file system refused. */
export function reasonOf(error: unknown): Unreadable {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOENT" || code === "ENOTDIR") return "missing";
  return "no-access";
}

/** Why a file may not be read, by its URI, the path that this names, and the real path. */
async function refusal(
  { files, paths }: LocalSystem,
  { uri, named, path }: { readonly uri: string; readonly named: string; readonly path: string },
  { within, isNamed }: ReadLimits,
): Promise<Unreadable | undefined> {
  if (!isConfiguration(path) && isConfiguration(named)) return "no-access";
  // The root that contains the name first: most often it contains the file too.
  const roots = [...within].sort((a, b) => Number(isUnder(uri, b)) - Number(isUnder(uri, a)));
  for (const root of roots) {
    const folder = paths.folderPath(root);
    if (folder === undefined) continue;
    if (path === named && paths.isWithin(path, folder)) return undefined;
    const realFolder = await files.realpath(folder).catch(() => folder);
    if (!paths.isWithin(path, realFolder)) continue;
    const [name, realName] = [named.slice(folder.length), path.slice(realFolder.length)];
    return isNamed && differsInCase(name, realName) ? "missing" : undefined;
  }
  return within.length > 0 ? "outside" : undefined;
}

function differsInCase(name: string, realName: string): boolean {
  const [one, other] = [name.normalize("NFC"), realName.normalize("NFC")];
  return one !== other && one.toLowerCase() === other.toLowerCase();
}

/** Whether a path, of any system, is that of a configuration file. */
function isConfiguration(path: string): boolean {
  return CONFIGURATION.test(path);
}

/** The first bytes of a file, at most `limit`. Some files of a system claim no size, and do not end. */
async function beginningOf(files: FileSystem, path: string, limit: number): Promise<Uint8Array> {
  // Should something else stand there now: a link is not followed, and a pipe is not waited for.
  // (Windows has neither of the two.)
  const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
  const file = await files.open(path, flags);
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

function hasMark([first, second, third]: Uint8Array): boolean {
  return first === 0xef && second === 0xbb && third === 0xbf;
}
