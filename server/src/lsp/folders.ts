/** Workspace folders from a client's messages. Their shape is checked: what is malformed is ignored. */
import { canonicalFolder } from "../base/uri.ts";

/** The folders that a client opens: `workspaceFolders`, otherwise the one root that older clients send. */
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

/** The folders after an event of `workspace/didChangeWorkspaceFolders`, whichever spelling of a folder it has. */
export function foldersAfter(folders: readonly string[], event: unknown): readonly string[] {
  const { added, removed } = (event ?? {}) as { readonly added?: unknown; readonly removed?: unknown };
  const gone = new Set(urisOf(removed).map(canonicalFolder));
  const now = [...folders.filter((uri) => !gone.has(canonicalFolder(uri))), ...urisOf(added)];
  return [...new Map(now.map((uri) => [canonicalFolder(uri), uri])).values()];
}

function urisOf(folders: unknown): readonly string[] {
  if (!Array.isArray(folders)) return [];
  return folders.map((folder) => (folder as { uri?: unknown } | null)?.uri).filter(isText);
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

/** The URI of an absolute path of any system; anything else is returned as it is. */
function uriOf(path: string): string {
  const encoded = (text: string) => text.split("/").map(encodeURIComponent).join("/");
  if (path.startsWith("/")) return `file://${encoded(path)}`;
  const slashed = path.replaceAll("\\", "/");
  if (/^[a-z]:\//i.test(slashed)) return `file:///${encoded(slashed)}`;
  return slashed.startsWith("//") ? `file:${encoded(slashed)}` : path;
}
