import { type Message, message } from "../base/message.ts";
import { baseName, folderOf, foldersAbove, isUnder, resolveRelative } from "../base/uri.ts";
import { converted } from "../schema/convert.ts";
import { isLeafOf, type Leaf } from "../schema/value.ts";
import type { File } from "../syntax/file.ts";
import type { Problem } from "../syntax/problem.ts";

const MARKER = /\/etablissement\.pronote\.ya?ml$/i;
/** What a configuration file is called. */
export const CONFIGURATION = /\.pronote\.ya?ml$/i;

/** Which files make an establishment. URIs; bases from the topmost to the lowest. */
export interface ProjectFiles {
  readonly folder: string;
  readonly members: readonly string[];
  readonly bases: readonly string[];
}

/** How the files of a workspace belong together. */
export interface Layout {
  readonly projects: readonly ProjectFiles[];
  /** Every file that an `herite-de` reaches. */
  readonly bases: ReadonlySet<string>;
  /** Configuration files that are neither members nor bases. */
  readonly orphans: readonly string[];
  /** Bases that are named, may be read, and are not there yet. */
  readonly wanted: readonly string[];
  readonly problems: readonly Problem[];
}

/** Whether a file is the marker of an establishment. */
export function isMarker(uri: string): boolean {
  return MARKER.test(uri);
}

/** What `herite-de` of a file names: the written leaves. */
export function baseReferencesIn(file: File): readonly Leaf<string>[] {
  const value = converted(file).value.entries.get("herite-de")?.value;
  const items = value?.kind === "list" ? value.items : [value];
  return items.filter((item) => isLeafOf(item, "string"));
}

/** Finds the establishments among files. `roots` are the folders that an `herite-de` may not leave. */
export function layoutOf(files: ReadonlyMap<string, File>, roots: readonly string[]): Layout {
  const uris = [...files.keys()].sort();
  const { folders, surplus, orphans } = projectFoldersOf(uris);
  const heritage = new BaseGraph((uri) => files.get(uri), roots);
  // A base counts as one only if an establishment's marker reaches it; so markers first, then what they reach.
  const chains = folders.map(({ marker }) => heritage.under(marker));
  const bases = new Set(chains.flat());
  return {
    projects: folders.map(({ folder, files }, index) => ({
      folder,
      members: files.filter((uri) => !bases.has(uri)),
      bases: chains[index] ?? [],
    })),
    bases,
    orphans: orphans.filter((uri) => !bases.has(uri) && files.get(uri)?.unreadable !== "missing"),
    wanted: [...heritage.wanted],
    problems: [
      ...surplus.flatMap(({ uri, marker }) => secondMarker(files.get(uri), marker)),
      ...heritage.problems,
      ...uris.flatMap((uri) => misplacedIn(files.get(uri), bases)),
    ],
  };
}

/** Where files lie, as their names alone tell. */
export interface ProjectFolders {
  /** The folders with a marker, in the order of these, each with all files that lie there and in no other below. */
  readonly folders: readonly ProjectFolder[];
  /** Markers in a folder that has one already. */
  readonly surplus: readonly { readonly uri: string; readonly marker: string }[];
  /** Files in none of these folders. */
  readonly orphans: readonly string[];
}

export interface ProjectFolder {
  readonly folder: string;
  readonly marker: string;
  readonly files: readonly string[];
}

/** Sorts files, which come in the order of their names, into the folders of establishments. */
export function projectFoldersOf(uris: readonly string[]): ProjectFolders {
  const homes = new Map<string, ProjectFolder & { readonly files: string[] }>();
  const surplus: { readonly uri: string; readonly marker: string }[] = [];
  for (const uri of uris) {
    if (!isMarker(uri)) continue;
    const folder = folderOf(uri);
    const first = homes.get(folder);
    if (first) surplus.push({ uri, marker: first.marker });
    else homes.set(folder, { folder, marker: uri, files: [] });
  }
  const orphans: string[] = [];
  for (const uri of uris) (nearest(uri, homes)?.files ?? orphans).push(uri);
  return { folders: [...homes.values()], surplus, orphans };
}

/** What the nearest folder above a file or folder has. */
export function nearest<T>(uri: string, folders: ReadonlyMap<string, T>): T | undefined {
  for (const folder of foldersAbove(uri)) {
    const found = folders.get(folder);
    if (found) return found;
  }
  return undefined;
}

