/** Folders as a client names them. What it sends is taken for what it should be only as far as it is. */

/** The folders that a client opens: those of the workspace, or, if there are none, the one that older clients name. */
export function foldersOf(params: {
  readonly workspaceFolders?: unknown;
  readonly rootUri?: unknown;
  readonly rootPath?: unknown;
}): readonly string[] {
  const folders = urisOf(params.workspaceFolders);
  if (folders.length > 0) return folders;
  if (isText(params.rootUri)) return [params.rootUri];
  return isText(params.rootPath) ? [uriOf(params.rootPath)] : [];
}

/** Folders after some came and some went, as `workspace/didChangeWorkspaceFolders` tells it. */
export function foldersAfter(folders: readonly string[], event: unknown): readonly string[] {
  const { added, removed } = (event ?? {}) as { readonly added?: unknown; readonly removed?: unknown };
  const gone = new Set(urisOf(removed));
  return [...new Set([...folders.filter((uri) => !gone.has(uri)), ...urisOf(added)])];
}

function urisOf(folders: unknown): readonly string[] {
  if (!Array.isArray(folders)) return [];
  return folders.map((folder) => (folder as { uri?: unknown } | null)?.uri).filter(isText);
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

/** The URI of a path, of whatever system; what is no whole path stays as it is. */
function uriOf(path: string): string {
  const encoded = (text: string) => text.split("/").map(encodeURIComponent).join("/");
  if (path.startsWith("/")) return `file://${encoded(path)}`;
  const slashed = path.replaceAll("\\", "/");
  if (/^[a-z]:\//i.test(slashed)) return `file:///${encoded(slashed)}`;
  return slashed.startsWith("//") ? `file:${encoded(slashed)}` : path;
}
