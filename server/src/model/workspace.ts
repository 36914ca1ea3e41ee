import { memo } from "../base/memo.ts";
import { converted } from "../schema/convert.ts";
import { type File, unreadable } from "../syntax/file.ts";
import { baseReferencesIn, type Layout, layoutOf, type ProjectFiles } from "./layout.ts";
import type { Snapshot } from "./snapshot.ts";

/** All files at one moment, and the establishments that they make. Immutable. */
export class Workspace {
  readonly files: ReadonlyMap<string, File>;
  /** The folders that an `herite-de` may not leave; none: no such limit. */
  readonly roots: readonly string[];
  readonly today: string;
  readonly layout: Layout;
  /** One for each establishment, then one for each file that belongs to none. */
  readonly snapshots: readonly Snapshot[];

  private constructor(
    files: ReadonlyMap<string, File>,
    roots: readonly string[],
    today: string,
    layout: Layout,
    snapshots: readonly Snapshot[],
  ) {
    this.files = files;
    this.roots = roots;
    this.today = today;
    this.layout = layout;
    this.snapshots = snapshots;
  }

  /** A workspace without files. */
  static empty(roots: readonly string[], today: string): Workspace {
    const files = new Map<string, File>();
    return new Workspace(files, roots, today, layoutOf(files, roots), []);
  }

  /** The workspace with some files changed, added, or (`undefined`) gone. */
  with(changes: Iterable<readonly [uri: string, file: File | undefined]>): Workspace {
    const files = new Map(this.files);
    const changed: string[] = [];
    for (const [uri, file] of changes) {
      if (file) files.set(uri, file);
      else files.delete(uri);
      changed.push(uri);
    }
    if (!changed.every((uri) => linksSame(this.files.get(uri), files.get(uri))))
      return this.#laidOut(files, this.roots, this.today);
    const layout = this.#renewed(files);
    const snapshots = [...this.snapshots];
    for (const index of new Set(changed.flatMap((uri) => placesOf(layout).get(uri) ?? []))) {
      const plot = plotsOf(layout)[index];
      const before = this.snapshots[index];
      if (plot && before)
        snapshots[index] = snapshotOf(plot, before.establishment, files, this.today, before);
    }
    return new Workspace(files, this.roots, this.today, layout, snapshots);
  }

  /** The same files below other roots, or on another day. */
  at({
    roots = this.roots,
    today = this.today,
  }: {
    readonly roots?: readonly string[];
    readonly today?: string;
  }): Workspace {
    return this.#laidOut(this.files, roots, today);
  }

  /** The snapshots that a file takes part in: one, or for a base all that stand on it. */
  of(uri: string): readonly Snapshot[] {
    return (placesOf(this.layout).get(uri) ?? []).flatMap((index) => this.snapshots[index] ?? []);
  }

  /** Files of which others may make an establishment now. */
  #laidOut(files: ReadonlyMap<string, File>, roots: readonly string[], today: string): Workspace {
    const layout = layoutOf(files, roots);
    const known = new Map(this.snapshots.map((snapshot) => [snapshot.folder, snapshot]));
    const snapshots = plotsOf(layout).map((plot, index) =>
      snapshotOf(plot, index < layout.projects.length, files, today, known.get(plot.folder)),
    );
    return new Workspace(files, roots, today, layout, snapshots);
  }

  /** The layout of files of which the same belong together: its problems stand on texts, which may be others now. */
  #renewed(files: ReadonlyMap<string, File>): Layout {
    const moved = this.layout.problems.some(
      ({ at }) => files.get(at.block.uri) !== this.files.get(at.block.uri),
    );
    return moved ? layoutOf(files, this.roots) : this.layout;
  }
}

/** The establishments, and each file that belongs to none as if it were one. */
const plotsOf = memo(({ projects, orphans }: Layout): readonly ProjectFiles[] => [
  ...projects,
  ...orphans.map((uri) => ({ folder: uri, members: [uri], bases: [] })),
]);

/** In which of these a file takes part. */
const placesOf = memo((layout: Layout): ReadonlyMap<string, readonly number[]> => {
  const places = new Map<string, number[]>();
  for (const [index, { members, bases }] of plotsOf(layout).entries()) {
    for (const uri of [...members, ...bases]) {
      const same = places.get(uri);
      if (same) same.push(index);
      else places.set(uri, [index]);
    }
  }
  return places;
});

/** A snapshot of one of them: the one before, if nothing in it changed. */
function snapshotOf(
  { folder, members, bases }: ProjectFiles,
  establishment: boolean,
  files: ReadonlyMap<string, File>,
  today: string,
  before: Snapshot | undefined,
): Snapshot {
  const filesOf = (uris: readonly string[]) =>
    uris.map((uri) => files.get(uri) ?? unreadable(uri, "missing"));
  const next: Snapshot = {
    folder,
    members: filesOf(members),
    bases: filesOf(bases),
    establishment,
    lineage: before?.lineage ?? {},
    today,
  };
  return before && sameSnapshot(before, next) ? before : next;
}

/** Whether a file takes the same place among the others as before. */
function linksSame(before: File | undefined, file: File | undefined): boolean {
  if (before === file) return true;
  return (
    before !== undefined &&
    file !== undefined &&
    before.unreadable === file.unreadable &&
    links(before) === links(file)
  );
}

/** What the layout depends on in a file, as one text. */
function links(file: File): string {
  const identity = converted(file).value.entries.get("etablissement")?.value;
  const rne = identity && "entries" in identity ? identity.entries.has("rne") : false;
  return `${rne} ${baseReferencesIn(file)
    .map((leaf) => leaf.value)
    .join("\n")}`;
}

function sameSnapshot(one: Snapshot, other: Snapshot): boolean {
  return (
    one.today === other.today && sameFiles(one.members, other.members) && sameFiles(one.bases, other.bases)
  );
}

function sameFiles(one: readonly File[], other: readonly File[]): boolean {
  return one.length === other.length && one.every((file, index) => file === other[index]);
}
