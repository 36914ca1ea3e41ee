import { posix } from "node:path";

/** With more files than this, nobody finds anything in a folder. */
const MAX_FILES = 150;

/** The folders with too many files, and their number. `files` are paths. */
export function crowdedFolders(files: readonly string[]): readonly string[] {
  const sizes = new Map<string, number>();
  for (const folder of files.map((file) => posix.dirname(file)))
    sizes.set(folder, (sizes.get(folder) ?? 0) + 1);
  return [...sizes]
    .filter(([, size]) => size > MAX_FILES)
    .map(([folder, size]) => `${folder}: ${size} files`);
}
