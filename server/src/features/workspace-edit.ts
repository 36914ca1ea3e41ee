import type { TextEdit, WorkspaceEdit } from "vscode-languageserver-types";
import { fileText, rangeOf } from "../syntax/file.ts";
import type { Edit } from "../syntax/problem.ts";
import type { Context } from "./context.ts";

/** Edits of any files as the protocol has them: versioned, where the client understands that. */
export function workspaceEdit(context: Context, edits: readonly Edit[]): WorkspaceEdit {
  const byUri = new Map<string, TextEdit[]>();
  for (const { at, newText } of edits) {
    const file = context.workspace.files.get(at.block.uri);
    if (!file) continue;
    const text = { range: rangeOf(file, at), newText: withLineEnds(newText, fileText(file)) };
    byUri.set(file.uri, [...(byUri.get(file.uri) ?? []), text]);
  }
  return editOf(context, byUri);
}

/** The same of edits that are placed already, by canonical URI. */
export function editOf(
  { client, uri, version }: Context,
  byUri: ReadonlyMap<string, TextEdit[]>,
): WorkspaceEdit {
  const all = [...byUri];
  if (!client.documentChanges)
    return { changes: Object.fromEntries(all.map(([one, edits]) => [uri(one), edits])) };
  return {
    documentChanges: all.map(([one, edits]) => ({
      textDocument: { uri: uri(one), version: version(one) },
      edits,
    })),
  };
}

function withLineEnds(newText: string, text: string): string {
  return text.includes("\r\n") ? newText.replace(/\r?\n/g, "\r\n") : newText;
}
