import type { ChangeAnnotation, TextDocumentEdit, WorkspaceEdit } from "vscode-languageserver-types";
import type { Message } from "../base/message.ts";
import { rangeOf } from "../syntax/file.ts";
import { lineEndIn, withLineEnds } from "../syntax/line-ends.ts";
import type { Position } from "../syntax/positions.ts";
import type { CreatedFile, Edit, Fix } from "../syntax/problem.ts";
import type { TextEdit } from "../syntax/text-edits.ts";
import type { Context } from "./context.ts";

/** The part of a context that edits are built from: the client's capabilities, URIs and document versions. */
export type EditTarget = Pick<Context, "workspace" | "client" | "uri" | "version">;

/**
 * The LSP workspace edit for edits of any files: versioned if the client supports it, with the line ends of each file.
 * No other code builds workspace edits.
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

/**
 * An edit whose changes in some files, given by the client's URIs, have a label of their own: a client that shows the
 * edit before it is applied lists them under it. Unchanged if the client does not know labels.
 */
export function labelled(
  { client }: EditTarget,
  edit: WorkspaceEdit,
  isLabelled: (uri: string) => boolean,
  label: ChangeAnnotation,
): WorkspaceEdit {
  const { documentChanges } = edit;
  const has = documentChanges?.some((change) => isTextEdit(change) && isLabelled(change.textDocument.uri));
  if (!client.changeAnnotations || !documentChanges || !has) return edit;
  return {
    documentChanges: documentChanges.map((change) =>
      isTextEdit(change) && isLabelled(change.textDocument.uri)
        ? { ...change, edits: change.edits.map((one) => ({ ...one, annotationId: LABEL })) }
        : change,
    ),
    changeAnnotations: { [LABEL]: label },
  };
}

const LABEL = "label";

function isTextEdit(
  change: NonNullable<WorkspaceEdit["documentChanges"]>[number],
): change is TextDocumentEdit {
  return "textDocument" in change;
}

/** The workspace edit of a fix; `undefined` if it creates a file that exists, or that the client cannot create. */
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

/** The workspace edit that inserts a snippet into the file; `undefined` if the client takes no snippets in edits. */
export function snippetEdit(
  target: EditTarget & Pick<Context, "file">,
  at: Position,
  snippet: string,
): WorkspaceEdit | undefined {
  const { client, file, uri, version } = target;
  if (!client.snippetEdits || !client.documentChanges) return undefined;
  const value = withLineEnds(snippet, lineEndIn(file.root));
  return {
    documentChanges: [
      {
        textDocument: { uri: uri(file.uri), version: version(file.uri) },
        edits: [{ range: { start: at, end: at }, snippet: { kind: "snippet", value } }],
      },
    ],
  };
}

/**
 * The workspace edit that creates files, given by the client's URIs; `undefined` if the client cannot create files. It
 * fails if a file exists already.
 */
export function creationEdit(
  { client }: EditTarget,
  files: readonly CreatedFile[],
): WorkspaceEdit | undefined {
  if (!createsFiles(client)) return undefined;
  const start = { line: 0, character: 0 };
  return {
    documentChanges: files.flatMap(({ uri, text }) => [
      { kind: "create" as const, uri },
      { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: text }] },
    ]),
  };
}

/** One edit from several, of different files. */
export function joined(edits: readonly WorkspaceEdit[]): WorkspaceEdit {
  if (edits.every(({ documentChanges }) => documentChanges))
    return { documentChanges: edits.flatMap(({ documentChanges = [] }) => documentChanges) };
  return { changes: Object.assign({}, ...edits.map(({ changes }) => changes)) };
}

/** Whether a client can create files in a workspace edit. */
export function createsFiles({ creates, documentChanges }: EditTarget["client"]): boolean {
  return creates && documentChanges;
}

function byFile({ workspace }: EditTarget, edits: readonly Edit[]): ReadonlyMap<string, TextEdit[]> {
  const byUri = new Map<string, TextEdit[]>();
  for (const { at, newText } of edits) {
    const file = workspace.files.get(at.block.uri);
    if (!file) continue;
    const edit = { range: rangeOf(file, at), newText: withLineEnds(newText, lineEndIn(file.root)) };
    const fileEdits = byUri.get(file.uri);
    if (fileEdits) fileEdits.push(edit);
    else byUri.set(file.uri, [edit]);
  }
  return byUri;
}

/** A part of an edit that the user may take or leave. */
interface EditPart {
  readonly label: Message;
  readonly description?: Message;
  readonly edits: readonly Edit[];
  /** It is surely meant: where an editor shows the edit for another part, this one is chosen already. */
  readonly isSure?: boolean;
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
  const isShown = parts.some(({ edits, isSure }) => edits.length > 0 && isSure !== true);
  for (const [index, { label, description, edits, isSure }] of parts.entries()) {
    if (edits.length === 0) continue;
    const id = `part${index}`;
    annotations[id] = {
      label: target.localize(label),
      // At least one part has to need it, or nothing would be shown before it is changed.
      needsConfirmation: isSure !== true || !isShown,
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
