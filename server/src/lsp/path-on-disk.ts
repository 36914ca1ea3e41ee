import type { FileSystem, LocalSystem } from "./file-system.ts";

/**
 * A path with its names as they are spelt on the disk: with the accents of the disk (composed, or combining as on a Mac)
 * and, where the system ignores case, in the case of the disk. Names that are not on the disk stay as they are. Never
 * rejects.
 */
export async function pathOnDisk(system: LocalSystem, path: string): Promise<string> {
  const { path: syntax } = system.paths;
  const folder = syntax.dirname(path);
  if (folder === path) return rootOf(system, path);
  const folderOnDisk = await pathOnDisk(system, folder);
  const name = syntax.basename(path);
  const names = await namesIn(system, folderOnDisk);
  const isSame = sameNameIn(system);
  const onDisk = names.includes(name) ? name : names.find((other) => isSame(name, other));
  return syntax.join(folderOnDisk, onDisk ?? name);
}

/**
 * The path of a URI. A canonical URI does not tell whether accents are composed on the disk: where nothing has the name
 * with composed ones, the disk is asked. Throws if the URI has no path on this machine.
 */
export async function existingPath(system: LocalSystem, uri: string): Promise<string> {
  const { files, paths } = system;
  const path = paths.pathOf(uri);
  if (path.normalize("NFD") === path || (await exists(files, path))) return path;
  const onDisk = await pathOnDisk(system, path);
  // So that it is found at once the next time.
  paths.uriOf(onDisk);
  return onDisk;
}

async function exists(files: FileSystem, path: string): Promise<boolean> {
  return files.lstat(path).then(
    () => true,
    () => false,
  );
}

/** The root of a disk. Nothing tells how a share is spelt, so that each spelling has to become the same. */
function rootOf({ paths }: LocalSystem, path: string): string {
  if (!paths.ignoresCase) return path;
  return path.startsWith("\\\\") ? path.toLowerCase() : path.toUpperCase();
}

async function namesIn({ files }: LocalSystem, folder: string): Promise<readonly string[]> {
  try {
    return (await files.readdir(folder, { withFileTypes: true })).map(({ name }) => name);
  } catch {
    // A folder that may be entered, but not listed.
    return [];
  }
}

/** Whether a name that was given is that of something on the disk. */
function sameNameIn({ paths }: LocalSystem): (given: string, onDisk: string) => boolean {
  const normal = (name: string) => {
    const composed = name.normalize("NFC");
    return paths.ignoresCase ? composed.toLowerCase() : composed;
  };
  // Windows does not look at dots and spaces at the end of a name.
  const bare = (name: string) => (paths.path.sep === "\\" ? name.replace(/(?<![. ])[. ]+$/, "") : name);
  return (given, onDisk) => normal(bare(given)) === normal(onDisk);
}
