import { constants, type Stats } from "node:fs";
import { access, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { message } from "../base/message.ts";
import { isUnder } from "../base/uri.ts";
import { disk, uriOf } from "../lsp/disk.ts";
import { CONFIGURATION } from "../model/layout.ts";
import { UsageError } from "./command.ts";

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
export async function pathTargetOf(path: string, cwd: string): Promise<PathTarget> {
  // An empty path is most often a variable that is not set; it must not mean the whole working folder.
  if (path === "") throw new UsageError(message("There is no file or folder “{0}”.", path));
  const absolute = resolve(cwd, path);
  const stats = await readable(absolute, path);
  if (stats.isDirectory()) return { path, ...(await foldersOf(absolute, cwd, false)) };
  return fileTarget(path, cwd);
}

/**
 * The target of a path of a file that need not exist. Throws a `UsageError` if it is not the name of a configuration.
 */
export async function fileTarget(path: string, cwd: string): Promise<PathTarget> {
  const absolute = resolve(cwd, path);
  if (!CONFIGURATION.test(absolute)) {
    throw new UsageError(
      message("“{0}” is not a configuration file: its name does not end in “{1}”.", path, ".pronote.yaml"),
    );
  }
  return { path, file: uriOf(absolute), ...(await foldersOf(dirname(absolute), cwd, true)) };
}

async function readable(absolute: string, path: string): Promise<Stats> {
  try {
    const stats = await stat(absolute);
    await access(absolute, stats.isDirectory() ? constants.R_OK | constants.X_OK : constants.R_OK);
    return stats;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
    throw new UsageError(
      code === "ENOENT"
        ? message("There is no file or folder “{0}”.", path)
        : message("“{0}” cannot be read: {1}.", path, code),
    );
  }
}

async function foldersOf(absolute: string, cwd: string, isFile: boolean) {
  const folder = uriOf(absolute);
  const nearest = await disk.rootOf(folder);
  const root = isUnder(nearest, uriOf(cwd)) ? uriOf(cwd) : nearest;
  const marked = await markedFolder(absolute, root);
  const establishmentFolder = marked === undefined || (marked === folder && !isFile) ? undefined : marked;
  return {
    folder,
    root:
      establishmentFolder !== undefined && isUnder(root, establishmentFolder) ? establishmentFolder : root,
    ...(establishmentFolder === undefined ? undefined : { establishmentFolder }),
  };
}

/** The nearest folder with a marker, from this one up to the root. */
async function markedFolder(absolute: string, root: string): Promise<string | undefined> {
  for (let folder = absolute; ; folder = dirname(folder)) {
    const uri = uriOf(folder);
    const markers = await Promise.all(MARKERS.map((name) => stat(join(folder, name)).catch(() => undefined)));
    if (markers.some((stats) => stats?.isFile())) return uri;
    if (dirname(folder) === folder || (uri === root && folder !== absolute)) return undefined;
  }
}
