import { foldersAbove, isUnder } from "../base/uri.ts";
import { CONFIGURATION } from "../model/layout.ts";

/**
 * What a text is to the workspace. `member`: part of it. `alone`: a document that is checked by itself, and that nothing
 * else knows of. `none`: not a configuration.
 */
export type Participation = "member" | "alone" | "none";

/** Where configurations are looked for. Canonical URIs. */
export interface SearchedPlaces {
  /** The workspace folders. */
  readonly folders: readonly string[];
  /** Folders below them that are not searched: links, those that cannot be read, those that are too deep. */
  readonly excluded: ReadonlySet<string>;
}

/** Names of folders that are not searched. */
export const SKIPPED: ReadonlySet<string> = new Set([
  "node_modules",
  ".git",
  ".hg",
  ".svn",
  ".vscode-test",
  ".cache",
]);

/**
 * What a URI is to the workspace, by its name and place alone: the same whether it is opened, changed, closed, watched or
 * found. The one exception is a base that an establishment names from elsewhere: it is part of the workspace as long as
 * it is named, which only the workspace knows.
 *
 * A text of another scheme (`git:`, `untitled:`, `vscode-scm:`…) is another version of a file, or not yet one; it takes
 * part only where the whole workspace folder is of that scheme. Without workspace folders, open files make the workspace.
 */
export function participationOf(uri: string, places: SearchedPlaces): Participation {
  if (!CONFIGURATION.test(uri)) return "none";
  const isMember = places.folders.length === 0 ? uri.startsWith("file:") : isSearched(uri, places);
  return isMember ? "member" : "alone";
}

/** Whether the place of a file or folder is among those where configurations are looked for. */
export function isSearched(uri: string, { folders, excluded }: SearchedPlaces): boolean {
  return folders.some((folder) => {
    if (!isUnder(uri, folder) || excluded.has(folder)) return false;
    for (const above of foldersAbove(uri)) {
      if (above.length <= folder.length) return true;
      if (excluded.has(above) || SKIPPED.has(above.slice(above.lastIndexOf("/") + 1))) return false;
    }
    return true;
  });
}

/** Whether a folder is searched for configurations, or would be if it were one. */
export function isSearchedFolder(uri: string, places: SearchedPlaces): boolean {
  return !SKIPPED.has(uri.slice(uri.lastIndexOf("/") + 1)) && isSearched(uri, places);
}
