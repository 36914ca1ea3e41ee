import { type Message, message } from "../base/message.ts";
import { baseName, folderOf, foldersAbove, isUnder, resolveRelative } from "../base/uri.ts";
import { converted } from "../schema/convert.ts";
import { isLeafOf, type Leaf } from "../schema/value.ts";
import type { File } from "../syntax/file.ts";
import type { Problem } from "../syntax/problem.ts";
import { circleText } from "./circle-text.ts";

const MARKER = /\/etablissement\.pronote\.ya?ml$/i;
/** The file names of configurations. */
export const CONFIGURATION = /\.pronote\.ya?ml$/i;

/** The files of an establishment, by URI; bases from the topmost to the lowest. */
export interface ProjectFiles {
  readonly folder: string;
  readonly members: readonly string[];
  readonly bases: readonly string[];
}

/** How the files of a workspace belong together. */
export interface Layout {
  readonly projects: readonly ProjectFiles[];
  /** All files that markers inherit from through `herite-de`, directly or not. */
  readonly bases: ReadonlySet<string>;
  /** Configuration files that are neither members nor bases. */
  readonly orphans: readonly string[];
  /** URIs of bases that are named, may be read, and are not in the workspace yet. */
  readonly basesToRead: readonly string[];
  readonly problems: readonly Problem[];
}

/** Whether a file is the marker of an establishment. */
export function isMarker(uri: string): boolean {
  return MARKER.test(uri);
}

/** The paths in the `herite-de` of a file, as they are written. */
export function baseReferencesIn(file: File): readonly Leaf<string>[] {
  const value = converted(file).value.entries.get("herite-de")?.value;
  const items = value?.kind === "list" ? value.items : [value];
  return items.filter((item) => isLeafOf(item, "string"));
}

/**
 * Determines which files make which establishments. A `herite-de` may not lead out of the folders `roots`; if there are
 * none, anywhere.
 */
export function layoutOf(files: ReadonlyMap<string, File>, roots: readonly string[]): Layout {
  const uris = [...files.keys()].sort();
  const { folders, surplus, orphans } = projectFoldersOf(uris);
  const graph = new BaseGraph((uri) => files.get(uri), roots);
  // Only what a marker reaches is a base, so the markers come first.
  const chains = folders.map(({ marker }) => graph.basesBelow(marker));
  const bases = new Set(chains.flat());
  // A file of no establishment has one finding, which says so: a base that is written before its first heir.
  const lost = new Set(orphans.filter((uri) => !bases.has(uri)));
  return {
    projects: folders.map(({ folder, files }, index) => ({
      folder,
      members: files.filter((uri) => !bases.has(uri)),
      bases: chains[index] ?? [],
    })),
    bases,
    orphans: [...lost].filter((uri) => files.get(uri)?.unreadable !== "missing"),
    basesToRead: [...graph.basesToRead],
    problems: [
      ...surplus.flatMap(({ uri, marker }) => secondMarker(files.get(uri), marker)),
      ...graph.problems,
      ...uris.flatMap((uri) => (lost.has(uri) ? [] : misplacedIn(files.get(uri), bases))),
    ],
  };
}

/** How files are grouped by folder, from their names alone. */
export interface ProjectFolders {
  /**
   * The folders with a marker, in the order of the markers; each with the files below it that are in no folder of
   * another.
   */
  readonly folders: readonly ProjectFolder[];
  /** Markers in a folder that already has one. */
  readonly surplus: readonly { readonly uri: string; readonly marker: string }[];
  /** Files below none of these folders. */
  readonly orphans: readonly string[];
}

/** The folder of an establishment, its marker, and all its files. URIs. */
export interface ProjectFolder {
  readonly folder: string;
  readonly marker: string;
  readonly files: readonly string[];
}

/** Groups files by the folders of establishments. `uris` must be sorted. */
export function projectFoldersOf(uris: readonly string[]): ProjectFolders {
  const projects = new Map<string, ProjectFolder & { readonly files: string[] }>();
  const surplus: { readonly uri: string; readonly marker: string }[] = [];
  for (const uri of uris) {
    if (!isMarker(uri)) continue;
    const folder = folderOf(uri);
    const first = projects.get(folder);
    if (first) surplus.push({ uri, marker: first.marker });
    else projects.set(folder, { folder, marker: uri, files: [] });
  }
  const orphans: string[] = [];
  for (const uri of uris) (nearest(uri, projects)?.files ?? orphans).push(uri);
  return { folders: [...projects.values()], surplus, orphans };
}

