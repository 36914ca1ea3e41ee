import type { WorkspaceEdit } from "vscode-languageserver-types";
import { baseName, canonicalUri } from "../base/uri.ts";
import { fingerprintOf } from "../checklist/fingerprint.ts";
import type { ChecklistStep } from "../checklist/step.ts";
import type { WrittenTick } from "../checklist/step-tick.ts";
import { stepsOf } from "../checklist/steps.ts";
import { establishmentOf } from "../model/establishment.ts";
import { isMarker } from "../model/layout.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { type ItemSpec, items } from "../schema/checklist.ts";
import { scalarText } from "../schema/problems.ts";
import type { MapValue } from "../schema/value.ts";
import { locateEntry, removeEntry, replaceValue } from "../syntax/edit.ts";
import type { File } from "../syntax/file.ts";
import type { Edit } from "../syntax/problem.ts";
import type { Pair } from "../syntax/tree.ts";
import { folderNamed } from "./checklist.ts";
import type { Context } from "./context.ts";
import type { TickArgument } from "./protocol.ts";
import { entryInserted } from "./tick-line.ts";
import { creationEdit, type EditTarget, workspaceEdit } from "./workspace-edit.ts";

const FILE = /^deroulement\.pronote\.ya?ml$/i;

/**
 * The edit that writes down, in one line of `deroulement`, what a person says of an item; `undefined` if there is nothing
 * to write, or no text in which it could be written.
 */
export function tick(
  target: EditTarget & Pick<Context, "analysis">,
  argument: TickArgument,
): WorkspaceEdit | undefined {
  const folder = canonicalUri(argument.establishment);
  const snapshot = target.workspace.snapshots.find((one) => one.establishment && one.folder === folder);
  const step =
    snapshot &&
    stepsOf(snapshot, target.analysis.establishmentFindings(snapshot)).find(
      ({ item }) => item.slug === argument.slug,
    );
  if (!snapshot || !step) return undefined;
  const value = entryValue(snapshot, step, argument);
  const written = entriesOf(snapshot, argument.slug);
  if (written.length > 0) return workspaceEdit(target, rewritten(written, value));
  return value === undefined ? undefined : added(target, snapshot, step.item, `${argument.slug}: ${value}`);
}

/** A new entry: in the file that holds such entries, else in one of its own, else beside the other sections. */
function added(
  target: EditTarget,
  snapshot: Snapshot,
  item: ItemSpec,
  entry: string,
): WorkspaceEdit | undefined {
  const uri = `${folderNamed(snapshot, target.uri)}/deroulement.pronote.yaml`;
  const file = fileFor(snapshot);
  const created = file ? undefined : creationEdit(target, [{ uri, text: `deroulement:\n  ${entry}\n` }]);
  if (created) return created;
  // A client that creates no files can still change one that is there.
  const holder = file ?? snapshot.members.find(({ uri }) => isMarker(uri));
  const edit = holder && !holder.unreadable && entryInserted(holder, entry, follows(item));
  return edit ? workspaceEdit(target, [edit]) : undefined;
}

/** What stands behind the item's slug; `undefined` if nothing is to stand there. */
function entryValue(snapshot: Snapshot, { item, tick: before, own }: ChecklistStep, argument: TickArgument) {
  const { action, par, note } = argument;
  // What a base says is taken back by a text above it that wants nothing said.
  const assigned = own ? assignment(before) : [];
  if (action === "a-faire") {
    if (before && !own) return "~";
    return assigned.length > 0 ? `{ ${assigned.join(", ")} }` : undefined;
  }
  const establishment = establishmentOf(snapshot).value;
  const by = par ? [`par: ${lineOf(par)}`] : [];
  if (action === "sans-objet") {
    return note ? `{ ${[`sans-objet: ${lineOf(note)}`, ...by, ...assigned].join(", ")} }` : undefined;
  }
  const annee = establishment.get("etablissement")?.get("annee-scolaire")?.value;
  const remark = note ?? (own ? before?.note : undefined);
  const parts = [
    `fait: ${snapshot.today}`,
    ...by,
    ...(annee === undefined ? [] : [`annee: ${annee}`]),
    ...fingerprint(item, establishment),
    ...(remark ? [`note: ${lineOf(remark)}`] : []),
    ...assigned,
  ];
  return `{ ${parts.join(", ")} }`;
}

/** Who is to do it and until when: a tick, and its taking back, leave that as it is. */
function assignment(before: WrittenTick | undefined): readonly string[] {
  return [
    ...(before?.pour === undefined ? [] : [`pour: ${lineOf(before.pour)}`]),
    ...(before?.avant === undefined ? [] : [`avant: ${lineOf(before.avant)}`]),
  ];
}

/** That nothing is covered yet is worth writing down, too: what comes later is then a change. */
function fingerprint(item: ItemSpec, root: MapValue): readonly string[] {
  if (item.covers.length === 0) return [];
  const hashes = [...fingerprintOf(item, root)].map(([key, hash]) => `${scalarText(key)}: "${hash}"`);
  return [hashes.length === 0 ? "empreinte: {}" : `empreinte: { ${hashes.join(", ")} }`];
}

function lineOf(text: string): string {
  return scalarText(text.replace(/\s+/g, " ").trim());
}

/** The entries of an item in the establishment's own files. */
function entriesOf(snapshot: Snapshot, slug: string): readonly Pair[] {
  return snapshot.members.flatMap((file) => ticksIn(file).filter(({ key }) => key.text === slug));
}

function ticksIn(file: File): readonly Pair[] {
  const section = file.root.pairs.find(({ key }) => key.text === "deroulement");
  return section?.value.kind === "map" ? section.value.pairs : [];
}

/** The first entry says it, where it stands; others of the same item would contradict it. */
function rewritten(entries: readonly Pair[], value: string | undefined): readonly Edit[] {
  return entries.flatMap((pair, index) =>
    index === 0 && value !== undefined ? [replaceValue(pair.value, value)] : removed(pair),
  );
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
