import { randomBytes } from "node:crypto";
import { open, readFile, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

const BOM = "\ufeff";

/**
 * Replaces the text of a file atomically, and keeps its byte order mark and permissions. Returns false and writes
 * nothing if its text is not `before` any more. Rejects if the file cannot be read or written.
 */
export async function writeFixed(link: string, before: string, after: string): Promise<boolean> {
  // A symbolic link is kept: its target is written.
  const path = await realpath(link);
  const now = await readFile(path, "utf8");
  const mark = now.startsWith(BOM) ? BOM : "";
  if (now.slice(mark.length) !== before) return false;
  const { mode } = await stat(path);
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString("hex")}.tmp`);
  try {
    const file = await open(temporary, "wx", mode);
    try {
      await file.writeFile(mark + after, "utf8");
      await file.chmod(mode);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  return true;
}
