import { closest } from "../base/closest.ts";
import { message } from "../base/message.ts";
import { baseName, folderOf, relativeTo, resolveRelative } from "../base/uri.ts";
import { baseReferencesIn, isMarker } from "../model/layout.ts";
import type { Workspace } from "../model/workspace.ts";
import type { Finding } from "../rules/api/rule.ts";
import { scalarText } from "../schema/problems.ts";
import { isPrivateName } from "../syntax/private-names.ts";
import type { Fix } from "../syntax/problem.ts";
import { isScalarNode } from "../syntax/tree.ts";
import type { Context } from "./context.ts";
import { inStyle } from "./rename.ts";

/** The URIs of the files that a file may name in its `herite-de`: none of its establishment, and none of its heirs. */
export function possibleBases(context: Context): readonly string[] {
  const { workspace, snapshot, file } = context;
  const own = new Set(snapshot.members.map(({ uri }) => uri));
  return [...workspace.files.values()]
    .filter(({ uri, unreadable }) => !unreadable && uri !== file.uri && !own.has(uri) && !isMarker(uri))
    .filter(({ uri }) => !inheritsFrom(workspace, uri, file.uri))
    .map(({ uri }) => uri);
}

/** Whether a file inherits from a base, directly or through other bases. */
export function inheritsFrom(workspace: Workspace, uri: string, base: string): boolean {
  const reached = new Set([uri]);
  for (const next of reached) {
    const heir = workspace.files.get(next);
    for (const { value } of heir ? baseReferencesIn(heir) : [])
      reached.add(resolveRelative(next, value) ?? next);
  }
  return reached.has(base);
}

/** For a `herite-de` that names no file: fixes that name a file that may be meant. */
export function baseFixes(context: Context, { id, at }: Finding): readonly Fix[] {
  if (id !== "herite-de") return [];
  const { file, workspace } = context;
  const leaf = baseReferencesIn(file).find(({ node }) => node === at);
  const missing = leaf && resolveRelative(file.uri, leaf.value);
  if (!missing || workspace.files.get(missing)?.unreadable !== "missing") return [];
  const folder = folderOf(file.uri);
  const possible = possibleBases(context).filter((uri) => !isPrivateName(relativeTo(folder, uri)));
  return meantBases(missing, possible).map((uri) => {
    const path = relativeTo(folder, uri);
    const newText = isScalarNode(leaf.node) ? inStyle(leaf.node.style, path) : scalarText(path);
    return { title: message("Replace by “{0}”", path), safety: "probable", edits: [{ at, newText }] };
  });
}

/**
 * Which files may be meant by the URI of one that is missing: one of the same name in another folder, one of a similar
 * name in the same folder, or the only one in that folder. At most two.
 */
function meantBases(missing: string, possible: readonly string[]): readonly string[] {
  const moved = possible.filter((uri) => baseName(uri) === baseName(missing));
  if (moved.length > 0) return moved.length <= 2 ? moved : [];
  const beside = possible.filter((uri) => folderOf(uri) === folderOf(missing));
  const similar = new Set(closest(baseName(missing), beside.map(baseName)));
  if (similar.size > 0) return beside.filter((uri) => similar.has(baseName(uri)));
  return beside.length === 1 ? beside : [];
}
