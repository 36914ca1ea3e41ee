import type { ChangeAnnotation, TextDocumentEdit, WorkspaceEdit } from "vscode-languageserver-types";
import type { Message } from "../base/message.ts";
import { rangeOf } from "../syntax/file.ts";
import { lineEndIn, withLineEnds } from "../syntax/line-ends.ts";
import type { Position } from "../syntax/positions.ts";
import type { CreatedFile, Edit, Fix } from "../syntax/problem.ts";
import { type TextEdit, textEditsBetween } from "../syntax/text-edits.ts";
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

function isTextEdit(change: Change): change is TextDocumentEdit {
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
  const value = withLineEnds(snippet, lineEndIn(file));
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
  // All files, and then all texts: an editor makes one step of changes that follow each other and are of one kind, and
  // takes back several files at once, of which it may have closed some.
  return {
    documentChanges: [
      ...files.map(({ uri }) => ({ kind: "create" as const, uri })),
      ...files.map(({ uri, text }) => ({
        textDocument: { uri, version: null },
        edits: [{ range: NOWHERE, newText: text }],
      })),
    ],
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
    const edit = { range: rangeOf(file, at), newText: withLineEnds(newText, lineEndIn(file)) };
    const fileEdits = byUri.get(file.uri);
    if (fileEdits) fileEdits.push(edit);
    else byUri.set(file.uri, [edit]);
  }
  return byUri;
}

/** A part of an edit that the user may take or leave. */
export interface EditPart {
  readonly label: Message;
  readonly description?: Message;
  readonly edits?: readonly Edit[];
  /** New files, by the client's URIs. */
  readonly creates?: readonly CreatedFile[];
  /** Next texts of files, by canonical URIs. */
  readonly rewrites?: readonly RewrittenFile[];
  /** It is surely meant: where an editor shows the edit for another part, this one is chosen already. */
  readonly isSure?: boolean;
}

/** A file with its text before and after an edit. */
export interface RewrittenFile {
  readonly uri: string;
  readonly before: string;
  readonly after: string;
}

/**
 * One edit of several parts. An editor that knows labels shows them before anything is changed, and lets the user leave out
 * some; others apply all of them. Where all parts are sure, each is left out unless it is chosen; with `end`, an empty edit
 * of this label is left out in their place, so that the editor shows all as chosen.
 */
export function labelledParts(
  target: EditTarget & Pick<Context, "localize">,
  parts: readonly EditPart[],
  end?: Message,
): WorkspaceEdit {
  const { changeAnnotations, documentChanges: isVersioned } = target.client;
  if (!isVersioned)
    return workspaceEdit(
      target,
      parts.flatMap(({ edits = [] }) => edits),
    );
  const whole = parts.map((part) => changesOf(target, part));
  if (!changeAnnotations) return { documentChanges: merged(whole.flat()) };
  const annotations: Record<string, ChangeAnnotation> = {};
  const changes: Change[] = [];
  const isShown = parts.some(({ isSure }, at) => whole[at]?.length !== 0 && isSure !== true);
  for (const [index, { label, description, isSure }] of parts.entries()) {
    const own = whole[index] ?? [];
    if (own.length === 0) continue;
    const id = `part${index}`;
    annotations[id] = {
      label: target.localize(label),
      // At least one part has to need it, or nothing would be shown before it is changed.
      needsConfirmation: isSure !== true || !(isShown || end),
      ...(description ? { description: target.localize(description) } : undefined),
    };
    changes.push(...own.map((change) => annotated(change, id)));
  }
  const last = end && !isShown ? changes.findLast(isTextEdit) : undefined;
  if (end && last) {
    annotations["end"] = { label: target.localize(end), needsConfirmation: true };
    changes.push(annotated({ ...last, edits: [NO_EDIT] }, "end"));
  }
  return { documentChanges: merged(changes), changeAnnotations: annotations };
}

type Change = NonNullable<WorkspaceEdit["documentChanges"]>[number];

const START = { line: 0, character: 0 };
const NOWHERE = { start: START, end: START };
const NO_EDIT = { range: NOWHERE, newText: "" };

function changesOf(
  target: EditTarget,
  { edits = [], creates = [], rewrites = [] }: EditPart,
): readonly Change[] {
  return [
    ...(creationEdit(target, creates)?.documentChanges ?? []),
    ...rewrites.map(({ uri, before, after }) => ({
      textDocument: { uri: target.uri(uri), version: target.version(uri) },
      edits: [...textEditsBetween(before, after)],
    })),
    ...(workspaceEdit(target, edits).documentChanges ?? []),
  ];
}

function annotated(change: Change, annotationId: string): Change {
  return isTextEdit(change)
    ? { ...change, edits: change.edits.map((edit) => ({ ...edit, annotationId })) }
    : { ...change, annotationId };
}

/** New files first, then one change for each file: the ranges of all its edits mean the text before. */
function merged(changes: readonly Change[]): Change[] {
  const byUri = new Map<string, Change>();
  for (const change of changes) {
    if (!isTextEdit(change)) {
      byUri.set(`${change.kind} ${"uri" in change ? change.uri : change.newUri}`, change);
      continue;
    }
    const { uri } = change.textDocument;
    const known = byUri.get(uri);
    byUri.set(
      uri,
      known && isTextEdit(known) ? { ...known, edits: [...known.edits, ...change.edits] } : change,
    );
  }
  const all = [...byUri.values()];
  return [...all.filter((one) => !isTextEdit(one)), ...all.filter(isTextEdit)];
}
