import type { WorkspaceEdit } from "vscode-languageserver-types";
import { rangeOf } from "../syntax/file.ts";
import { lineEndIn, withLineEnds } from "../syntax/line-ends.ts";
import type { Edit, Fix } from "../syntax/problem.ts";
import type { TextEdit } from "../syntax/text-edits.ts";
import type { Context } from "./context.ts";

/** What an edit is built for: a client, with its names and versions of documents. */
export type EditTarget = Pick<Context, "workspace" | "client" | "uri" | "version">;

/** A file to be created, by the URI that the client is told. */
interface NewDocument {
  readonly uri: string;
  readonly text: string;
}

/** Edits of any files as the protocol has them: versioned, where the client understands that. */
export function workspaceEdit(target: EditTarget, edits: readonly Edit[]): WorkspaceEdit {
  const byUri = new Map<string, TextEdit[]>();
  for (const { at, newText } of edits) {
    const file = target.workspace.files.get(at.block.uri);
    if (!file) continue;
    const text = { range: rangeOf(file, at), newText: withLineEnds(newText, lineEndIn(file.root)) };
    const others = byUri.get(file.uri);
    if (others) others.push(text);
    else byUri.set(file.uri, [text]);
  }
  return editOf(target, byUri);
}

/** A fix as the protocol has it; none where it writes a file that is there, or that the client could not create. */
export function fixEdit(target: EditTarget, { edits, creates = [] }: Fix): WorkspaceEdit | undefined {
  const edit = workspaceEdit(target, edits);
  if (creates.length === 0) return edit;
  if (creates.some(({ uri }) => target.workspace.files.has(uri))) return undefined;
  const created = creation(
    target,
    creates.map(({ uri, text }) => ({ uri: target.uri(uri), text })),
  );
  return created && { documentChanges: [...created, ...(edit.documentChanges ?? [])] };
}

/** A file with its first text; nothing where the client could not create it. An edit on a file that exists fails. */
export function creationOf(target: EditTarget, file: NewDocument): WorkspaceEdit | undefined {
  const documentChanges = creation(target, [file]);
  return documentChanges && { documentChanges };
}

/** The same as `workspaceEdit`, of edits that are placed already, by canonical URI. */
export function editOf(
  { client, uri, version }: EditTarget,
  byUri: ReadonlyMap<string, readonly TextEdit[]>,
): WorkspaceEdit {
  const all = [...byUri];
  if (!client.documentChanges)
    return { changes: Object.fromEntries(all.map(([one, edits]) => [uri(one), [...edits]])) };
  return {
    documentChanges: all.map(([one, edits]) => ({
      textDocument: { uri: uri(one), version: version(one) },
      edits: [...edits],
    })),
  };
}

function creation(
  { client }: EditTarget,
  files: readonly NewDocument[],
): NonNullable<WorkspaceEdit["documentChanges"]> | undefined {
  if (!client.creates || !client.documentChanges) return undefined;
  const start = { line: 0, character: 0 };
  return files.flatMap(({ uri, text }) => [
    { kind: "create" as const, uri },
    { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: text }] },
  ]);
}
