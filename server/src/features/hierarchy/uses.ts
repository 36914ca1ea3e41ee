import { isOnPrivateLine } from "../../analysis/conceal.ts";
import { isMarker } from "../../model/layout.ts";
import { reach } from "../../model/reach.ts";
import { type Occurrence, occurrencesOfKinds, occurrencesWithin } from "../../model/symbols.ts";
import type { Workspace } from "../../model/workspace.ts";
import { converted } from "../../schema/convert.ts";
import { namesOf, schemaPathAt } from "../../schema/locate.ts";
import type { Value } from "../../schema/value.ts";
import { type File, rangeOf } from "../../syntax/file.ts";
import type { Context } from "../context.ts";
import { occurrencesInView } from "../view.ts";
import type { HierarchySubject, ThingSubject, UseSubject } from "./subject.ts";

/** All occurrences of a thing that concern who asks, without those that a hierarchy may not show. */
export function occurrencesOfThing(
  context: Context,
  thing: ThingSubject | UseSubject,
): readonly Occurrence[] {
  const { workspace } = context;
  const [own] = thing.about === "thing" ? occurrencesOfKinds(thing.file, thing.name, [thing.kind]) : [];
  const all = own
    ? occurrencesInView(context, { ...own, kinds: [thing.kind] }).uses
    : occurrencesInMembers(workspace, thing);
  return all.filter((one) => isShown(workspace, one));
}

/** The occurrences of a thing in the own files of an establishment. */
function occurrencesInMembers(workspace: Workspace, { file, kind, name }: Omit<UseSubject, "about">) {
  const [snapshot] = workspace.of(file.uri);
  const [any] = (snapshot?.members ?? []).flatMap((member) => occurrencesOfKinds(member, name, [kind]));
  if (!snapshot || !any) return [];
  const members = new Set(snapshot.members.map(({ uri }) => uri));
  return occurrencesWithin(snapshot, { ...any, kinds: [kind] }).uses.filter(({ at }) =>
    members.has(at.block.uri),
  );
}

/** Whether an occurrence may be shown. What a tick recorded of a thing does not depend on it. */
function isShown({ files }: Workspace, { at, node }: Occurrence): boolean {
  return at === node && !isOnPrivateLine(at, files.get(at.block.uri));
}

/** The values of a group by a key, in the order in which the keys come. */
export function grouped<K, V>(
  values: readonly V[],
  keyOf: (value: V) => K | undefined,
): ReadonlyMap<K, readonly V[]> {
  const groups = new Map<K, V[]>();
  for (const value of values) {
    const key = keyOf(value);
    if (key === undefined) continue;
    const known = groups.get(key);
    if (known) known.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}

/** The marker of the establishment that a file is a part of. */
export function markerOf(workspace: Workspace, file: File): File | undefined {
  return workspace.of(file.uri)[0]?.members.find(({ uri }) => isMarker(uri));
}

/** What the file of a subject writes for it; `undefined` if nothing. */
export function valueWritten(subject: HierarchySubject): Value | undefined {
  const { file } = subject;
  if (!("at" in subject)) return undefined;
  const path = subject.about === "key" ? subject.path : pathOfThing(subject);
  return path && reach(converted(file).value, path).entry?.value;
}

/** The keys to a thing; `undefined` if it is not declared at this place. */
function pathOfThing({ file, at }: ThingSubject): readonly string[] | undefined {
  const path = schemaPathAt(file, rangeOf(file, at).start);
  return path?.on === "key" && path.node === at ? namesOf(path) : undefined;
}
