import {
  CancellationTokenSource,
  FileType,
  RelativePattern,
  Uri,
  type WorkspaceFolder,
  workspace,
} from "vscode";
import { PATTERN } from "./client-options.ts";

/** Folders that are not searched, and how far the search goes at most. */
const SKIPPED = new Set(["node_modules", ".git", ".hg", ".svn"]);
const MAX_DEPTH = 24;
const MAX_FOLDERS = 10_000;

/** How long a search may take, in milliseconds. */
const SEARCH_LIMIT = 5_000;

/**
 * The configuration files of a workspace folder that only the editor can read. A file system need not offer a search:
 * then the editor finds nothing or waits for one for ever, and the folders are listed one after the other.
 */
export async function configurationsIn(folder: WorkspaceFolder): Promise<readonly Uri[]> {
  const found = await searched(folder);
  return found.length > 0 ? found : listed(folder.uri);
}

async function searched(folder: WorkspaceFolder): Promise<readonly Uri[]> {
  const source = new CancellationTokenSource();
  const pattern = new RelativePattern(folder, PATTERN);
  const search = workspace.findFiles(pattern, "**/node_modules/**", undefined, source.token);
  const limit = new Promise<readonly Uri[]>((resolve) => setTimeout(resolve, SEARCH_LIMIT, []));
  try {
    return await Promise.race([search, limit]);
  } catch {
    return [];
  } finally {
    source.cancel();
    source.dispose();
  }
}

async function listed(root: Uri): Promise<readonly Uri[]> {
  const found: Uri[] = [];
  const folders = [{ uri: root, depth: 0 }];
  // The list grows while it is read.
  for (const { uri, depth } of folders) {
    for (const [name, type] of await entriesOf(uri)) {
      const below = Uri.joinPath(uri, name);
      if (type & FileType.File && /\.pronote\.ya?ml$/i.test(name)) found.push(below);
      const isSearched = type === FileType.Directory && !SKIPPED.has(name) && depth < MAX_DEPTH;
      if (isSearched && folders.length < MAX_FOLDERS) folders.push({ uri: below, depth: depth + 1 });
    }
  }
  return found;
}

async function entriesOf(folder: Uri): Promise<readonly [string, FileType][]> {
  try {
    return await workspace.fs.readDirectory(folder);
  } catch {
    // It was removed meanwhile, or its file system is not there.
    return [];
  }
}
