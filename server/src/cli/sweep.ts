import { appendAll } from "../base/append-all.ts";
import type { ReadResult } from "../lsp/file-reading.ts";
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
import { prefetch } from "./prefetch.ts";
import { type CheckScope, sorted } from "./scope.ts";

/** An establishment, or a file that belongs to none, while its files are in memory. */
export interface VisitedEstablishment {
  readonly snapshot: Snapshot;
  /** Problems with where its own files are. */
  readonly problems: readonly Problem[];
}

/** The results of a sweep. */
export interface SweepResult<T> {
  readonly establishments: readonly RetainedResult<T>[];
  /** Files that belong to no establishment. */
  readonly orphans: readonly RetainedResult<T>[];
  /** The bases by URI. As they are few and shared, they stay in memory. */
  readonly bases: ReadonlyMap<string, File>;
  /** Problems with where bases are. */
  readonly problems: readonly Problem[];
}

/** The result of one establishment, or of a file without one, and the names of its files. */
export interface RetainedResult<T> extends ProjectFiles {
  readonly result: T;
  /** Whether it is not at the paths, and was read only as it inherits from a file that is. */
  readonly isBeyond?: boolean;
}

/**
 * Visits the establishments one after the other, sorted by name. Only the result of `visit` is kept of each, so that
 * the files of one establishment at a time are in memory.
 */
export async function sweep<T>(
  scope: CheckScope,
  visit: (visited: VisitedEstablishment) => T,
): Promise<SweepResult<T>> {
  const swept = await new Sweep(scope, visit, new Set()).run();
  const { moreFiles, ...rest } = scope;
  const orphans = new Set(swept.orphans.map(({ folder }) => folder));
  const more = (await moreFiles?.([...orphans])) ?? [];
  const uris = sorted([...scope.uris, ...more]);
  if (uris.length > scope.uris.length) {
    const own = new Set(scope.uris);
    const beyond = new Set(uris.filter((uri) => !own.has(uri)));
    return withHeirsOnly(await sweep({ ...rest, uris, beyond }, visit), orphans);
  }
  // A file may turn out to be a base only after it was visited as a member of its establishment: then start again.
  const hasLateBase = swept.establishments.some(({ members }) => members.some((uri) => swept.bases.has(uri)));
  return hasLateBase ? new Sweep(scope, visit, new Set(swept.bases.keys())).run() : swept;
}

/** Leaves out what is beyond the paths, but for the heirs of their files. */
function withHeirsOnly<T>(swept: SweepResult<T>, files: ReadonlySet<string>): SweepResult<T> {
  return {
    ...swept,
    establishments: swept.establishments.filter(
      ({ isBeyond, bases }) => !isBeyond || bases.some((uri) => files.has(uri)),
    ),
    orphans: swept.orphans.filter(({ isBeyond }) => !isBeyond),
  };
}

/** How many establishments are read ahead. */
const AHEAD = 4;
/** How many files are read at the same time. */
const PARALLEL_READS = 32;

/** The contents of an establishment's files by URI, sorted. */
type ReadTexts = ReadonlyMap<string, ReadResult>;

class Sweep<T> {
  readonly #scope: CheckScope;
  readonly #visitor: (visited: VisitedEstablishment) => T;
  /** Files that are known to be bases from an earlier run. */
  readonly #knownBases: ReadonlySet<string>;
  readonly #bases = new Map<string, File>();
  readonly #baseGraph: BaseGraph;
  readonly #establishments: RetainedResult<T>[] = [];
  readonly #problems: Problem[] = [];
  #marker: File | undefined;

