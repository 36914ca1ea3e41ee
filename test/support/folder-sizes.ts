import { posix } from "node:path";

/** More files than this in one folder are found by nobody. */
const MOST = 150;

/** The folders that hold too many files, with how many they hold. `files` are paths. */
export function crowdedFolders(files: readonly string[]): readonly string[] {
  const sizes = new Map<string, number>();
  for (const folder of files.map((file) => posix.dirname(file)))
    sizes.set(folder, (sizes.get(folder) ?? 0) + 1);
  return [...sizes].filter(([, size]) => size > MOST).map(([folder, size]) => `${folder}: ${size} files`);
}
