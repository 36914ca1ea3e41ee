import { CONFIGURATION } from "../model/layout.ts";
import { diskPaths } from "./disk-paths.ts";
import {
  type ReadBytes,
  type ReadLimits,
  type ReadResult,
  readBytes,
  readText,
  reasonOf,
} from "./file-reading.ts";
import { type FolderEntry, type LocalSystem, thisMachine } from "./file-system.ts";
import { SKIPPED } from "./participation.ts";
import { existingPath } from "./path-on-disk.ts";

/** How many levels of folders are searched. */
const MAX_DEPTH = 24;

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
  /** Reads a file as UTF-8, within limits. */
  read(uri: string, limits: ReadLimits): Promise<ReadResult>;
  /** Reads a file that a person chose, wherever it lies, of at most so many bytes. */
  readChosen(uri: string, maxBytes: number): Promise<ReadBytes>;
  /** The root of the git repository that contains a folder, otherwise the folder itself, as a canonical URI. */
  rootOf(folder: string): Promise<string>;
  /** The URI of a canonical one with the names as they are spelt on the disk, if these are known. */
  spelling(uri: string): string;
  /** Whether names that differ by case only are one name. */
  readonly ignoresCase: boolean;
}

/** The disk of a machine. */
export function diskOf(system: LocalSystem): Disk {
  const { files, paths } = system;
  return {
    async find(folder, onUnreadable = () => {}, onSkipped = () => {}) {
      const found: string[] = [];
      const path = paths.folderPath(folder);
      if (path === undefined) onUnreadable(folder);
      else await walk(path, { system, root: await realOf(system, path), found, onUnreadable, onSkipped }, 0);
      return found.sort();
    },

    async kindOf(uri, within) {
      try {
        const path = await existingPath(system, uri);
        return await entryOf(
          system,
          await files.lstat(path),
          path,
          await realOf(system, paths.pathOf(within)),
        );
      } catch {
        return "none";
      }
    },

    read: (uri, limits) => readText(system, uri, limits),

    async readChosen(uri, maxBytes) {
      try {
        return await readBytes(system, uri, { within: [], maxBytes });
      } catch (error) {
        return { unreadable: reasonOf(error) };
      }
    },

    async rootOf(folder) {
      const start = paths.folderPath(folder);
      if (start === undefined) return folder;
      const { dirname, join } = paths.path;
      for (let path = start; ; path = dirname(path)) {
        if (await exists(system, join(path, ".git"))) return paths.uriOf(path);
        if (dirname(path) === path) return paths.uriOf(start);
      }
    },

    spelling: (uri) => paths.spelling(uri),
    ignoresCase: paths.ignoresCase,
  };
}

/** The disk of this machine. */
export const disk = diskOf(thisMachine);

/** The real path of a folder; the path itself if it has none. */
async function realOf({ files }: LocalSystem, path: string): Promise<string> {
  return files.realpath(path).catch(() => path);
}

interface Walk {
  readonly system: LocalSystem;
  /** The real path of the folder where the search began. */
  readonly root: string;
  readonly found: string[];
  readonly onUnreadable: (folder: string) => void;
  readonly onSkipped: (folder: string) => void;
}

async function walk(folder: string, into: Walk, depth: number): Promise<void> {
  const { files, paths } = into.system;
  let entries: readonly FolderEntry[];
  try {
    entries = await files.readdir(folder, { withFileTypes: true });
  } catch (error) {
    // A folder that was deleted meanwhile contains nothing.
    if (reasonOf(error) !== "missing") into.onUnreadable(paths.uriOf(folder));
    return;
  }
  for (const entry of entries) await visit(entry, paths.path.join(folder, entry.name), into, depth);
}

async function visit(entry: FolderEntry, path: string, into: Walk, depth: number): Promise<void> {
  const { system, root, found, onSkipped } = into;
  const uri = () => system.paths.uriOf(path);
  const kind = await entryOf(system, entry, path, root);
  if (kind === "file") {
    if (CONFIGURATION.test(`/${entry.name}`)) found.push(uri());
  } else if (kind === "link") onSkipped(uri());
  else if (kind === "folder" && !SKIPPED.has(entry.name)) {
    if (depth < MAX_DEPTH) await walk(path, into, depth + 1);
    else onSkipped(uri());
  }
}

async function entryOf(
  system: LocalSystem,
  entry: Omit<FolderEntry, "name">,
  path: string,
  root: string,
): Promise<DiskEntry> {
  if (entry.isFile()) return "file";
  if (entry.isDirectory()) return "folder";
  if (!entry.isSymbolicLink()) return "none";
  return (await isFileWithin(system, root, path)) ? "file" : "link";
}

/** Whether a link leads to a file within a folder, given as a real path. */
async function isFileWithin({ files, paths }: LocalSystem, root: string, link: string): Promise<boolean> {
  try {
    const path = await files.realpath(link);
    return paths.isWithin(path, root) && (await files.stat(path)).isFile();
  } catch {
    return false;
  }
}

async function exists({ files }: LocalSystem, path: string): Promise<boolean> {
  return files.stat(path).then(
    () => true,
    () => false,
  );
}

/** The canonical URI of a path of this machine. */
export function uriOf(path: string): string {
  return diskPaths.uriOf(path);
}

/** The path of a URI, spelt as on the disk. Throws if the URI has no path here, e.g. a folder of another machine. */
export function pathOf(uri: string): string {
  return diskPaths.pathOf(uri);
}
