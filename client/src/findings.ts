import { type Diagnostic, languages, type TextEditor } from "vscode";

/** The findings that touch the selection of an editor. */
export function findingsAt(editor: TextEditor | undefined): readonly Diagnostic[] {
  if (!editor) return [];
  return languages
    .getDiagnostics(editor.document.uri)
    .filter(
      ({ source, range }) => source === "rentree" && range.intersection(editor.selection) !== undefined,
    );
}

/** The id of the rule that a finding is of; `undefined` if it is not a finding of the server. */
export function ruleOf({ source, code }: Diagnostic): string | undefined {
  const rule = typeof code === "object" ? code.value : code;
  return source !== "rentree" || rule === undefined ? undefined : String(rule);
}
