import type { WorkspaceEdit } from "vscode-languageserver-types";
import { rangeOf } from "../syntax/file.ts";
import { lineEndIn, withLineEnds } from "../syntax/line-ends.ts";
import type { CreatedFile, Edit, Fix } from "../syntax/problem.ts";
import type { TextEdit } from "../syntax/text-edits.ts";
import type { Context } from "./context.ts";

/** What an edit is built for: a client, with its names and versions of documents. */
export type EditTarget = Pick<Context, "workspace" | "client" | "uri" | "version">;

/**
 * Edits of any files as the protocol has them: versioned, where the client understands that; what is written ends its lines
 * as the file does. The one place in which such edits are built.
 */
export function workspaceEdit(target: EditTarget, edits: readonly Edit[]): WorkspaceEdit {
  const all = [...byFile(target, edits)];
  if (!target.client.documentChanges)
    return { changes: Object.fromEntries(all.map(([uri, list]) => [target.uri(uri), list])) };
  return {
    documentChanges: all.map(([uri, list]) => ({
      textDocument: { uri: target.uri(uri), version: target.version(uri) },
      edits: list,
    })),
  };
}

/** A fix as the protocol has it; none where it writes a file that is there, or that the client could not create. */
export function fixEdit(target: EditTarget, { edits, creates = [] }: Fix): WorkspaceEdit | undefined {
  const edit = workspaceEdit(target, edits);
  if (creates.length === 0) return edit;
  if (creates.some(({ uri }) => target.workspace.files.has(uri))) return undefined;
  const created = creationEdit(
    target,
    creates.map(({ uri, text }) => ({ uri: target.uri(uri), text })),
  );
  return (
    created && { documentChanges: [...(created.documentChanges ?? []), ...(edit.documentChanges ?? [])] }
  );
}

/**
 * Files with their first texts, by the URIs that the client is told; nothing where the client could not create them. An
 * edit on a file that exists fails.
 */
export function creationEdit(
  { client }: EditTarget,
  files: readonly CreatedFile[],
): WorkspaceEdit | undefined {
  if (!client.creates || !client.documentChanges) return undefined;
  const start = { line: 0, character: 0 };
  return {
    documentChanges: files.flatMap(({ uri, text }) => [
      { kind: "create" as const, uri },
      { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: text }] },
    ]),
  };
}

function byFile({ workspace }: EditTarget, edits: readonly Edit[]): ReadonlyMap<string, TextEdit[]> {
  const byUri = new Map<string, TextEdit[]>();
  for (const { at, newText } of edits) {
    const file = workspace.files.get(at.block.uri);
    if (!file) continue;
    const edit = { range: rangeOf(file, at), newText: withLineEnds(newText, lineEndIn(file.root)) };
    const others = byUri.get(file.uri);
    if (others) others.push(edit);
    else byUri.set(file.uri, [edit]);
  }
  return byUri;
}
