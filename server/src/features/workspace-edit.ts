import type { TextEdit, WorkspaceEdit } from "vscode-languageserver-types";
import { anyLeaf } from "../syntax/blocks.ts";
import { type File, rangeOf } from "../syntax/file.ts";
import type { Edit, Fix } from "../syntax/problem.ts";
import type { Context } from "./context.ts";

/** Edits of any files as the protocol has them: versioned, where the client understands that. */
export function workspaceEdit(context: Context, edits: readonly Edit[]): WorkspaceEdit {
  const byUri = new Map<string, TextEdit[]>();
  for (const { at, newText } of edits) {
    const file = context.workspace.files.get(at.block.uri);
    if (!file) continue;
    const text = { range: rangeOf(file, at), newText: withLineEnds(newText, file) };
    const others = byUri.get(file.uri);
    if (others) others.push(text);
    else byUri.set(file.uri, [text]);
  }
  return editOf(context, byUri);
}

/** A fix as the protocol has it; none where it writes a file that is there, or that the client could not create. */
export function fixEdit(context: Context, { edits, creates = [] }: Fix): WorkspaceEdit | undefined {
  const edit = workspaceEdit(context, edits);
  if (creates.length === 0) return edit;
  const { client, uri, workspace } = context;
  if (!client.creates || !edit.documentChanges || creates.some((file) => workspace.files.has(file.uri))) {
    return undefined;
  }
  const start = { line: 0, character: 0 };
  const created = creates.flatMap(({ uri: one, text }) => [
    { kind: "create" as const, uri: uri(one) },
    {
      textDocument: { uri: uri(one), version: null },
      edits: [{ range: { start, end: start }, newText: text }],
    },
  ]);
  return { documentChanges: [...created, ...edit.documentChanges] };
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

const hasCrlf = anyLeaf(({ text }) => text.includes("\r\n"));

function withLineEnds(newText: string, { root }: File): string {
  return newText.includes("\n") && hasCrlf(root) ? newText.replace(/\r?\n/g, "\r\n") : newText;
}
