import type { WorkspaceEdit } from "vscode-languageserver-types";
import { baseName } from "../base/uri.ts";
import { isMarker } from "../model/layout.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { type File, fileText, parseFile, rangeOf, spanIn } from "../syntax/file.ts";
import type { Edit } from "../syntax/problem.ts";
import { applyTextEdits, textEditsBetween } from "../syntax/text-edits.ts";
import type { Pair } from "../syntax/tree.ts";
import { folderNamed } from "./checklist.ts";
import { emptyTickFile } from "./step-lines.ts";
import { createsFiles, creationEdit, type EditTarget, joined, workspaceEdit } from "./workspace-edit.ts";

const NAME = "deroulement.pronote.yaml";
const FILE = /^deroulement\.pronote\.ya?ml$/i;

/**
 * The files of an establishment while several of its ticks are written one after another: each finds what those before it
 * wrote. In the end they become one edit.
 */
export class TickFiles {
  readonly #target: EditTarget;
  readonly #snapshot: Snapshot;
  readonly #files: Map<string, File>;
  readonly #before: ReadonlyMap<string, File>;

  constructor(target: EditTarget, snapshot: Snapshot) {
    this.#target = target;
    this.#snapshot = snapshot;
    this.#files = new Map(snapshot.members.map((file) => [file.uri, file]));
    this.#before = new Map(this.#files);
  }

  get members(): readonly File[] {
    return [...this.#files.values()];
  }

  /** The entries of a step. */
  entriesOf(slug: string): readonly Pair[] {
    return this.members.flatMap((file) => entriesIn(file).filter(({ key }) => key.text === slug));
  }

  /**
   * Where a new entry goes: into the file that is named after ticks or holds some, else into one of its own, else beside the
   * other sections. `undefined` if there is no file at all.
   */
  holder(): File | undefined {
    return (
      tickFileIn(this.members) ??
      (createsFiles(this.#target.client)
        ? parseFile(`${this.#snapshot.folder}/${NAME}`, emptyTickFile())
        : this.members.find(({ uri }) => isMarker(uri)))
    );
  }

  /** Applies edits of these files, or of a holder that is still to be created. */
  apply(edits: readonly Edit[], holder?: File): void {
    if (holder && !this.#files.has(holder.uri)) this.#files.set(holder.uri, holder);
    for (const file of this.members) {
      const own = edits
        .filter(({ at }) => at.block.uri === file.uri)
        .map(({ at, newText }) => ({ range: rangeOf(file, at), newText }));
      if (own.length === 0) continue;
      this.#files.set(file.uri, parseFile(file.uri, applyTextEdits(fileText(file), own), file));
    }
  }

  /** What was written since the beginning; `undefined` if nothing was. */
  edit(): WorkspaceEdit | undefined {
    const changes = this.members.flatMap((file) => {
      const before = this.#before.get(file.uri);
      return before && before !== file ? editsBetween(before, file) : [];
    });
    const created = this.members.filter((file) => !this.#before.has(file.uri));
    const edits = [
      ...(changes.length > 0 ? [workspaceEdit(this.#target, changes)] : []),
      ...created.flatMap((file) => creationEdit(this.#target, [this.#newFile(file)]) ?? []),
    ];
    return edits.length === 0 ? undefined : joined(edits);
  }

  #newFile(file: File) {
    const folder = folderNamed(this.#snapshot, this.#target.uri);
    return { uri: `${folder}/${baseName(file.uri)}`, text: fileText(file) };
  }
}

function editsBetween(before: File, after: File): readonly Edit[] {
  return textEditsBetween(fileText(before), fileText(after)).map(({ range, newText }) => ({
    at: spanIn(before, range),
    newText,
  }));
}

/** The file of an establishment that is named after ticks, else the first that holds some. */
export function tickFileIn(members: readonly File[]): File | undefined {
  return members.find(isTickFile) ?? members.find((file) => entriesIn(file).length > 0);
}

/** Whether a file is named after ticks: nothing else is written there. */
export function isTickFile({ uri }: File): boolean {
  return FILE.test(baseName(uri));
}

/** The entries of the section of ticks in a file. */
function entriesIn({ root }: File): readonly Pair[] {
  const section = root.pairs.find(({ key }) => key.text === "deroulement");
  return section?.value.kind === "map" ? section.value.pairs : [];
}

/** Whether a file has the section of ticks, whatever it contains. */
export function hasTicks({ root }: File): boolean {
  return root.pairs.some(({ key }) => key.text === "deroulement");
}
