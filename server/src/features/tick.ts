import type { WorkspaceEdit } from "vscode-languageserver-types";
import { type Message, message } from "../base/message.ts";
import { baseName, canonicalUri } from "../base/uri.ts";
import type { ChecklistStep } from "../checklist/step.ts";
import { stepsOf } from "../checklist/steps.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { type ItemSpec, items } from "../schema/checklist.ts";
import { leavesOf } from "../syntax/blocks.ts";
import { commentsIn } from "../syntax/comments.ts";
import { locateEntry, removeEntry, replaceValue } from "../syntax/edit.ts";
import { lastLineInBlock } from "../syntax/positions.ts";
import type { Edit } from "../syntax/problem.ts";
import type { Node, Pair, Span } from "../syntax/tree.ts";
import type { RefusedTick, TickArgument } from "./checklist-protocol.ts";
import { type Context, Refusal, refusal } from "./context.ts";
import { annotate } from "./tick-annotation.ts";
import { entryValue } from "./tick-entry.ts";
import { hasTicks, isTickFile, TickFiles } from "./tick-files.ts";
import { entryInserted } from "./tick-line.ts";
import { refusalOf, refusalToWrite } from "./tick-refusal.ts";
import { type EditTarget, joined } from "./workspace-edit.ts";

/** What ticks are written with: the engine, the client and its names of files, the language of refusals. */
export type TickTarget = EditTarget & Pick<Context, "analysis" | "localize">;

/** The edit that several ticks become, and those that could not be written. */
export interface Ticked {
  /** Absent if there is nothing to write. */
  readonly edit?: WorkspaceEdit;
  readonly refused: readonly RefusedTick[];
}

/**
 * The edit that writes down, in one line of `deroulement` each, what a person says of steps; one edit for all of them. What
 * cannot be written without losing or contradicting what stands there is refused, the others are written nevertheless.
 */
export function ticks(target: TickTarget, wanted: readonly TickArgument[]): Ticked {
  const schools = new Map<string, School | undefined>();
  const refused: RefusedTick[] = [];
  for (const argument of wanted) {
    const folder = canonicalUri(argument.establishment);
    if (!schools.has(folder)) schools.set(folder, schoolIn(target, folder));
    const school = schools.get(folder);
    const reason = school ? school.write(argument) : message("The establishment is not there any more.");
    if (!reason) continue;
    const { establishment, slug } = argument;
    refused.push({ establishment, slug, reason: refusal(target, reason).message });
  }
  const edits = [...schools.values()].flatMap((school) => school?.files.edit() ?? []);
  return { ...(edits.length > 0 ? { edit: joined(edits) } : undefined), refused };
}

/** The same for one tick; `undefined` if there is nothing to write. Throws a `Refusal` if it cannot be written. */
export function tick(target: TickTarget, argument: TickArgument): WorkspaceEdit | undefined {
  const { edit, refused } = ticks(target, [argument]);
  if (refused[0]) throw new Refusal(refused[0].reason);
  return edit;
}

function schoolIn(target: TickTarget, folder: string): School | undefined {
  const snapshot = target.workspace.establishmentIn(folder);
  return snapshot && new School(target, snapshot);
}

/** An establishment while its ticks are written. */
class School {
  readonly files: TickFiles;
  readonly #snapshot: Snapshot;
  readonly #steps: ReadonlyMap<string, ChecklistStep>;

  constructor(target: TickTarget, snapshot: Snapshot) {
    this.files = new TickFiles(target, snapshot);
    this.#snapshot = snapshot;
    const steps = stepsOf(snapshot, target.analysis.establishmentFindings(snapshot), target.analysis.onFault);
    this.#steps = new Map(steps.map((step) => [step.item.slug, step]));
  }

  /** Writes a tick into the files, or returns why it is refused. */
  write(argument: TickArgument): Message | undefined {
    const step = this.#steps.get(argument.slug);
    if (!step) return message("The checklist has no such step any more.");
    const holder = this.files.holder();
    const relevant = [...this.files.members.filter((file) => hasTicks(file)), ...(holder ? [holder] : [])];
    const reason =
      refusalOf(step, argument, this.#snapshot.today) ??
      refusalToWrite([...new Set(relevant)], argument.slug);
    if (reason) return reason;
    const written = this.files.entriesOf(argument.slug);
    if (argument.action === "annote" && written.length > 0) {
      annotate(this.files, argument);
      return undefined;
    }
    const value = entryValue(this.#snapshot, step, argument);
    if (written.length === 0) return value === undefined ? undefined : this.#add(step.item, value);
    this.files.apply(rewritten(written, value));
    return undefined;
  }

  #add(item: ItemSpec, value: string): Message | undefined {
    const holder = this.files.holder();
    const entry = { slug: item.slug, value, isAbove: follows(item) };
    const edits = holder ? entryInserted(holder, { ...entry, reserves: isTickFile(holder) }) : [];
    if (edits.length > 0) {
      this.files.apply(edits, holder);
      return undefined;
    }
    const name = baseName(holder?.uri ?? this.#snapshot.folder);
    return message("Nothing was written: no line can be added to “{0}” as it is written.", name);
  }
}

/** The first entry says it, where it stands; others of the same item would contradict it. */
function rewritten(entries: readonly Pair[], value: string | undefined): readonly Edit[] {
  return entries.flatMap((pair, index) =>
    index === 0 && value !== undefined
      ? [...commentsKept(pair), replaceValue(pair.value, value)]
      : removed(pair),
  );
}

/** The comments inside an entry of several lines, which becomes one line: they move above it. */
function commentsKept({ block, key, value }: Pair): readonly Edit[] {
  const inside = leavesOf(block)
    .flatMap(commentsIn)
    .filter((comment) => comment.block === value.block && isBefore(comment, value));
  if (inside.length === 0) return [];
  const at: Span = { block, line: key.line, col: key.col, endLine: key.line, endCol: key.col };
  const indent = " ".repeat(key.col);
  return [{ at, newText: inside.map(({ text }) => `${text}\n${indent}`).join("") }];
}

/** Whether a comment stands before the end of a value. */
function isBefore(comment: Span, value: Node): boolean {
  const isBelowKey = value.kind !== "absent" && value.kind !== "scalar" && comment.line >= value.line;
  return isBelowKey && comment.line < lastLineInBlock(value);
}

function removed(pair: Pair): readonly Edit[] {
  const place = locateEntry(pair.key, pair);
  return place ? removeEntry(place) : [];
}

/** Whether an entry stands above this item's: in the order of the checklist, so that branches seldom meet in one line. */
function follows(item: ItemSpec): (slug: string) => boolean {
  const index = items.indexOf(item);
  return (slug) => items.findIndex((one) => one.slug === slug) < index;
}
