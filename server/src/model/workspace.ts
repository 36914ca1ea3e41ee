import { converted } from "../schema/convert.ts";
import { type File, unreadable } from "../syntax/file.ts";
import { heritageOf, type Layout, layoutOf } from "./layout.ts";
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
    previous?: Workspace,
  ) {
    this.files = files;
    this.roots = roots;
    this.today = today;
    this.layout =
      previous && sameLayout(previous, files, roots)
        ? renewed(previous, files, roots)
        : layoutOf(files, roots);
    this.snapshots = this.#snapshots(previous);
  }

  /** A workspace without files. */
  static empty(roots: readonly string[], today: string): Workspace {
    return new Workspace(new Map(), roots, today);
  }

  /** The workspace with some files changed, added, or (`undefined`) gone. */
  with(changes: Iterable<readonly [uri: string, file: File | undefined]>): Workspace {
    const files = new Map(this.files);
    for (const [uri, file] of changes) {
      if (file) files.set(uri, file);
      else files.delete(uri);
    }
    return new Workspace(files, this.roots, this.today, this);
  }

  /** The same files below other roots, or on another day. */
  at({
    roots = this.roots,
    today = this.today,
  }: {
    readonly roots?: readonly string[];
    readonly today?: string;
  }): Workspace {
    return new Workspace(this.files, roots, today, this);
  }

  /** The snapshots that a file takes part in: one, or for a base all that stand on it. */
  of(uri: string): readonly Snapshot[] {
    return this.snapshots.filter(
      ({ members, bases }) =>
        members.some((file) => file.uri === uri) || bases.some((file) => file.uri === uri),
    );
  }

  #snapshots(previous: Workspace | undefined): readonly Snapshot[] {
    const { plots, orphans } = this.layout;
    const known = new Map(previous?.snapshots.map((snapshot) => [snapshot.folder, snapshot]));
    const alone = orphans.map((uri) => ({ folder: uri, members: [uri], bases: [] }));
    return [...plots, ...alone].map(({ folder, members, bases }, index) => {
      const next: Snapshot = {
        folder,
        members: this.#filesOf(members),
        bases: this.#filesOf(bases),
        establishment: index < plots.length,
        lineage: known.get(folder)?.lineage ?? {},
        today: this.today,
      };
      const before = known.get(folder);
      return before && sameSnapshot(before, next) ? before : next;
    });
  }

  #filesOf(uris: readonly string[]): readonly File[] {
    return uris.map((uri) => this.files.get(uri) ?? unreadable(uri, "missing"));
  }
}

/** Which files there are, and what they inherit from, did not change. */
function sameLayout(
  previous: Workspace,
  files: ReadonlyMap<string, File>,
  roots: readonly string[],
): boolean {
  if (previous.roots !== roots || previous.files.size !== files.size) return false;
  for (const [uri, file] of files) {
    const before = previous.files.get(uri);
    if (before === file) continue;
    if (!before || before.unreadable !== file.unreadable || links(before) !== links(file)) return false;
  }
  return true;
}

/** The problems of the layout stand on texts, which are those of the new files. */
function renewed(previous: Workspace, files: ReadonlyMap<string, File>, roots: readonly string[]): Layout {
  const { layout } = previous;
  const touched = layout.problems.some(
    ({ at }) => files.get(at.block.uri) !== previous.files.get(at.block.uri),
  );
  return touched ? layoutOf(files, roots) : layout;
}

/** What the layout depends on in a file, as one text. */
function links(file: File): string {
  const identity = converted(file).value.entries.get("etablissement")?.value;
  const rne = identity && "entries" in identity ? identity.entries.has("rne") : false;
  return `${rne} ${heritageOf(file)
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
