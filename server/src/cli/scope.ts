import { message } from "../base/message.ts";
import { isUnder } from "../base/uri.ts";
import { disk, type ReadResult } from "../lsp/disk.ts";
import { today } from "../lsp/today.ts";
import { UsageError } from "./command.ts";
import type { PathTarget } from "./target.ts";

/** The files among which establishments are looked for, and how they are read. */
export interface CheckScope {
  /** Sorted by name. Bases may lie elsewhere. */
  readonly uris: readonly string[];
  /** The folders that an `herite-de` may not leave. */
  readonly roots: readonly string[];
  readonly today: string;
  readonly read: (uri: string) => Promise<ReadResult>;
  /** Where else to look when these files turn out to belong to no establishment: all files then, or none. */
  readonly beyond?: (orphans: readonly string[]) => Promise<readonly string[]>;
}

/** What the paths of a command line lead to. */
export interface CommandInput {
  /** What was asked for, and what is needed to understand it. */
  readonly scope: CheckScope;
  /** The files that the paths name, or that lie below them. */
  readonly asked: ReadonlySet<string>;
  /** The files that the paths name. */
  readonly named: ReadonlySet<string>;
  readonly targets: readonly PathTarget[];
  /** Folders below the paths that cannot be read. */
  readonly closed: readonly string[];
}

/** What takes the place of a file's content. */
export interface TextOverride {
  readonly uri: string;
  readonly reading: ReadResult;
}

/** Finds what was asked for, and the establishments that it is a part of. */
export async function inputOf(targets: readonly PathTarget[], instead?: TextOverride): Promise<CommandInput> {
  const closed = new Set<string>();
  const below = await Promise.all(
    targets.map(({ folder, file }) => file ?? disk.find(folder, (uri) => closed.add(uri))),
  );
  const asked = new Set(below.flat());
  const read = async (uri: string) => (uri === instead?.uri ? instead.reading : disk.read(uri));
  for (const { file, path } of targets) if (file) demand(await read(file), path);
  const scope: CheckScope = {
    uris: sorted([...asked, ...(await filesBelow(targets.flatMap(({ home }) => home ?? [])))]),
    roots: [...new Set(targets.map(({ root }) => root))],
    today: today(),
    read,
    beyond: (orphans) =>
      filesBeyond(
        targets,
        orphans.filter((uri) => asked.has(uri)),
      ),
  };
  return {
    scope,
    asked,
    named: new Set(targets.flatMap(({ file }) => file ?? [])),
    targets,
    closed: [...closed],
  };
}

/** A file that the command line names has to be readable. */
function demand(reading: ReadResult, path: string): void {
  if ("text" in reading) return;
  if (reading.unreadable === "missing")
    throw new UsageError(message("There is no file or folder “{0}”.", path));
  if (reading.unreadable === "no-access")
    throw new UsageError(message("“{0}” cannot be read: {1}.", path, message("it is no file")));
}

/** A file that belongs to no establishment may be a base of one that lies elsewhere: then that is looked at too. */
async function filesBeyond(
  targets: readonly PathTarget[],
  lost: readonly string[],
): Promise<readonly string[]> {
  const far = targets.filter(
    ({ folder, file, root }) =>
      (file !== undefined || folder !== root) && lost.some((uri) => isUnder(uri, folder)),
  );
  return filesBelow(far.map(({ root }) => root));
}

async function filesBelow(folders: readonly string[]): Promise<readonly string[]> {
  return (await Promise.all([...new Set(folders)].map((folder) => disk.find(folder)))).flat();
}

/** Files in the order of their names, each once. */
export function sorted(uris: Iterable<string>): readonly string[] {
  return [...new Set(uris)].sort();
}
