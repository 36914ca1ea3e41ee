import type { Workspace } from "../../model/workspace.ts";
import { leavesOf } from "../../syntax/blocks.ts";
import { changeFile, type File, fileText, parseFile, rangeOf, spanIn } from "../../syntax/file.ts";
import { comparePositions } from "../../syntax/positions.ts";
import type { CreatedFile, Edit } from "../../syntax/problem.ts";
import { textEditsBetween } from "../../syntax/text-edits.ts";

/**
 * A workspace that is changed step by step, to be turned into one edit at the end. Each step sees the files as the steps
 * before it left them.
 */
export class Draft {
  readonly before: Workspace;
  readonly #created: string[] = [];
  #workspace: Workspace;

  constructor(workspace: Workspace) {
    this.before = workspace;
    this.#workspace = workspace;
  }

  /** The workspace after the steps so far. */
  get workspace(): Workspace {
    return this.#workspace;
  }

  /** The files that the draft creates, with their current texts. */
  get creates(): readonly CreatedFile[] {
    return this.#created.flatMap((uri) => {
      const file = this.file(uri);
      return file ? [{ uri, text: fileText(file) }] : [];
    });
  }

  /** The current version of a file; `undefined` if there is none. */
  file(uri: string): File | undefined {
    return this.#workspace.files.get(uri);
  }

  /** Changes a file by edits whose spans are in its current version. */
  apply(uri: string, edits: readonly Edit[]): void {
    const file = this.file(uri);
    if (!file) return;
    const ranges = edits
      .map(({ at, newText }) => ({ range: rangeOf(file, at), newText }))
      .toSorted((a, b) => comparePositions(b.range.start, a.range.start));
    const after = ranges.reduce((current, { range, newText }) => changeFile(current, range, newText), file);
    this.#workspace = this.#workspace.with([[uri, after]]);
  }

  /** Adds a file. */
  create(uri: string, text: string): void {
    this.#created.push(uri);
    this.#workspace = this.#workspace.with([[uri, parseFile(uri, text)]]);
  }

  /** The changes of files that were there before, with spans in those. */
  edits(): ReadonlyMap<string, readonly Edit[]> {
    return editsBetween(this.before, this.#workspace);
  }
}

/** The edits, by file, from one version of a workspace to another; their spans are in the former. */
export function editsBetween(before: Workspace, after: Workspace): ReadonlyMap<string, readonly Edit[]> {
  const changed = new Map<string, readonly Edit[]>();
  for (const [uri, file] of before.files) {
    const changedFile = after.files.get(uri);
    if (!changedFile || changedFile === file) continue;
    const edits = textEditsBetween(fileText(file), fileText(changedFile));
    changed.set(
      uri,
      edits.map(({ range, newText }) => ({ at: spanIn(file, range), newText })),
    );
  }
  return changed;
}

/** Whether a draft makes a text that has more faults than before. */
export function breaksSyntax(draft: Draft): boolean {
  const uris = [...draft.edits().keys(), ...draft.creates.map(({ uri }) => uri)];
  return uris.some((uri) => faultsIn(draft.file(uri)) > faultsIn(draft.before.files.get(uri)));
}

function faultsIn(file: File | undefined): number {
  return file ? leavesOf(file.root).reduce((sum, { faults }) => sum + faults.length, 0) : 0;
}