/** The value of the nearest folder above a file or folder; `undefined` if none has one. */
export function nearest<T>(uri: string, folders: ReadonlyMap<string, T>): T | undefined {
  for (const folder of foldersAbove(uri)) {
    const found = folders.get(folder);
    if (found) return found;
  }
  return undefined;
}

/** Follows `herite-de` from file to file. Each reference is checked once, when it is first followed. */
export class BaseGraph {
  readonly problems: Problem[] = [];
  /** URIs of bases that are named, may be read, and are not in the workspace yet. */
  readonly basesToRead = new Set<string>();
  readonly #fileOf: (uri: string) => File | undefined;
  readonly #roots: readonly string[];
  readonly #links = new Map<string, readonly string[]>();

  constructor(fileOf: (uri: string) => File | undefined, roots: readonly string[]) {
    this.#fileOf = fileOf;
    this.#roots = roots;
  }

  /** The bases below a marker, the topmost first. Each base is above the ones that it inherits from. */
  basesBelow(marker: string): readonly string[] {
    const order = new Set<string>();
    const path = new Set<string>();
    // A stack instead of a recursion, which would go as deep as a chain is long.
    const stack: { readonly uri: string; readonly links: Iterator<string> }[] = [];
    const enter = (uri: string): void => {
      path.add(uri);
      stack.push({ uri, links: this.#linksOf(uri, path).values() });
    };
    enter(marker);
    for (;;) {
      const last = stack.at(-1);
      if (!last) break;
      const next = last.links.next();
      if (!next.done) {
        // No link leads back into the path: there a circle is cut.
        if (!order.has(next.value)) enter(next.value);
        continue;
      }
      stack.pop();
      path.delete(last.uri);
      if (last.uri !== marker) order.add(last.uri);
    }
    return [...order].reverse();
  }

  /** The URIs of the files that a file names and that may be its bases. */
  namedIn(file: File): readonly string[] {
    return baseReferencesIn(file).flatMap(({ value }) => {
      const base = resolveRelative(file.uri, value);
      return base !== undefined && this.#isWithin(base) && !isMarker(base) ? [base] : [];
    });
  }

  /** The bases that a file names. `path` leads from a marker to the file. */
  #linksOf(uri: string, path: ReadonlySet<string>): readonly string[] {
    const known = this.#links.get(uri);
    if (known) return known;
    const file = this.#fileOf(uri);
    const links: string[] = [];
    for (const leaf of file ? baseReferencesIn(file) : []) {
      const base = resolveRelative(uri, leaf.value);
      const message = this.#problemWith(base, leaf.value, path);
      if (message) this.problems.push({ id: "herite-de", at: leaf.node, message });
      // A missing base remains one: what it contains is unknown, which keeps rules silent.
      if (base && (!message || this.#fileOf(base)?.unreadable === "missing")) links.push(base);
    }
    this.#links.set(uri, links);
    return links;
  }

  #problemWith(base: string | undefined, written: string, path: ReadonlySet<string>): Message | undefined {
    if (base === undefined)
      return message("“{0}” must be a relative path: {1}", written, "../academie.pronote.yaml");
    if (!this.#isWithin(base))
      return message("“{0}” is outside the folder that is checked; nothing is read there.", written);
    if (path.has(base)) {
      const chain = [...path];
      const names = [...chain.slice(chain.indexOf(base)), base].map(baseName);
      return message("“herite-de” goes round in a circle (“{0}”).", circleText(names));
    }
    if (isMarker(base))
      return message("“{0}” is the file of an establishment: a base must be a file of its own.", written);
    const file = this.#fileOf(base);
    if (!file) this.basesToRead.add(base);
    return file?.unreadable === "missing" ? message("There is no file “{0}”.", written) : undefined;
  }

  #isWithin(base: string): boolean {
    return this.#roots.length === 0 || this.#roots.some((root) => isUnder(base, root));
  }
}

/** The problem of a second marker in a folder. The first by name counts. */
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

/** Keys in a file where they have no effect: `herite-de` outside markers and bases, `rne` in bases. */
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
    const text = message(
      "A base is shared by several establishments: it cannot contain the RNE of one of them.",
    );
    problems.push({ id: "herite-de", at: rne.key, message: text });
  }
  return problems;
}
