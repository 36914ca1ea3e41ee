import { dirname } from "node:path";
import { pathOf, uriOf } from "../lsp/disk.ts";
import { thisMachine } from "../lsp/file-system.ts";

/**
 * The URIs without those of files that are there already under another name: a folder of the command line may be a link to
 * another one. The first of a file's names is kept. Links to single files do not count: whoever puts two
 * into a folder has two files there.
 */
export async function distinctFiles(uris: Iterable<string>): Promise<readonly string[]> {
  const folders = new Map<string, string>();
  const seen = new Set<string>();
  const kept: string[] = [];
  for (const uri of uris) {
    const path = pathOf(uri);
    const folder = dirname(path);
    const real = folders.get(folder) ?? (await realFolder(folder));
    folders.set(folder, real);
    const name = uriOf(`${real}${path.slice(folder.length)}`);
    if (!seen.has(name)) kept.push(uri);
    seen.add(name);
  }
  return kept;
}

/** The real path of a folder; its own where it cannot be had. */
async function realFolder(folder: string): Promise<string> {
  return thisMachine.files.realpath(folder).catch(() => folder);
}
