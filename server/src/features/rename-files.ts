import type { WorkspaceEdit } from "vscode-languageserver-types";
import { canonicalFolder, folderOf, isUnder, relativeTo, resolveRelative } from "../base/uri.ts";
import { baseReferencesIn } from "../model/layout.ts";
import type { File } from "../syntax/file.ts";
import type { Edit } from "../syntax/problem.ts";
import { isScalarNode } from "../syntax/tree.ts";
import type { SharedContext } from "./context.ts";
import { inStyle } from "./rename.ts";
import { workspaceEdit } from "./workspace-edit.ts";

/** Files and folders that a client is about to rename or move. */
interface FileRenames {
  readonly files: readonly { readonly oldUri: string; readonly newUri: string }[];
}

/**
 * The edit that keeps each `herite-de` leading to the same file when files or folders are renamed or moved: its path is
 * rewritten only where it would lead elsewhere. Null if nothing has to change. The client applies it before it renames.
 */
export function willRenameFiles(context: SharedContext, { files }: FileRenames): WorkspaceEdit | null {
  const renames = files.map(({ oldUri, newUri }) => ({
    from: canonicalFolder(oldUri),
    to: canonicalFolder(newUri),
  }));
  const after = (uri: string) => {
    const rename = renames.find(({ from }) => isUnder(uri, from));
    return rename ? rename.to + uri.slice(rename.from.length) : uri;
  };
  const edits = [...context.workspace.files.values()].flatMap((file) => editsIn(context, file, after));
  return edits.length > 0 ? workspaceEdit(context, edits) : null;
}

function editsIn({ workspace }: SharedContext, file: File, after: (uri: string) => string): readonly Edit[] {
  return baseReferencesIn(file).flatMap(({ value, node }) => {
    const base = resolveRelative(file.uri, value);
    if (base === undefined || !isScalarNode(node)) return [];
    const movedFile = after(file.uri);
    const movedBase = after(base);
    // What the client renames exists, even if the server has not read it yet: a file that was renamed a moment ago.
    const known = workspace.files.get(base);
    const exists = movedBase !== base || (known !== undefined && known.unreadable !== "missing");
    if (!exists || resolveRelative(movedFile, value) === movedBase) return [];
    return { at: node, newText: inStyle(node.style, relativeTo(folderOf(movedFile), movedBase)) };
  });
}
