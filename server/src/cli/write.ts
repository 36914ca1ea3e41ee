import { randomBytes } from "node:crypto";
import { constants } from "node:fs";
import { decoded, type ReadBytes, readBytes } from "../lsp/file-reading.ts";
import { type FileSystem, type LocalSystem, type OpenFile, thisMachine } from "../lsp/file-system.ts";

/** The byte order mark. */
export const BOM = "\ufeff";

/**
 * What became of a file: written, or left as it is because it changed meanwhile, is read-only, has several names that
 * would part, or has an owner who could not be kept.
 */
export type WriteOutcome = "written" | "changed" | "read-only" | "linked" | "owned";

/** A text to write, and the one that it replaces. */
export interface Replacement {
  readonly uri: string;
  readonly before: string;
  readonly after: string;
}

/**
 * Replaces the text of a file atomically, and keeps its byte order mark, owner and permissions. Writes nothing where
 * that is not possible, where its text is not `before` any more, or where it may not be read: its real path has to be in
 * one of the folders `within`. Rejects if the file system refuses; then the file is as it was.
 */
export async function writeFixed(
  { uri, before, after }: Replacement,
  within: readonly string[],
  system: LocalSystem = thisMachine,
): Promise<WriteOutcome> {
  const { files } = system;
  const read = () => readBytes(system, uri, { within });
  const now = await read();
  if (!("path" in now) || !holds(now, before)) return "changed";
  // A symbolic link is kept: its target is written.
  const { path, bytes } = now;
  const { mode, nlink } = await files.stat(path);
  if ((mode & 0o222) === 0) return "read-only";
  if (nlink > 1) return "linked";
  await files.access(path, constants.W_OK);
  await removeLeftovers(path, system);
  const temporary = temporaryFor(path, system);
  try {
    if (!(await isWritten(temporary, (isMarked(bytes) ? BOM : "") + after, path, files)))
      return await removed(temporary, files, "owned");
    // Writing takes time, in which an editor may save.
    if (!holds(await read(), before)) return await removed(temporary, files, "changed");
    await files.rename(temporary, path);
    return "written";
  } catch (error) {
    // What the caller is told is why the file was not written.
    await removed(temporary, files, undefined).catch(() => {});
    throw error;
  }
}

function holds(read: ReadBytes, text: string): boolean {
  const content = "bytes" in read ? decoded(read.bytes) : read;
  return "text" in content && content.text === text;
}

function isMarked(bytes: Uint8Array): boolean {
  const content = decoded(bytes);
  return "text" in content && content.marked === true;
}

function temporaryFor(path: string, { paths: { path: syntax } }: LocalSystem): string {
  const name = `${temporaryStart(syntax.basename(path))}${process.pid}-${randomBytes(6).toString("hex")}.tmp`;
  return syntax.join(syntax.dirname(path), name);
}

/** What the names of a file's temporary files begin with. A name of a file may be as long as names can be. */
function temporaryStart(name: string): string {
  return `.${[...name].slice(0, 40).join("")}.`;
}

async function removed<T>(temporary: string, files: FileSystem, outcome: T): Promise<T> {
  await files.rm(temporary, { force: true });
  return outcome;
}

/** Writes a new file with the owner and permissions of another; false if it cannot have that owner. */
async function isWritten(temporary: string, text: string, like: string, files: FileSystem): Promise<boolean> {
  const { mode } = await files.stat(like);
  const file = await files.open(temporary, "wx", mode);
  try {
    if (!(await hasOwnerOf(like, file, files))) return false;
    await file.writeFile(text, "utf8");
    await file.chmod(mode);
    await file.sync();
    return true;
  } finally {
    await file.close();
  }
}

/** Gives a file the owner and group of another; false if that is not allowed. */
async function hasOwnerOf(like: string, file: OpenFile, files: FileSystem): Promise<boolean> {
  const [wanted, own] = [await files.stat(like), await file.stat()];
  if (wanted.uid === own.uid && wanted.gid === own.gid) return true;
  try {
    await file.chown(wanted.uid, wanted.gid);
    return true;
  } catch {
    return false;
  }
}

/** Removes what runs left that were killed while they wrote this file, where that is possible. */
async function removeLeftovers(path: string, { files, paths }: LocalSystem): Promise<void> {
  const { basename, dirname, join } = paths.path;
  const start = temporaryStart(basename(path));
  const entries = await files.readdir(dirname(path), { withFileTypes: true }).catch(() => []);
  for (const { name } of entries) {
    const [, pid] = name.startsWith(start)
      ? (/^(\d+)-[\da-f]{12}\.tmp$/.exec(name.slice(start.length)) ?? [])
      : [];
    if (pid === undefined || isRunning(Number(pid))) continue;
    await files.rm(join(dirname(path), name), { force: true }).catch(() => {});
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
