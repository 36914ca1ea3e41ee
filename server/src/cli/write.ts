import { randomBytes } from "node:crypto";
import {
  access,
  constants,
  type FileHandle,
  open,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
} from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** The byte order mark. */
export const BOM = "\ufeff";

/**
 * What became of a file: written, or left as it is because it changed meanwhile, is read-only, has several names that
 * would part, or has an owner who could not be kept.
 */
export type WriteOutcome = "written" | "changed" | "read-only" | "linked" | "owned";

/**
 * Replaces the text of a file atomically, and keeps its byte order mark, owner and permissions. Writes nothing where
 * that is not possible, or where its text is not `before` any more. Rejects if the file cannot be read or written.
 */
export async function writeFixed(link: string, before: string, after: string): Promise<WriteOutcome> {
  // A symbolic link is kept: its target is written.
  const path = await realpath(link);
  const now = await readFile(path, "utf8");
  const mark = now.startsWith(BOM) ? BOM : "";
  if (now.slice(mark.length) !== before) return "changed";
  const { mode, nlink } = await stat(path);
  if ((mode & 0o222) === 0) return "read-only";
  if (nlink > 1) return "linked";
  await access(path, constants.W_OK);
  await removeLeftovers(path);
  const temporary = join(
    dirname(path),
    `.${basename(path)}.${process.pid}-${randomBytes(6).toString("hex")}.tmp`,
  );
  try {
    if (await written(temporary, mark + after, path)) {
      await rename(temporary, path);
      return "written";
    }
    await rm(temporary, { force: true });
    return "owned";
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Writes a new file with the owner and permissions of another; false if it cannot have that owner. */
async function written(temporary: string, text: string, like: string): Promise<boolean> {
  const { mode } = await stat(like);
  const file = await open(temporary, "wx", mode);
  try {
    if (!(await hasOwnerOf(like, file))) return false;
    await file.writeFile(text, "utf8");
    await file.chmod(mode);
    await file.sync();
    return true;
  } finally {
    await file.close();
  }
}

/** Gives a file the owner and group of another; false if that is not allowed. */
async function hasOwnerOf(like: string, file: FileHandle): Promise<boolean> {
  const [wanted, own] = [await stat(like), await file.stat()];
  if (wanted.uid === own.uid && wanted.gid === own.gid) return true;
  try {
    await file.chown(wanted.uid, wanted.gid);
    return true;
  } catch {
    return false;
  }
}

/** Removes what runs left that were killed while they wrote this file. */
async function removeLeftovers(path: string): Promise<void> {
  const start = `.${basename(path)}.`;
  for (const name of await readdir(dirname(path))) {
    const [, pid] = name.startsWith(start)
      ? (/^(\d+)-[\da-f]{12}\.tmp$/.exec(name.slice(start.length)) ?? [])
      : [];
    if (pid !== undefined && !isRunning(Number(pid))) await rm(join(dirname(path), name), { force: true });
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
