import type { TypeHierarchyItem } from "vscode-languageserver-types";
import { occurrencesOfKinds } from "../../model/symbols.ts";
import type { Workspace } from "../../model/workspace.ts";
import type { File } from "../../syntax/file.ts";
import type { AtPosition, Context } from "../context.ts";
import { basesOf, heirsOf } from "./heirs.ts";
import { itemOf } from "./items.ts";
import { thingsMentionedIn } from "./mentions.ts";
import { byOwner, subjectOfOwner } from "./owners.ts";
import { type HierarchySubject, type OfItem, subjectAt, subjectOf, type ThingSubject } from "./subject.ts";
import { grouped, occurrencesOfThing, valueWritten } from "./uses.ts";

/** What inheritance may be asked of at a position: a thing or a base. Null if there is none. */
export function prepareTypeHierarchy(context: Context, { position }: AtPosition): TypeHierarchyItem[] | null {
  const subject = subjectAt(context, position, false);
  return subject ? itemsOf(context, [subject], context.uri(context.file.uri)) : null;
}

/**
 * What an item takes from: the things that keys like `comme` and `niveau` name, the same thing in the nearest base below,
 * the bases of a file. Null if the item is gone.
 */
export function supertypes(context: Context, params: OfItem): TypeHierarchyItem[] | null {
  return related(context, params, abovesOf, basesOf);
}

/** Who takes from an item, in the same sense. Null if the item is gone. */
export function subtypes(context: Context, params: OfItem): TypeHierarchyItem[] | null {
  return related(context, params, heirsOfThing, heirsOf);
}

/** What an item is related to, if it is a thing or a file. */
function related(
  context: Context,
  { item }: OfItem,
  ofThing: (context: Context, thing: ThingSubject) => readonly HierarchySubject[],
  ofFile: (workspace: Workspace, file: File) => readonly File[],
): TypeHierarchyItem[] | null {
  const subject = subjectOf(context, item.data);
  if (!subject || subject.about === "key") return null;
  const found =
    subject.about === "thing"
      ? ofThing(context, subject)
      : ofFile(context.workspace, subject.file).map((file): HierarchySubject => ({ about: "file", file }));
  return itemsOf(context, found, item.data.uri);
}

function itemsOf(context: Context, subjects: readonly HierarchySubject[], view: string): TypeHierarchyItem[] {
  return subjects.flatMap((subject) => itemOf(context, subject, view) ?? []);
}

function abovesOf(context: Context, thing: ThingSubject): readonly HierarchySubject[] {
  const { workspace, snapshot } = context;
  const isBase = workspace.layout.bases.has(thing.file.uri);
  const layer = isBase ? [thing] : snapshot.members.flatMap((file) => declaredIn(file, thing) ?? []);
  const named = layer.flatMap((one) => inheritedFrom(context, one));
  const below = declaredBelow(workspace, thing.file, thing);
  return below ? [...named, below] : named;
}

/** The things that a thing inherits from, as the text of one file says. */
function inheritedFrom(context: Context, thing: ThingSubject): readonly HierarchySubject[] {
  const value = valueWritten(thing);
  if (value?.kind !== "map") return [];
  return [...value.entries.values()]
    .filter((entry) => entry.value.kind === "leaf" && entry.value.schema.inherits === true)
    .flatMap((entry) => thingsMentionedIn(context, entry.value).map(({ thing: other }) => other));
}

/** The things that inherit from a thing, by name or because they are the same thing in a file above. */
function heirsOfThing(context: Context, thing: ThingSubject): readonly HierarchySubject[] {
  const { workspace } = context;
  const occurrences = grouped(occurrencesOfThing(context, thing), ({ at }) =>
    workspace.files.get(at.block.uri),
  );
  return [...occurrences].flatMap(([file, uses]) => {
    const mentions = uses.filter(({ declares }) => !declares).map(({ node }) => node);
    const named = [...byOwner(file, mentions)].flatMap(([owner, owned]) =>
      owned.some(({ inherits }) => inherits) ? [subjectOfOwner(file, owner)] : [],
    );
    const same = file === thing.file ? undefined : declaredIn(file, thing);
    const isAbove = same && declaredBelow(workspace, file, thing)?.file === thing.file;
    return isAbove ? [same, ...named] : named;
  });
}

/** A thing where a file declares it. */
function declaredIn(file: File, { kind, name }: ThingSubject): ThingSubject | undefined {
  const found = occurrencesOfKinds(file, name, [kind]).find(({ declares }) => declares);
  return found && { about: "thing", kind, name, file, at: found.at };
}

/** A thing in the nearest base below a file that declares it. */
function declaredBelow(workspace: Workspace, file: File, thing: ThingSubject): ThingSubject | undefined {
  const bases = workspace.of(file.uri)[0]?.bases ?? [];
  // A file that is no base has all of them below it.
  for (const base of bases.slice(bases.findIndex(({ uri }) => uri === file.uri) + 1)) {
    const found = declaredIn(base, thing);
    if (found) return found;
  }
  return undefined;
}
