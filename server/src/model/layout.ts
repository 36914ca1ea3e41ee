import { type Message, say } from "../say.ts";
import { converted } from "../schema/convert.ts";
import type { Leaf, Value } from "../schema/value.ts";
import type { File } from "../syntax/file.ts";
import type { Problem } from "../syntax/problem.ts";
import { baseName, folderOf, isUnder, joined } from "../uri.ts";

const MARKER = /\/etablissement\.pronote\.ya?ml$/i;
/** What a configuration file is called. */
export const CONFIGURATION = /\.pronote\.ya?ml$/i;

/** Which files make an establishment. URIs; bases from the topmost to the lowest. */
export interface Plot {
  readonly folder: string;
  readonly members: readonly string[];
  readonly bases: readonly string[];
}

/** How the files of a workspace belong together. */
export interface Layout {
  readonly plots: readonly Plot[];
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
export function heritageOf(file: File): readonly Leaf<string>[] {
  const value = converted(file).value.entries.get("herite-de")?.value as Value | undefined;
  if (value?.kind === "leaf") return [value as Leaf<string>];
  return value?.kind === "list"
    ? (value.items.filter((item) => (item as Value).kind === "leaf") as Leaf<string>[])
    : [];
}

/** Finds the establishments among files. `roots` are the folders that an `herite-de` may not leave. */
export function layoutOf(files: ReadonlyMap<string, File>, roots: readonly string[]): Layout {
  return new Surveyor(files, roots).survey();
}

class Surveyor {
  readonly #files: ReadonlyMap<string, File>;
  readonly #roots: readonly string[];
  readonly #problems: Problem[] = [];
  readonly #wanted = new Set<string>();
  readonly #links = new Map<string, readonly string[]>();

  constructor(files: ReadonlyMap<string, File>, roots: readonly string[]) {
    this.#files = files;
    this.#roots = roots;
  }

  survey(): Layout {
    const uris = [...this.#files.keys()].sort();
    const markers = this.#markers(uris);
    const bases = new Set<string>();
    // A base counts as one only if an establishment's marker reaches it; so markers first, then what they reach.
    const chains = new Map(markers.map((marker) => [marker, this.#chain(marker)]));
    for (const chain of chains.values()) for (const base of chain) bases.add(base);
    const members = new Map<string, string[]>(markers.map((marker) => [folderOf(marker), []]));
    const orphans: string[] = [];
    for (const uri of uris) {
      if (bases.has(uri)) continue;
      const home = this.#home(uri, members);
      if (home) home.push(uri);
      else if (this.#files.get(uri)?.unreadable !== "missing") orphans.push(uri);
    }
    for (const uri of uris) this.#misplaced(uri, markers, bases);
    const plots = markers.map((marker) => {
      const folder = folderOf(marker);
      return { folder, members: members.get(folder) ?? [], bases: chains.get(marker) ?? [] };
    });
    return { plots, bases, orphans, wanted: [...this.#wanted], problems: this.#problems };
  }

  /** One marker a folder: of two, the first by name. */
  #markers(uris: readonly string[]): readonly string[] {
    const byFolder = new Map<string, string>();
    for (const uri of uris) {
      if (!isMarker(uri)) continue;
      const other = byFolder.get(folderOf(uri));
      if (other === undefined) byFolder.set(folderOf(uri), uri);
      else
        this.#atTop(
          uri,
          say(
            "This folder has two files that make it an establishment: “{0}” and “{1}”. Keep one.",
            baseName(other),
            baseName(uri),
          ),
        );
    }
    return [...byFolder.values()];
  }

  #home(uri: string, members: ReadonlyMap<string, string[]>): string[] | undefined {
    for (let folder = folderOf(uri); folder.includes("/"); folder = folderOf(folder)) {
      const home = members.get(folder);
      if (home) return home;
    }
    return undefined;
  }

  /** The bases under a file, the topmost first: depth first, each once, bases before their heirs. */
  #chain(marker: string): readonly string[] {
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

  #linksOf(uri: string, way: readonly string[]): readonly string[] {
    const known = this.#links.get(uri);
    if (known) return known;
    const file = this.#files.get(uri);
    const links: string[] = [];
    for (const leaf of file ? heritageOf(file) : []) {
      const base = joined(uri, leaf.value);
      const message = this.#refused(base, leaf.value, way);
      if (message) this.#problems.push({ id: "herite-de", at: leaf.node, message });
      // A base that is not there stays one: what it would say is unknown, so that who asks for it is silent.
      if (base && (!message || this.#files.get(base)?.unreadable === "missing")) links.push(base);
    }
    this.#links.set(uri, links);
    return links;
  }

  #refused(base: string | undefined, path: string, way: readonly string[]): Message | undefined {
    if (base === undefined)
      return say("“{0}” must be a relative path: {1}", path, "../academie.pronote.yaml");
    if (this.#roots.length > 0 && !this.#roots.some((root) => isUnder(base, root))) {
      return say("“{0}” lies outside of the folder that is checked; nothing is read there.", path);
    }
    if (way.includes(base)) {
      const names = [...way.slice(way.indexOf(base)), base].map(baseName).join(" → ");
      return say("“herite-de” goes round in a circle: {0}.", names);
    }
    if (isMarker(base))
      return say("“{0}” is the file of an establishment: a base must be a file of its own.", path);
    const file = this.#files.get(base);
    if (!file) this.#wanted.add(base);
    return file?.unreadable === "missing" ? say("There is no file “{0}”.", path) : undefined;
  }

  /** What stands only in certain files: `herite-de` in markers and bases, no `rne` in bases. */
  #misplaced(uri: string, markers: readonly string[], bases: ReadonlySet<string>): void {
    const file = this.#files.get(uri);
    if (!file) return;
    const [leaf] = heritageOf(file);
    if (leaf && !markers.includes(uri) && !bases.has(uri) && !isMarker(uri)) {
      const message = say(
        "“herite-de” has an effect only in “{0}” and in bases: nothing is taken over here.",
        "etablissement.pronote.yaml",
      );
      this.#problems.push({ id: "herite-de", at: leaf.node, message });
    }
    const identity = converted(file).value.get("etablissement") as Value | undefined;
    const rne = identity?.kind === "map" ? identity.entries.get("rne") : undefined;
    if (bases.has(uri) && rne) {
      const message = say("A base lies under several establishments: it cannot hold the RNE of one of them.");
      this.#problems.push({ id: "herite-de", at: rne.key, message });
    }
  }

  #atTop(uri: string, message: Message): void {
    const file = this.#files.get(uri);
    if (!file) return;
    const first = file.root.pairs[0]?.key;
    const at = first ?? { block: file.root, line: 0, col: 0, endLine: 0, endCol: 0 };
    this.#problems.push({ id: "two-markers", at, message });
  }
}
