import type { WorkspaceEdit } from "vscode-languageserver-types";
import { message } from "../base/message.ts";
import { baseName, canonicalUri } from "../base/uri.ts";
import { stepsOf } from "../checklist/steps.ts";
import { isMarker } from "../model/layout.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { type ItemSpec, items } from "../schema/checklist.ts";
import { leavesOf } from "../syntax/blocks.ts";
import { commentsIn } from "../syntax/comments.ts";
import { locateEntry, removeEntry, replaceValue } from "../syntax/edit.ts";
import type { File } from "../syntax/file.ts";
import { lastLineInBlock } from "../syntax/positions.ts";
import type { Edit } from "../syntax/problem.ts";
import type { Node, Pair, Span } from "../syntax/tree.ts";
import { folderNamed } from "./checklist.ts";
import { type Context, refusal } from "./context.ts";
import type { TickArgument } from "./protocol.ts";
import { entryValue } from "./tick-entry.ts";
import { entryInserted } from "./tick-line.ts";
import { refusalToWrite } from "./tick-refusal.ts";
import { createsFiles, creationEdit, type EditTarget, workspaceEdit } from "./workspace-edit.ts";

const FILE = /^deroulement\.pronote\.ya?ml$/i;

type TickTarget = EditTarget & Pick<Context, "analysis" | "localize">;

/**
 * The edit that writes down, in one line of `deroulement`, what a person says of an item; `undefined` if there is nothing
 * to write. Throws a `Refusal` if it could not be written without losing or contradicting what stands there.
 */
export function tick(target: TickTarget, argument: TickArgument): WorkspaceEdit | undefined {
  const folder = canonicalUri(argument.establishment);
  const snapshot = target.workspace.snapshots.find((one) => one.establishment && one.folder === folder);
  const step =
    snapshot &&
    stepsOf(snapshot, target.analysis.establishmentFindings(snapshot), target.analysis.onFault).find(
      ({ item }) => item.slug === argument.slug,
    );
  if (!snapshot || !step) return undefined;
  const value = entryValue(snapshot, step, argument);
  refuseIfUnreadable(target, snapshot, argument.slug);
  const written = entriesOf(snapshot, argument.slug);
  if (written.length > 0) return workspaceEdit(target, rewritten(written, value));
  return value === undefined ? undefined : added(target, snapshot, step.item, `${argument.slug}: ${value}`);
}

function refuseIfUnreadable({ client, localize }: TickTarget, snapshot: Snapshot, slug: string): void {
  const holder = fileFor(snapshot) ?? (createsFiles(client) ? undefined : markerOf(snapshot));
  const files = snapshot.members.filter((file) => file === holder || hasTicks(file));
  const reason = refusalToWrite(files, slug);
  if (reason) throw refusal({ localize }, reason);
}

function markerOf({ members }: Snapshot): File | undefined {
  return members.find(({ uri }) => isMarker(uri));
}

/** A new entry: in the file that holds such entries, else in one of its own, else beside the other sections. */
function added(
  target: TickTarget,
  snapshot: Snapshot,
  item: ItemSpec,
  entry: string,
): WorkspaceEdit | undefined {
  const uri = `${folderNamed(snapshot, target.uri)}/deroulement.pronote.yaml`;
  const file = fileFor(snapshot);
  const created = file ? undefined : creationEdit(target, [{ uri, text: `deroulement:\n  ${entry}\n` }]);
  if (created) return created;
  // A client that creates no files can still change one that is there.
  const holder = file ?? markerOf(snapshot);
  const edit = holder && entryInserted(holder, entry, follows(item));
  if (edit) return workspaceEdit(target, [edit]);
  const name = baseName(holder?.uri ?? uri);
  throw refusal(
    target,
    message("Nothing was written: no line can be added to “{0}” as it is written.", name),
  );
}

/** The entries of an item in the establishment's own files. */
function entriesOf(snapshot: Snapshot, slug: string): readonly Pair[] {
  return snapshot.members.flatMap((file) => ticksIn(file).filter(({ key }) => key.text === slug));
}

/** Whether a file has the section of the ticks, whatever it contains. */
function hasTicks({ root }: File): boolean {
  return root.pairs.some(({ key }) => key.text === "deroulement");
}

function ticksIn(file: File): readonly Pair[] {
  const section = file.root.pairs.find(({ key }) => key.text === "deroulement");
  return section?.value.kind === "map" ? section.value.pairs : [];
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

/** Where ticks stand already; the file that is named after them comes first. */
function fileFor({ members }: Snapshot): File | undefined {
  return (
    members.find((file) => FILE.test(baseName(file.uri))) ?? members.find((file) => ticksIn(file).length > 0)
  );
}

/** Whether an entry stands above this item's: in the order of the checklist, so that branches seldom meet in one line. */
function follows(item: ItemSpec): (slug: string) => boolean {
  const index = items.indexOf(item);
  return (slug) => items.findIndex((one) => one.slug === slug) < index;
}
