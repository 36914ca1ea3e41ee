import type { ReadResult } from "../lsp/disk.ts";
import {
  BaseGraph,
  misplacedIn,
  type ProjectFiles,
  type ProjectFolder,
  projectFoldersOf,
  secondMarker,
} from "../model/layout.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { type File, parseFile, unreadable } from "../syntax/file.ts";
import type { Problem } from "../syntax/problem.ts";
import { ahead } from "./ahead.ts";
import { type CheckScope, sorted } from "./scope.ts";

/** An establishment, or a file that belongs to none, while it is at hand. */
export interface VisitedEstablishment {
  readonly snapshot: Snapshot;
  /** What is wrong with the places of its own files. */
  readonly problems: readonly Problem[];
}

/** What is kept of all that was looked at. */
export interface SweepResult<T> {
  readonly plots: readonly RetainedResult<T>[];
  /** Files that belong to no establishment. */
  readonly orphans: readonly RetainedResult<T>[];
  /** The bases, which are few and shared: they stay. */
  readonly bases: ReadonlyMap<string, File>;
  /** What is wrong with the places of bases. */
  readonly problems: readonly Problem[];
}

export interface RetainedResult<T> extends ProjectFiles {
  readonly result: T;
}

/**
 * Goes through the establishments one after the other, in the order of their names. Of each, nothing is kept but what
 * `look` makes of it: so a thousand take no more memory than one.
 */
export async function sweep<T>(
  scope: CheckScope,
  look: (visited: VisitedEstablishment) => T,
): Promise<SweepResult<T>> {
  const swept = await new Sweep(scope, look, new Set()).run();
  const { beyond, ...rest } = scope;
  const more = (await beyond?.(swept.orphans.map(({ folder }) => folder))) ?? [];
  const uris = sorted([...scope.uris, ...more]);
  if (uris.length > scope.uris.length) return sweep({ ...rest, uris }, look);
  // A file can turn out to be a base of others when its establishment has been looked at as if it were a part of it.
  const isTorn = swept.plots.some(({ members }) => members.some((uri) => swept.bases.has(uri)));
  return isTorn ? new Sweep(scope, look, new Set(swept.bases.keys())).run() : swept;
}

/** As many establishments are read ahead, */
const AHEAD = 4;
/** and as many files at once. */
const AT_ONCE = 32;

/** What was read of the files of one establishment, in the order of their names. */
type ReadTexts = ReadonlyMap<string, ReadResult>;

class Sweep<T> {
  readonly #scope: CheckScope;
  readonly #look: (visited: VisitedEstablishment) => T;
  /** Files that are bases, as far as that was known beforehand. */
  readonly #known: ReadonlySet<string>;
  readonly #bases = new Map<string, File>();
  readonly #heritage: BaseGraph;
  readonly #plots: RetainedResult<T>[] = [];
  readonly #problems: Problem[] = [];
  #marker: File | undefined;

  constructor(scope: CheckScope, look: (visited: VisitedEstablishment) => T, known: ReadonlySet<string>) {
    this.#scope = scope;
    this.#look = look;
    this.#known = known;
    const at = (uri: string) => (uri === this.#marker?.uri ? this.#marker : this.#bases.get(uri));
    this.#heritage = new BaseGraph(at, scope.roots);
  }

  async run(): Promise<SweepResult<T>> {
    const { folders, surplus, orphans } = projectFoldersOf(this.#scope.uris);
    const seconds = new Map(surplus.map(({ uri, marker }) => [uri, marker]));
    const alone = [...orphans];
    for await (const [home, texts] of ahead(folders, AHEAD, ({ files }) => this.#textsOf(files))) {
      // A marker that vanished makes no establishment.
      if (texts.has(home.marker)) await this.#visit(home, texts, seconds);
      else alone.push(...texts.keys());
    }
    const withoutEstablishment: RetainedResult<T>[] = [];
    for await (const [uri, texts] of ahead(alone, AHEAD, (uri) => this.#textsOf([uri]))) {
      const file = fileFrom(uri, texts);
      if (!file) continue;
      const snapshot = this.#snapshot(uri, [file], [], false);
      const result = this.#look({ snapshot, problems: misplacedIn(file, this.#bases) });
      withoutEstablishment.push({ folder: uri, members: [uri], bases: [], result });
    }
    for (const base of this.#bases.values()) this.#problems.push(...misplacedIn(base, this.#bases));
    return {
      plots: this.#plots,
      orphans: withoutEstablishment,
      bases: this.#bases,
      problems: this.#problems,
    };
  }

  /** What can be read of some files; one that vanished since it was found is left out. */
  async #textsOf(uris: readonly string[]): Promise<ReadTexts> {
    const texts = new Map<string, ReadResult>();
    const wanted = uris.filter((uri) => !this.#bases.has(uri) && !this.#known.has(uri));
    for (let at = 0; at < wanted.length; at += AT_ONCE) {
      const some = wanted.slice(at, at + AT_ONCE);
      const readings = await Promise.all(some.map((uri) => this.#scope.read(uri)));
      for (const [index, uri] of some.entries()) {
        const reading = readings[index];
        if (reading && !("unreadable" in reading && reading.unreadable === "missing"))
          texts.set(uri, reading);
      }
    }
    return texts;
  }

  async #visit(
    { folder, marker }: ProjectFolder,
    texts: ReadTexts,
    seconds: ReadonlyMap<string, string>,
  ): Promise<void> {
    const own = fileFrom(marker, texts);
    this.#marker = own;
    await this.#fetchBases(texts);
    const bases = this.#heritage.under(marker);
    const members = [...texts.keys()]
      .filter((uri) => !this.#bases.has(uri))
      .flatMap((uri) => (uri === marker ? own : fileFrom(uri, texts)) ?? []);
    const problems: Problem[] = members.flatMap((file) => {
      const first = seconds.get(file.uri);
      return first === undefined ? [] : secondMarker(file, first);
    });
    for (const problem of this.#heritage.problems.splice(0))
      (problem.at.block.uri === marker ? problems : this.#problems).push(problem);
    for (const file of members) problems.push(...misplacedIn(file, this.#bases));
    const under = bases.flatMap((uri) => this.#bases.get(uri) ?? []);
    const result = this.#look({ snapshot: this.#snapshot(folder, members, under, true), problems });
    this.#plots.push({ folder, members: members.map(({ uri }) => uri), bases, result });
  }

  /** Reads the bases that a marker stands on, as far as they are not there yet. */
  async #fetchBases(texts: ReadTexts): Promise<void> {
    const files = this.#marker ? [this.#marker] : [];
    for (const file of files) {
      for (const uri of this.#heritage.namedIn(file)) {
        if (this.#bases.has(uri)) continue;
        const reading = texts.get(uri) ?? (await this.#scope.read(uri));
        const base = fileOf(uri, reading);
        this.#bases.set(uri, base);
        files.push(base);
      }
    }
  }

  #snapshot(
    folder: string,
    members: readonly File[],
    bases: readonly File[],
    establishment: boolean,
  ): Snapshot {
    return { folder, members, bases, establishment, lineage: {}, today: this.#scope.today };
  }
}

function fileFrom(uri: string, texts: ReadTexts): File | undefined {
  const reading = texts.get(uri);
  return reading && fileOf(uri, reading);
}

function fileOf(uri: string, reading: ReadResult): File {
  return "text" in reading
    ? { ...parseFile(uri, reading.text), passing: true }
    : unreadable(uri, reading.unreadable);
}