  constructor(scope: CheckScope, visit: (visited: VisitedEstablishment) => T, known: ReadonlySet<string>) {
    this.#scope = scope;
    this.#visitor = visit;
    this.#knownBases = known;
    const at = (uri: string) => (uri === this.#marker?.uri ? this.#marker : this.#bases.get(uri));
    this.#baseGraph = new BaseGraph(at, scope.roots);
  }

  async run(): Promise<SweepResult<T>> {
    const { folders, surplus, orphans } = projectFoldersOf(this.#scope.uris);
    const seconds = new Map(surplus.map(({ uri, marker }) => [uri, marker]));
    const orphanUris = [...orphans];
    for await (const [project, texts] of prefetch(folders, AHEAD, ({ files }) => this.#textsOf(files))) {
      // If the marker was deleted meanwhile, there is no establishment.
      if (texts.has(project.marker)) await this.#visit(project, texts, seconds);
      else appendAll(orphanUris, texts.keys());
    }
    const withoutEstablishment: RetainedResult<T>[] = [];
    for await (const [uri, texts] of prefetch(orphanUris, AHEAD, (uri) => this.#textsOf([uri]))) {
      const file = this.#fileFrom(uri, texts);
      if (!file) continue;
      const snapshot = this.#snapshot(uri, [file], [], false);
      const result = this.#visitor({ snapshot, problems: [] });
      withoutEstablishment.push({ folder: uri, members: [uri], bases: [], result, ...this.#place(uri) });
    }
    for (const base of this.#bases.values()) appendAll(this.#problems, misplacedIn(base, this.#bases));
    return {
      establishments: this.#establishments,
      orphans: withoutEstablishment,
      bases: this.#bases,
      problems: this.#problems,
    };
  }

  /** Reads files, except known bases and those that were deleted meanwhile. */
  async #textsOf(uris: readonly string[]): Promise<ReadTexts> {
    const texts = new Map<string, ReadResult>();
    const unread = uris.filter((uri) => !this.#bases.has(uri) && !this.#knownBases.has(uri));
    for (let at = 0; at < unread.length; at += PARALLEL_READS) {
      const some = unread.slice(at, at + PARALLEL_READS);
      const contents = await Promise.all(some.map((uri) => this.#scope.read(uri)));
      for (const [index, uri] of some.entries()) {
        const content = contents[index];
        if (content && !("unreadable" in content && content.unreadable === "missing"))
          texts.set(uri, content);
      }
    }
    return texts;
  }

  async #visit(
    { folder, marker }: ProjectFolder,
    texts: ReadTexts,
    seconds: ReadonlyMap<string, string>,
  ): Promise<void> {
    const own = this.#fileFrom(marker, texts);
    this.#marker = own;
    await this.#fetchBases(texts);
    const bases = this.#baseGraph.basesBelow(marker);
    const members = [...texts.keys()]
      .filter((uri) => !this.#bases.has(uri))
      .flatMap((uri) => (uri === marker ? own : this.#fileFrom(uri, texts)) ?? []);
    const problems: Problem[] = members.flatMap((file) => {
      const first = seconds.get(file.uri);
      return first === undefined ? [] : secondMarker(file, first);
    });
    for (const problem of this.#baseGraph.problems.splice(0))
      (problem.at.block.uri === marker ? problems : this.#problems).push(problem);
    for (const file of members) appendAll(problems, misplacedIn(file, this.#bases));
    const underlying = bases.flatMap((uri) => this.#bases.get(uri) ?? []);
    const result = this.#visitor({ snapshot: this.#snapshot(folder, members, underlying, true), problems });
    const uris = members.map(({ uri }) => uri);
    this.#establishments.push({ folder, members: uris, bases, result, ...this.#place(marker) });
  }

  #place(uri: string): Pick<RetainedResult<T>, "isBeyond"> {
    return this.#scope.beyond?.has(uri) ? { isBeyond: true } : {};
  }

  /** Reads the bases of the current marker, and the bases of these, unless they are read already. */
  async #fetchBases(texts: ReadTexts): Promise<void> {
    const files = this.#marker ? [this.#marker] : [];
    for (const file of files) {
      for (const uri of this.#baseGraph.namedIn(file)) {
        if (this.#bases.has(uri)) continue;
        const content = texts.get(uri) ?? (await this.#scope.read(uri, true));
        const base = this.#fileOf(uri, content);
        this.#bases.set(uri, base);
        files.push(base);
      }
    }
  }

  #fileFrom(uri: string, texts: ReadTexts): File | undefined {
    const content = texts.get(uri);
    return content && this.#fileOf(uri, content);
  }

  #fileOf(uri: string, content: ReadResult): File {
    const file = fileOf(uri, content);
    this.#scope.didParse?.(file);
    return file;
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

/** A file with what was read of it. */
export function fileOf(uri: string, content: ReadResult): File {
  return "text" in content
    ? { ...parseFile(uri, content.text), transient: true }
    : unreadable(uri, content.unreadable);
}
