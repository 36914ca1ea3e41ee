import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { type Message, message } from "../base/message.ts";
import { isUnder, relativeTo } from "../base/uri.ts";
import { uriOf } from "../lsp/disk.ts";
import { today } from "../lsp/today.ts";
import { projectFoldersOf } from "../model/layout.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { UsageError } from "./command.ts";
import { inputOf } from "./scope.ts";
import { restricted } from "./select.ts";
import { sweep } from "./sweep.ts";
import { pathTargetOf } from "./target.ts";

/**
 * The establishment that a folder belongs to, or the only one below it. If there is none, a snapshot without files: the
 * establishment is to be created there. Throws a `UsageError` if there are several, or the folder is a file; `option` is
 * the option of the command line that names it.
 */
export async function establishmentIn(path: string, cwd: string, option = "--into"): Promise<Snapshot> {
  const absolute = resolve(cwd, path);
  const stats = await stat(absolute).catch(() => undefined);
  if (stats && !stats.isDirectory()) throw new UsageError(message("“{0}” is not a folder.", path));
  if (!stats) return emptyAt(uriOf(absolute));
  const target = await pathTargetOf(path, cwd);
  const { scope } = await inputOf([target]);
  const { folders } = projectFoldersOf(scope.uris);
  const around = folders.filter(({ folder }) => isUnder(target.folder, folder));
  const candidates = around.length > 0 ? around.slice(-1) : folders;
  const [only, ...others] = candidates;
  if (!only) return emptyAt(target.folder);
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
  return swept.establishments.find(({ folder }) => folder === only.folder)?.result ?? emptyAt(only.folder);
}

function emptyAt(folder: string): Snapshot {
  return { folder, members: [], bases: [], establishment: true, lineage: {}, today: today() };
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
