import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
} from "vscode-languageserver-types";
import { resolveRelative } from "../../base/uri.ts";
import type { Occurrence } from "../../model/symbols.ts";
import type { File } from "../../syntax/file.ts";
import type { AtPosition, Context } from "../context.ts";
import { isInBase } from "../view.ts";
import { basesOf, heirsOf, markersWith } from "./heirs.ts";
import { baseRangesOf, itemOf, START_OF_FILE, shownRanges } from "./items.ts";
import { thingsMentionedIn } from "./mentions.ts";
import { byOwner, subjectOfOwner } from "./owners.ts";
import { type OfItem, subjectAt, subjectOf, type ThingSubject, type UseSubject } from "./subject.ts";
import { grouped, markerOf, occurrencesOfThing, valueWritten } from "./uses.ts";

/** What the impact may be asked of at a position: a thing, a base, a key of a base. Null if there is none. */
export function prepareCallHierarchy(context: Context, { position }: AtPosition): CallHierarchyItem[] | null {
  const subject = subjectAt(context, position, true);
  const item = subject && itemOf(context, subject, context.uri(context.file.uri));
  return item ? [item] : null;
}

/**
 * Who is affected by an item: what mentions a thing, who names a base, in which establishments a value of a base is in
 * effect. From a base, what mentions its things is grouped by establishment. Null if the item is gone.
 */
export function incomingCalls(context: Context, { item }: OfItem): CallHierarchyIncomingCall[] | null {
  const { workspace } = context;
  const subject = subjectOf(context, item.data);
  switch (subject?.about) {
    case "thing":
      return callersOfThing(context, subject, item.data.uri);
    case "use":
      return callsIn(context, occurrencesOfThing(context, subject).filter(isMention), item.data.uri);
    case "key":
      return filesFrom(context, markersWith(workspace, subject.file, subject.path), subject.file);
    case "file":
      return filesFrom(context, heirsOf(workspace, subject.file), subject.file);
    default:
      return null;
  }
}

/** What an item depends on: the things that it mentions, the bases that it inherits from. Null if the item is gone. */
export function outgoingCalls(context: Context, { item }: OfItem): CallHierarchyOutgoingCall[] | null {
  const subject = subjectOf(context, item.data);
  if (!subject) return null;
  const { file } = subject;
  if (!("at" in subject))
    return basesOf(context.workspace, file).flatMap((base) => {
      const to = itemOf(context, { about: "file", file: base }, item.data.uri);
      const fromRanges = baseRangesOf(file, (path) => resolveRelative(file.uri, path) === base.uri);
      return to ? [{ to, fromRanges }] : [];
    });
  const value = valueWritten(subject);
  return thingsMentionedIn(context, value).flatMap(({ thing, nodes }) => {
    const to = itemOf(context, thing, item.data.uri);
    const fromRanges = shownRanges(file, nodes);
    return to && fromRanges.length > 0 ? [{ to, fromRanges }] : [];
  });
}

function isMention({ declares }: Occurrence): boolean {
  return !declares;
}

function callersOfThing(context: Context, thing: ThingSubject, view: string): CallHierarchyIncomingCall[] {
  const mentions = occurrencesOfThing(context, thing).filter(isMention);
  const { workspace } = context;
  const isDirect = ({ at }: Occurrence) => !isInBase(context) || workspace.layout.bases.has(at.block.uri);
  const others = grouped(
    mentions.filter((one) => !isDirect(one)),
    ({ at }) => {
      const file = workspace.files.get(at.block.uri);
      return file && markerOf(workspace, file);
    },
  );
  const establishments = [...others].flatMap(([marker, uses]) => {
    const use: UseSubject = { about: "use", kind: thing.kind, name: thing.name, file: marker };
    const from = itemOf(context, use, context.uri(marker.uri));
    return from ? [{ from, fromRanges: rangesInMarker(marker, uses) }] : [];
  });
  return [...callsIn(context, mentions.filter(isDirect), view), ...establishments];
}

/** Where an establishment mentions a thing, if it does so in its marker; else where it names its bases. */
function rangesInMarker(marker: File, uses: readonly Occurrence[]) {
  const own = shownRanges(
    marker,
    uses.flatMap(({ at }) => (at.block.uri === marker.uri ? [at] : [])),
  );
  return own.length > 0 ? own : basesIn(marker);
}

function basesIn(file: File) {
  const ranges = baseRangesOf(file);
  return ranges.length > 0 ? ranges : [START_OF_FILE];
}

/** What mentions are part of: things, and keys that name none. */
function callsIn(
  context: Context,
  mentions: readonly Occurrence[],
  view: string,
): CallHierarchyIncomingCall[] {
  const { workspace } = context;
  const byFile = grouped(mentions, ({ at }) => workspace.files.get(at.block.uri));
  return [...byFile].flatMap(([file, uses]) => {
    const owners = byOwner(
      file,
      uses.map(({ node }) => node),
    );
    return [...owners].flatMap(([owner, owned]) => {
      const from = itemOf(context, subjectOfOwner(file, owner), view);
      const nodes = owned.map(({ node }) => node);
      return from ? [{ from, fromRanges: shownRanges(file, nodes) }] : [];
    });
  });
}

/** Files that inherit from a base, with the places where they name it, or what leads to it. */
function filesFrom(context: Context, files: readonly File[], base: File): CallHierarchyIncomingCall[] {
  return files.flatMap((file) => {
    const from = itemOf(context, { about: "file", file }, context.uri(file.uri));
    const named = baseRangesOf(file, (path) => resolveRelative(file.uri, path) === base.uri);
    return from ? [{ from, fromRanges: named.length > 0 ? named : basesIn(file) }] : [];
  });
}
