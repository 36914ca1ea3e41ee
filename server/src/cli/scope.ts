import { message } from "../base/message.ts";
import { isUnder } from "../base/uri.ts";
import { disk } from "../lsp/disk.ts";
import type { ReadResult } from "../lsp/file-reading.ts";
import { today } from "../lsp/today.ts";
import { type File, MAX_FILE_LENGTH, type Unreadable } from "../syntax/file.ts";
import { hasUnreadLines } from "../syntax/syntax-problems.ts";
import { type CommandIo, type ExitCode, UsageError } from "./command.ts";
import { distinctFiles } from "./distinct-files.ts";
import type { PathTarget } from "./target.ts";

/** The files to check, and how to read them. */
export interface CheckScope {
  /** The canonical URIs of the files, sorted. Bases may be outside of these. */
  readonly uris: readonly string[];
  /** The folders that an `herite-de` must not leave. */
  readonly roots: readonly string[];
  readonly today: string;
  /** The folders that contain whatever is read or written, by its real path. */
  readonly within: readonly string[];
  /** Reads a file. `isNamed`: its name comes from a text. */
  readonly read: (uri: string, isNamed?: boolean) => Promise<ReadResult>;
  /** Takes notice of a file that was parsed. */
  readonly didParse?: (file: File) => void;
  /**
   * Those of `uris` that are read only because a file of the paths may be their base. Their establishments are not compared
   * with others: what is checked depends on the paths alone.
   */
  readonly beyond?: ReadonlySet<string>;
  /** More files to search if some of `uris` turn out to belong to no establishment. */
  readonly moreFiles?: (orphans: readonly string[]) => Promise<readonly string[]>;
}

/** The files at the paths of a command line. */
export interface CommandInput {
  /** The requested files and the other files of their establishments. */
  readonly scope: CheckScope;
  /** The files that the paths name or contain. */
  readonly requested: ReadonlySet<string>;
  /** The files that the paths name directly. */
  readonly named: ReadonlySet<string>;
  readonly targets: readonly PathTarget[];
  /** Folders in the paths that cannot be read. */
  readonly unreadableFolders: readonly string[];
  /** The files that could not be read so far; of missing ones, only those that a text names. */
  readonly unread: ReadonlyMap<string, Unreadable>;
  /** The files that were read so far, but for some of their lines. */
  readonly partlyRead: ReadonlySet<string>;
  /** The paths of folders without a configuration. */
  readonly emptyPaths: readonly string[];
}

/** A text that replaces the contents of a file. */
export interface TextOverride {
  readonly uri: string;
  readonly content: ReadResult;
}

/**
 * Finds the files at the paths and the establishments that they belong to. `instead` replaces the contents of one file.
 * Throws a `UsageError` if a file that is named cannot be read.
 */
export async function inputOf(targets: readonly PathTarget[], instead?: TextOverride): Promise<CommandInput> {
  const unreadableFolders = new Set<string>();
  const below = await Promise.all(
    targets.map(({ folder, file }) => file ?? disk.find(folder, (uri) => unreadableFolders.add(uri))),
  );
  const named = new Set(below.flat());
  const around = await filesBelow(targets.flatMap(({ establishmentFolder }) => establishmentFolder ?? []));
  const uris = await distinctFiles([...named, ...around]);
  const requested = new Set(uris.filter((uri) => named.has(uri)));
  const roots = [...new Set(targets.map(({ root }) => root))];
  const within = [...new Set([...targets.map(({ folder }) => folder), ...roots])];
  const unread = new Map<string, Unreadable>();
  const partlyRead = new Set<string>();
  let isBeyond = false;
  const read: CheckScope["read"] = async (uri, isNamed = false) => {
    const content = uri === instead?.uri ? instead.content : await disk.read(uri, { within, isNamed });
    const reason = reasonIn(content);
    if (reason !== undefined && (isNamed || reason !== "missing") && !isBeyond) unread.set(uri, reason);
    return content;
  };
  for (const { file, path } of targets) if (file) requireReadable(await read(file), path);
  const scope: CheckScope = {
    uris: sorted(uris),
    roots,
    within,
    today: today(),
    read,
    didParse({ uri, root }) {
      if (!isBeyond && hasUnreadLines(root)) partlyRead.add(uri);
    },
    moreFiles(orphans) {
      isBeyond = true;
      const own = orphans.filter((uri) => requested.has(uri));
      return filesBeyond(targets, own);
    },
  };
  return {
    scope,
    requested,
    named: new Set(targets.flatMap(({ file }) => file ?? [])),
    targets,
    unreadableFolders: [...unreadableFolders],
    unread,
    partlyRead,
    emptyPaths: targets.flatMap(({ file, path }, at) => {
      return file === undefined && below[at]?.length === 0 ? path : [];
    }),
  };
}

/** Why what was read is not taken, if it is not. */
function reasonIn(content: ReadResult): Unreadable | undefined {
  if ("unreadable" in content) return content.unreadable;
  return content.text.length > MAX_FILE_LENGTH ? "too-large" : undefined;
}

/** Warns of each folder without a configuration: it is most often a mistyped path. They make the exit code 2. */
export function reportEmpty({ emptyPaths }: CommandInput, io: Pick<CommandIo, "say">): ExitCode {
  for (const path of emptyPaths)
    io.say(
      message(
        "Below “{0}” there is no configuration: no file whose name ends in “{1}”.",
        path,
        ".pronote.yaml",
      ),
    );
  return emptyPaths.length > 0 ? 2 : 0;
}

/** Throws a `UsageError` if a file that the command line names cannot be read. */
function requireReadable(content: ReadResult, path: string): void {
  if ("text" in content) return;
  if (content.unreadable === "missing")
    throw new UsageError(message("There is no file or folder “{0}”.", path));
  if (content.unreadable === "outside")
    throw new UsageError(message("“{0}” is not read: a link leads out of the folder that is checked.", path));
  if (content.unreadable === "no-access")
    throw new UsageError(message("“{0}” cannot be read: {1}.", path, message("it is not a file")));
}

/** The files around requested ones without an establishment: these may be bases of an establishment elsewhere. */
async function filesBeyond(
  targets: readonly PathTarget[],
  orphaned: readonly string[],
): Promise<readonly string[]> {
  const partial = targets.filter(
    ({ folder, file, root }) =>
      (file !== undefined || folder !== root) && orphaned.some((uri) => isUnder(uri, folder)),
  );
  return filesBelow(partial.map(({ root }) => root));
}

async function filesBelow(folders: readonly string[]): Promise<readonly string[]> {
  return (await Promise.all([...new Set(folders)].map((folder) => disk.find(folder)))).flat();
}

/** URIs sorted, each once. */
export function sorted(uris: Iterable<string>): readonly string[] {
  return [...new Set(uris)].sort();
}
