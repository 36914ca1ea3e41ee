import type { ChangeAnnotation, TextDocumentEdit, WorkspaceEdit } from "vscode-languageserver-types";
import type { Message } from "../base/message.ts";
import type { Edit } from "../syntax/problem.ts";
import type { Context } from "./context.ts";
import { type EditTarget, workspaceEdit } from "./workspace-edit.ts";

/** A part of an edit that the user may take or leave. */
interface EditPart {
  readonly label: Message;
  readonly description?: Message;
  readonly edits: readonly Edit[];
}

/**
 * One edit of several parts. An editor that knows labels shows them before anything is changed, and lets the user leave out
 * some; others apply all of them.
 */
export function labelledParts(
  target: EditTarget & Pick<Context, "localize">,
  parts: readonly EditPart[],
): WorkspaceEdit {
  const whole = workspaceEdit(
    target,
    parts.flatMap(({ edits }) => edits),
  );
  if (!target.client.changeAnnotations || !target.client.documentChanges) return whole;
  const annotations: Record<string, ChangeAnnotation> = {};
  const documentChanges: TextDocumentEdit[] = [];
  for (const [index, { label, description, edits }] of parts.entries()) {
    if (edits.length === 0) continue;
    const id = `part${index}`;
    annotations[id] = {
      label: target.localize(label),
      needsConfirmation: true,
      ...(description ? { description: target.localize(description) } : undefined),
    };
    for (const change of workspaceEdit(target, edits).documentChanges ?? [])
      if ("textDocument" in change)
        documentChanges.push({
          ...change,
          edits: change.edits.map((edit) => ({ ...edit, annotationId: id })),
        });
  }
  return { documentChanges: merged(documentChanges), changeAnnotations: annotations };
}

/** One change for each file: the ranges of all its edits mean the text before. */
function merged(changes: readonly TextDocumentEdit[]): TextDocumentEdit[] {
  const byUri = new Map<string, TextDocumentEdit>();
  for (const change of changes) {
    const { uri } = change.textDocument;
    const known = byUri.get(uri);
    byUri.set(uri, known ? { ...known, edits: [...known.edits, ...change.edits] } : change);
  }
  return [...byUri.values()];
}
