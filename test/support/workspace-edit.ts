import type { TextEdit, WorkspaceEdit } from "vscode-languageserver-types";
import { applyChange } from "../../server/src/syntax/change.ts";

/** The texts of files, by URI, after an edit as a client applies it. */
export function edited(
  texts: ReadonlyMap<string, string>,
  { changes = {}, documentChanges = [] }: WorkspaceEdit,
): ReadonlyMap<string, string> {
  const after = new Map(texts);
  for (const change of documentChanges) {
    if (!("kind" in change)) {
      const { uri } = change.textDocument;
      after.set(uri, editedText(after.get(uri) ?? "", change.edits as TextEdit[]));
    } else if (change.kind === "create" && !after.has(change.uri)) after.set(change.uri, "");
  }
  for (const [uri, edits] of Object.entries(changes)) {
    after.set(uri, editedText(after.get(uri) ?? "", edits));
  }
  return after;
}

function editedText(text: string, edits: readonly TextEdit[]): string {
  const place = ({ range: { start } }: TextEdit) => start.line * 1e6 + start.character;
  return [...edits].sort((a, b) => place(b) - place(a)).reduce(applied, text);
}

function applied(text: string, { range: { start, end }, newText }: TextEdit): string {
  return applyChange(text, {
    fromLine: start.line,
    fromCol: start.character,
    toLine: end.line,
    toCol: end.character,
    text: newText,
  });
}
