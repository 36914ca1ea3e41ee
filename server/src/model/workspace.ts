import { memo } from "../base/memo.ts";
import { canonicalFolder } from "../base/uri.ts";
import { converted } from "../schema/convert.ts";
import { type File, unreadable } from "../syntax/file.ts";
import { baseReferencesIn, type Layout, layoutOf, type ProjectFiles } from "./layout.ts";
import type { Snapshot } from "./snapshot.ts";

/** All files at one revision, and the establishments that they make. Immutable. */
export class Workspace {
  /** In the order of their URIs, so that no answer depends on the order in which they came. */
  readonly files: ReadonlyMap<string, File>;
  /** The folders that a `herite-de` may not lead out of; if empty, it may lead anywhere. */
  readonly roots: readonly string[];
  readonly today: string;
  readonly layout: Layout;
  /** The snapshots of all establishments, then one for each file that belongs to none. */
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

  /** The workspace after some files changed, were added, or (`undefined`) were removed. */
  with(changes: Iterable<readonly [uri: string, file: File | undefined]>): Workspace {
    const files = new Map(this.files);
    const changed: string[] = [];
    for (const [uri, file] of changes) {
      if (file) files.set(uri, file);
      else files.delete(uri);
      changed.push(uri);
    }
    if (!changed.every((uri) => haveSameLinks(this.files.get(uri), files.get(uri))))
      return this.#withNewLayout(inOrder(files), this.roots, this.today);
    const layout = this.#currentLayout(files);
    const snapshots = [...this.snapshots];
    for (const index of new Set(changed.flatMap((uri) => projectIndices(layout).get(uri) ?? []))) {
      const project = projectsOf(layout)[index];
      const before = this.snapshots[index];
      if (project && before)
        snapshots[index] = snapshotOf(project, before.establishment, files, this.today, before);
    }
    return new Workspace(files, this.roots, this.today, layout, snapshots);
  }

  /** The same files with other roots, or on another day. */
  at({
    roots = this.roots,
    today = this.today,
  }: {
    readonly roots?: readonly string[];
    readonly today?: string;
  }): Workspace {
    return this.#withNewLayout(this.files, roots, today);
  }

  /** The snapshots of the establishments. */
  get establishments(): readonly Snapshot[] {
    return this.snapshots.filter(({ establishment }) => establishment);
  }

  /** The establishment in a folder, by any spelling of its URI; `undefined` if there is none. */
  establishmentIn(folder: string): Snapshot | undefined {
    const canonical = canonicalFolder(folder);
    return this.snapshots.find((one) => one.establishment && one.folder === canonical);
  }

  /** The snapshots that a file contributes to: one, or for a base those of all its heirs. */
  of(uri: string): readonly Snapshot[] {
    return (projectIndices(this.layout).get(uri) ?? []).flatMap((index) => this.snapshots[index] ?? []);
  }

  /** Computes the layout anew, as files may belong together differently. */
  #withNewLayout(files: ReadonlyMap<string, File>, roots: readonly string[], today: string): Workspace {
    const layout = layoutOf(files, roots);
    const known = new Map(this.snapshots.map((snapshot) => [snapshot.folder, snapshot]));
    const snapshots = projectsOf(layout).map((project, index) =>
      snapshotOf(project, index < layout.projects.length, files, today, known.get(project.folder)),
    );
    return new Workspace(files, roots, today, layout, snapshots);
  }

  /**
   * The layout when the files belong together as before. Its problems are computed anew if the files that they are in
   * changed.
   */
  #currentLayout(files: ReadonlyMap<string, File>): Layout {
    const moved = this.layout.problems.some(
      ({ at }) => files.get(at.block.uri) !== this.files.get(at.block.uri),
    );
    return moved ? layoutOf(files, this.roots) : this.layout;
  }
}

/** The same files in the order of their URIs. */
function inOrder(files: ReadonlyMap<string, File>): ReadonlyMap<string, File> {
  return new Map([...files].sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** The files of each snapshot: of each establishment, then of each file that belongs to none. */
const projectsOf = memo(({ projects, orphans }: Layout): readonly ProjectFiles[] => [
  ...projects,
  ...orphans.map((uri) => ({ folder: uri, members: [uri], bases: [] })),
]);

/** The indices in that list of the projects that a file contributes to. */
const projectIndices = memo((layout: Layout): ReadonlyMap<string, readonly number[]> => {
  const indices = new Map<string, number[]>();
  for (const [index, { members, bases }] of projectsOf(layout).entries()) {
    for (const uri of [...members, ...bases]) {
      const same = indices.get(uri);
      if (same) same.push(index);
      else indices.set(uri, [index]);
    }
  }
  return indices;
});

/** The snapshot of a project; the one before if nothing in it changed. */
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

/** Whether what the layout depends on in a file is the same as before. */
function haveSameLinks(before: File | undefined, file: File | undefined): boolean {
  if (before === file) return true;
  return (
    before !== undefined &&
    file !== undefined &&
    before.unreadable === file.unreadable &&
    links(before) === links(file)
  );
}

/** What the layout depends on in a file, as one string. */
function links(file: File): string {
  const identity = converted(file).value.entries.get("etablissement")?.value;
  const rne = identity && "entries" in identity ? identity.entries.has("rne") : false;
  return `${rne} ${baseReferencesIn(file)
    .map((leaf) => leaf.value)
    .join("\n")}`;
}

function sameSnapshot(previous: Snapshot, next: Snapshot): boolean {
  return (
    previous.today === next.today &&
    sameFiles(previous.members, next.members) &&
    sameFiles(previous.bases, next.bases)
  );
}

function sameFiles(previous: readonly File[], next: readonly File[]): boolean {
  return previous.length === next.length && previous.every((file, index) => file === next[index]);
}
