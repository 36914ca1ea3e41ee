import { stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { type Message, message } from "../base/message.ts";
import { isUnder, relativeTo } from "../base/uri.ts";
import type { SourceRecords } from "../exchange/records.ts";
import { createdEstablishment } from "../features/created-establishment.ts";
import { disk, uriOf } from "../lsp/disk.ts";
import { today } from "../lsp/today.ts";
import { projectFoldersOf } from "../model/layout.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { Workspace } from "../model/workspace.ts";
import type { File } from "../syntax/file.ts";
import { UsageError } from "./command.ts";
import { inputOf } from "./scope.ts";
import { restricted } from "./select.ts";
import { fileOf, sweep } from "./sweep.ts";
import { fileTarget, type PathTarget, pathTargetOf } from "./target.ts";

/**
 * The establishment that a folder belongs to, or the only one below it; `undefined` if there is none. Throws a `UsageError`
 * if there are several, or the folder is a file; `option` is the option of the command line that names it.
 */
export async function establishmentIn(
  path: string,
  cwd: string,
  option = "--into",
): Promise<Snapshot | undefined> {
  const absolute = resolve(cwd, path);
  const stats = await stat(absolute).catch(() => undefined);
  if (stats && !stats.isDirectory()) throw new UsageError(message("“{0}” is not a folder.", path));
  if (!stats) return undefined;
  const target = await pathTargetOf(path, cwd);
  const { scope } = await inputOf([target]);
  const { folders } = projectFoldersOf(scope.uris);
  const around = folders.filter(({ folder }) => isUnder(target.folder, folder));
  const candidates = around.length > 0 ? around.slice(-1) : folders;
  const [only, ...others] = candidates;
  if (!only) return undefined;
  if (others.length > 0)
    throw new UsageError(
      severalIn(
        path,
        cwd,
        candidates.map(({ folder }) => folder),
        option,
      ),
    );
  const project = { folder: only.folder, members: only.files, bases: [] };
  const swept = await sweep(restricted(scope, [project]), ({ snapshot }) => snapshot);
  return swept.establishments.find(({ folder }) => folder === only.folder)?.result;
}

/** The establishment that an import creates in a folder, which need not be there yet. */
export async function newEstablishmentIn(
  path: string,
  cwd: string,
  records: readonly SourceRecords[],
): Promise<Snapshot> {
  const target = await fileTarget(join(path, "etablissement.pronote.yaml"), cwd);
  return createdEstablishment(await outline(target), target.folder, records);
}

/**
 * A workspace of the files that decide from which bases an establishment in a folder may inherit: the markers and bases
 * around it, files of no establishment, and those in the folder itself.
 */
async function outline({ folder, root }: PathTarget): Promise<Workspace> {
  const { folders, orphans } = projectFoldersOf(await disk.find(root));
  const inFolder = folders.flatMap(({ files }) => files.filter((uri) => isUnder(uri, folder)));
  const within = [root];
  const read = async (uris: readonly string[], isNamed: boolean) => {
    const files: [string, File][] = [];
    for (const uri of uris) files.push([uri, fileOf(uri, await disk.read(uri, { within, isNamed }))]);
    return files;
  };
  const first = new Set([...folders.map(({ marker }) => marker), ...orphans, ...inFolder]);
  let workspace = Workspace.empty([root], today()).with(await read([...first], false));
  for (;;) {
    const { basesToRead } = workspace.layout;
    if (basesToRead.length === 0) return workspace;
    workspace = workspace.with(await read(basesToRead, true));
  }
}

function severalIn(path: string, cwd: string, folders: readonly string[], option: string): Message {
  const names = folders.slice(0, 5).map((folder) => relativeTo(uriOf(cwd), folder));
  return message(
    "Below “{0}” there are several establishments: name the folder of one with {1} ({2}).",
    path,
    option,
    `${names.join(", ")}${folders.length > names.length ? ", …" : ""}`,
  );
}