/** Follows `herite-de` from file to file. What a file names is judged once, on the first way to it. */
export class BaseGraph {
  readonly problems: Problem[] = [];
  /** Bases that are named, may be read, and are not there yet. */
  readonly wanted = new Set<string>();
  readonly #fileOf: (uri: string) => File | undefined;
  readonly #roots: readonly string[];
  readonly #links = new Map<string, readonly string[]>();

  constructor(fileOf: (uri: string) => File | undefined, roots: readonly string[]) {
    this.#fileOf = fileOf;
    this.#roots = roots;
  }

  /** The bases under a marker, the topmost first: depth first, each once, bases before their heirs. */
  under(marker: string): readonly string[] {
    const order: string[] = [];
    const visit = (uri: string, way: readonly string[]): void => {
      for (const base of this.#linksOf(uri, way)) {
        if (way.includes(base) || base === marker || order.includes(base)) continue;
        visit(base, [...way, base]);
        order.push(base);
      }
    };
    visit(marker, [marker]);
    return order.reverse();
  }

  /** The files that a file names and that may be read as its bases. */
  namedIn(file: File): readonly string[] {
    return baseReferencesIn(file).flatMap(({ value }) => {
      const base = resolveRelative(file.uri, value);
      return base !== undefined && this.#isWithin(base) && !isMarker(base) ? [base] : [];
    });
  }

  #linksOf(uri: string, way: readonly string[]): readonly string[] {
    const known = this.#links.get(uri);
    if (known) return known;
    const file = this.#fileOf(uri);
    const links: string[] = [];
    for (const leaf of file ? baseReferencesIn(file) : []) {
      const base = resolveRelative(uri, leaf.value);
      const message = this.#refused(base, leaf.value, way);
      if (message) this.problems.push({ id: "herite-de", at: leaf.node, message });
      // A base that is not there stays one: what it would say is unknown, so that who asks for it is silent.
      if (base && (!message || this.#fileOf(base)?.unreadable === "missing")) links.push(base);
    }
    this.#links.set(uri, links);
    return links;
  }

  #refused(base: string | undefined, path: string, way: readonly string[]): Message | undefined {
    if (base === undefined)
      return message("“{0}” must be a relative path: {1}", path, "../academie.pronote.yaml");
    if (!this.#isWithin(base))
      return message("“{0}” lies outside of the folder that is checked; nothing is read there.", path);
    if (way.includes(base)) {
      const names = [...way.slice(way.indexOf(base)), base].map(baseName).join(" → ");
      return message("“herite-de” goes round in a circle: {0}.", names);
    }
    if (isMarker(base))
      return message("“{0}” is the file of an establishment: a base must be a file of its own.", path);
    const file = this.#fileOf(base);
    if (!file) this.wanted.add(base);
    return file?.unreadable === "missing" ? message("There is no file “{0}”.", path) : undefined;
  }

  #isWithin(base: string): boolean {
    return this.#roots.length === 0 || this.#roots.some((root) => isUnder(base, root));
  }
}

/** Of two markers in a folder, the first by name counts. */
export function secondMarker(file: File | undefined, first: string): readonly Problem[] {
  if (!file) return [];
  const at = file.root.pairs[0]?.key ?? { block: file.root, line: 0, col: 0, endLine: 0, endCol: 0 };
  const text = message(
    "This folder has two files that make it an establishment: “{0}” and “{1}”. Keep one.",
    baseName(first),
    baseName(file.uri),
  );
  return [{ id: "two-markers", at, message: text }];
}

/** What stands only in certain files: `herite-de` in markers and bases, no `rne` in bases. */
export function misplacedIn(
  file: File | undefined,
  bases: Pick<ReadonlySet<string>, "has">,
): readonly Problem[] {
  if (!file) return [];
  const problems: Problem[] = [];
  const isBase = bases.has(file.uri);
  const [leaf] = baseReferencesIn(file);
  if (leaf && !isBase && !isMarker(file.uri)) {
    const text = message(
      "“herite-de” has an effect only in “{0}” and in bases: nothing is taken over here.",
      "etablissement.pronote.yaml",
    );
    problems.push({ id: "herite-de", at: leaf.node, message: text });
  }
  const identity = converted(file).value.get("etablissement");
  const rne = identity?.kind === "map" ? identity.entries.get("rne") : undefined;
  if (isBase && rne) {
    const text = message("A base lies under several establishments: it cannot hold the RNE of one of them.");
    problems.push({ id: "herite-de", at: rne.key, message: text });
  }
  return problems;
}
