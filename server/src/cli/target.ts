import { constants } from "node:fs";
import { message } from "../base/message.ts";
import { isUnder } from "../base/uri.ts";
import { diskOf } from "../lsp/disk.ts";
import { type FileStats, type LocalSystem, thisMachine } from "../lsp/file-system.ts";
import { pathOnDisk } from "../lsp/path-on-disk.ts";
import { CONFIGURATION } from "../model/layout.ts";
import { UsageError } from "./command.ts";
import { reasonFor } from "./error-reason.ts";

/** A path of the command line, and what it refers to. */
export interface PathTarget {
  /** The path as it was written. */
  readonly path: string;
  /** The canonical URI of the folder, or of the folder that contains the file. */
  readonly folder: string;
  /** The canonical URI of the file, if it is one. */
  readonly file?: string;
  /** The folder of its establishment, if that contains more than the path does. */
  readonly establishmentFolder?: string;
  /** The folder that an `herite-de` must not leave: the outer one of the nearest git root and the working folder. */
  readonly root: string;
}

const MARKERS = ["etablissement.pronote.yaml", "etablissement.pronote.yml"];

/** The target of a path. Throws a `UsageError` if it cannot be read. */
export async function pathTargetOf(
  path: string,
  cwd: string,
  system: LocalSystem = thisMachine,
): Promise<PathTarget> {
  // An empty path is most often a variable that is not set; it must not mean the whole working folder.
  if (path === "") throw new UsageError(message("There is no file or folder “{0}”.", path));
  const absolute = await absolutePath(path, cwd, system);
  const stats = await readable(absolute, path, system);
  if (stats.isDirectory()) return { path, ...(await foldersOf(absolute, cwd, system, false)) };
  return fileTarget(path, cwd, system);
}

/**
 * The target of a path of a file that need not exist. Throws a `UsageError` if it is not the name of a configuration.
 */
export async function fileTarget(
  path: string,
  cwd: string,
  system: LocalSystem = thisMachine,
): Promise<PathTarget> {
  const absolute = await absolutePath(path, cwd, system);
  if (!CONFIGURATION.test(absolute)) {
    throw new UsageError(
      message("“{0}” is not a configuration file: its name does not end in “{1}”.", path, ".pronote.yaml"),
    );
  }
  const { paths } = system;
  const folders = await foldersOf(paths.path.dirname(absolute), cwd, system, true);
  return { path, file: paths.uriOf(absolute), ...folders };
}

/** Where the system ignores case, a path may be written in another case than its files have. */
async function absolutePath(path: string, cwd: string, system: LocalSystem): Promise<string> {
  const absolute = system.paths.path.resolve(cwd, path);
  return system.paths.ignoresCase ? pathOnDisk(system, absolute) : absolute;
}

async function readable(absolute: string, path: string, { files }: LocalSystem): Promise<FileStats> {
  try {
    const stats = await files.stat(absolute);
    await files.access(absolute, stats.isDirectory() ? constants.R_OK | constants.X_OK : constants.R_OK);
    return stats;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
    throw new UsageError(
      code === "ENOENT"
        ? message("There is no file or folder “{0}”.", path)
        : message("“{0}” cannot be read: {1}.", path, reasonFor(error)),
    );
  }
}

async function foldersOf(absolute: string, cwd: string, system: LocalSystem, isFile: boolean) {
  const { paths } = system;
  const [folder, working] = [paths.uriOf(absolute), paths.uriOf(cwd)];
  const nearest = await diskOf(system).rootOf(folder);
  const root = isUnder(nearest, working) ? working : nearest;
  const marked = await markedFolder(absolute, root, system);
  const establishmentFolder = marked === undefined || (marked === folder && !isFile) ? undefined : marked;
  return {
    folder,
    root:
      establishmentFolder !== undefined && isUnder(root, establishmentFolder) ? establishmentFolder : root,
    ...(establishmentFolder === undefined ? undefined : { establishmentFolder }),
  };
}

/** The nearest folder with a marker, from this one up to the root. */
async function markedFolder(
  absolute: string,
  root: string,
  { files, paths }: LocalSystem,
): Promise<string | undefined> {
  const { dirname, join } = paths.path;
  for (let folder = absolute; ; folder = dirname(folder)) {
    const uri = paths.uriOf(folder);
    const markers = await Promise.all(
      MARKERS.map((name) => files.stat(join(folder, name)).catch(() => undefined)),
    );
    if (markers.some((stats) => stats?.isFile())) return uri;
    if (dirname(folder) === folder || (uri === root && folder !== absolute)) return undefined;
  }
}
