import { randomBytes } from "node:crypto";
import { open, readFile, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

const BOM = "\ufeff";

/**
 * Writes a file's new text, all of it or nothing: what was there is replaced in one step, with its byte order mark and
 * its permissions. Refuses if the file is no longer what was checked.
 */
export async function writeFixed(link: string, before: string, after: string): Promise<boolean> {
  // A link stays a link: what it leads to is written.
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
