import { Workspace } from "../../server/src/model/workspace.ts";
import { applyChange } from "../../server/src/syntax/change.ts";
import { changeFile, type File, fileText, parseFile, unreadable } from "../../server/src/syntax/file.ts";
import { checklistOf, findingsOf } from "../support/analysis.ts";
import { ROOT } from "../support/fixture.ts";
import { difference, treesDiffer } from "./difference.ts";

/** The files of a workspace: texts by path. */
export type Texts = { readonly [path: string]: string };

/** One change of a workspace, and the queries that follow it: all, unless `asked` limits them. */
export type HistoryStep = (
  | { readonly in: string; readonly at: EditedRange; readonly text: string }
  | { readonly open: string; readonly text: string }
  | { readonly drop: string }
  | { readonly day: string }
) & { readonly asked?: Asked };

/** `nothing`: the next change follows before any query. `findings`: only what the server computes in each round. */
export type Asked = "nothing" | "findings";

/** Start and end of a range, as line and UTF-16 column. */
export type EditedRange = readonly [line: number, col: number, toLine: number, toCol: number];

/** A workspace, and the changes made to it. */
export interface History {
  readonly texts: Texts;
  readonly steps: readonly HistoryStep[];
}

const DAY = "2026-08-25";
const BOM = "\uFEFF";

/** Applies changes to a workspace as the server's store does, and keeps the texts that result from them. */
export class Replay {
  /** The text of each file; `null` for a base that is named but does not exist. */
  readonly texts = new Map<string, string | null>();
  workspace: Workspace;

  constructor(texts: Texts) {
    this.workspace = Workspace.empty([ROOT], DAY);
    const files = Object.entries(texts).map(([path, text]) => this.#opened(path, text));
    this.workspace = this.workspace.with(files);
    this.#fetchBases();
  }

  /** Applies a change. */
  apply(step: HistoryStep): void {
    if ("day" in step) this.workspace = this.workspace.at({ today: step.day });
    else if ("open" in step) this.#put(this.#opened(step.open, step.text));
    else if ("drop" in step) {
      this.texts.delete(step.drop);
      this.#put([uriOf(step.drop), undefined]);
    } else this.#change(step.in, step.at, step.text);
  }

  /** Makes the queries that the server makes in a round. */
  ask(asked?: Asked): void {
    if (asked === "nothing") return;
    findingsOf(this.workspace);
    if (asked === undefined) checklistOf(this.workspace, "fr");
  }

  /** The first difference between the incremental state and one computed from the texts alone; `undefined` if equal. */
  difference(asked?: Asked): string | undefined {
    for (const [path, text] of this.texts) {
      const file = this.workspace.files.get(uriOf(path));
      if (!file) return `${path}: no such file`;
      if (text !== null && !file.unreadable && fileText(file) !== text) return `${path}: another text`;
    }
    const fresh = this.#fresh();
    return asked === "nothing"
      ? treesDiffer(this.workspace, fresh)
      : difference(this.workspace, fresh, asked === undefined);
  }

  #fresh(): Workspace {
    const files = [...this.texts]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([path, text]) => [uriOf(path), parsed(uriOf(path), text)] as const);
    return Workspace.empty([ROOT], this.workspace.today).with(files);
  }

  #opened(path: string, text: string): readonly [string, File] {
    const uri = uriOf(path);
    this.texts.set(path, text.startsWith(BOM) ? text.slice(1) : text);
    return [uri, parseFile(uri, text, this.workspace.files.get(uri))];
  }

  #change(path: string, [fromLine, fromCol, toLine, toCol]: EditedRange, text: string): void {
    const uri = uriOf(path);
    const file = this.workspace.files.get(uri);
    const before = this.texts.get(path);
    // An unreadable file has no text to edit; only opening it again changes it.
    if (!file || file.unreadable || typeof before !== "string") return;
    this.texts.set(path, applyChange(before, { fromLine, fromCol, toLine, toCol, text }));
    const range = { start: { line: fromLine, character: fromCol }, end: { line: toLine, character: toCol } };
    this.#put([uri, changeFile(file, range, text)]);
  }

  #put(change: readonly [string, File | undefined]): void {
    this.workspace = this.workspace.with([change]);
    this.#fetchBases();
  }

  /** Marks bases that are named but do not exist as missing, as the store does. */
  #fetchBases(): void {
    const { basesToRead: wanted } = this.workspace.layout;
    if (wanted.length === 0) return;
    for (const uri of wanted) this.texts.set(pathOf(uri), null);
    this.workspace = this.workspace.with(wanted.map((uri) => [uri, unreadable(uri, "missing")] as const));
    this.#fetchBases();
  }
}

/** Parses a text. A byte order mark that was typed is text: only the first one of a file is skipped. */
function parsed(uri: string, text: string | null): File {
  if (text === null) return unreadable(uri, "missing");
  return parseFile(uri, text.startsWith(BOM) ? BOM + text : text);
}

/** The step after which a history has a mismatch, and the mismatch; -1 is the state before all steps. */
export interface Failure {
  readonly step: number;
  readonly what: string;
}

/** Replays a history up to the first mismatch; `undefined` if there is none. */
export function failureOf({ texts, steps }: History): Failure | undefined {
  let replay: Replay | undefined;
  for (let step = -1; step < steps.length; step++) {
    const what = troubleWith(() => {
      const next = steps[step];
      replay ??= new Replay(texts);
      if (next) replay.apply(next);
      replay.ask(next?.asked);
      return replay.difference(next?.asked);
    });
    if (what !== undefined) return { step, what };
  }
  return undefined;
}

/** The mismatch that `run` returns, or the error that it throws. */
export function troubleWith(run: () => string | undefined): string | undefined {
  try {
    return run();
  } catch (error) {
    return `throws ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  }
}

function uriOf(path: string): string {
  return `${ROOT}/${path}`;
}

function pathOf(uri: string): string {
  return uri.slice(ROOT.length + 1);
}
