import { mapAt } from "../../model/map-at.ts";
import { leafAt, type MapValue, mapsIn } from "../../schema/value.ts";
import { looseCode, looseLabel } from "../spelling.ts";
import { partsOf } from "./cells.ts";
import { keptNames } from "./kept.ts";

/** The sections of those who are taught. */
export type PublicSection = "classes" | "groupes-eleves";

/** A class or a group of pupils here. */
export interface Public {
  readonly section: PublicSection;
  readonly name: string;
}

/** A class or group that a list means, and whether it is only spelt alike. */
export interface FoundPublic extends Public {
  /** The label of the list, if only its spelling tells. */
  readonly spelt?: string;
}

/** The classes and groups of an establishment, found as lists write them. */
export class KnownPublics {
  readonly #sections: { readonly [S in PublicSection]: Names };
  /** Groups by the classes that they draw from. */
  readonly #byClasses = new Map<string, string[]>();
  readonly #found = new Map<string, FoundPublic | undefined>();

  constructor(root: MapValue) {
    this.#sections = {
      classes: new Names(root, "classes"),
      "groupes-eleves": new Names(root, "groupes-eleves"),
    };
    for (const { name, value } of mapsIn(mapAt(root, ["groupes-eleves"]))) {
      const classes = value.get("classes");
      const names =
        classes?.kind === "list"
          ? classes.items.flatMap((one) => (one.kind === "leaf" ? [String(one.value)] : []))
          : [];
      const key = setKey(names);
      this.#byClasses.set(key, [...(this.#byClasses.get(key) ?? []), name]);
    }
  }

  /**
   * The class or group that a cell means: `6E1`, `5E1, 5E2 > 5ESP2A`, `[5ESP2A]<5E1> …, <5E2> …`, a part of a class
   * `<3D> LATIN`; a group that has another name in the list by its classes, if only one draws from these.
   */
  find(cell: string): FoundPublic | undefined {
    if (this.#found.has(cell)) return this.#found.get(cell);
    const found = this.#search(cell);
    this.#found.set(cell, found);
    return found;
  }

  /** The class of a name. */
  classe(text: string): FoundPublic | undefined {
    return this.#sections.classes.find(text);
  }

  #search(cell: string): FoundPublic | undefined {
    const { group, classes } = publicIn(cell);
    if (group !== undefined)
      return this.#sections["groupes-eleves"].find(group) ?? this.#groupOf(classes, group);
    const [only, ...others] = classes;
    if (only === undefined) return undefined;
    if (others.length > 0) return this.#sections["groupes-eleves"].find(cell) ?? this.#groupOf(classes, cell);
    const exact = [this.#sections.classes, this.#sections["groupes-eleves"]].flatMap(
      (names) => names.exact(only) ?? [],
    );
    return exact[0] ?? this.#sections.classes.find(only) ?? this.#sections["groupes-eleves"].find(only);
  }

  #groupOf(classes: readonly string[], spelt: string): FoundPublic | undefined {
    const names = classes.map((one) => this.classe(one)?.name);
    const known = names.flatMap((name) => name ?? []);
    const groups = known.length === names.length ? this.#byClasses.get(setKey(known)) : undefined;
    const [only, ...others] = groups ?? [];
    return only === undefined || others.length > 0
      ? undefined
      : { section: "groupes-eleves", name: only, spelt };
  }
}

/** The group and the classes that a cell names. */
function publicIn(cell: string): { readonly group?: string; readonly classes: readonly string[] } {
  const parts = [...cell.matchAll(/<([^<>]+)>/g)].map(([, classe = ""]) => classe.trim());
  const [, bracketed] = /^\[([^[\]]+)\]/.exec(cell) ?? [];
  if (bracketed !== undefined) return { group: bracketed.trim(), classes: [...new Set(parts)] };
  if (parts.length > 0) return { classes: [...new Set(parts)] };
  const at = cell.lastIndexOf(" > ");
  return at < 0
    ? { classes: partsOf(cell) }
    : { group: cell.slice(at + 3).trim(), classes: partsOf(cell.slice(0, at)) };
}

/** The name by which `correspondances` finds what a cell means. */
export function publicLabel(cell: string): string {
  return publicIn(cell).group ?? cell;
}

function setKey(names: readonly string[]): string {
  return JSON.stringify([...new Set(names)].sort());
}

/** The names of a section, and the labels by which its things are found. */
class Names {
  readonly #section: PublicSection;
  readonly #kept: ReadonlyMap<string, string>;
  readonly #names = new Set<string>();
  readonly #byLabel = new Map<string, Set<string>>();
  readonly #byCode = new Map<string, Set<string>>();

  constructor(root: MapValue, section: PublicSection) {
    this.#section = section;
    this.#kept = keptNames(root, section);
    for (const { name, value } of mapAt(root, [section])?.entries.values() ?? []) {
      if (value.kind === "removed") continue;
      this.#names.add(name);
      add(this.#byCode, looseCode(name), name);
      const libelle = leafAt(value, "libelle", "string")?.value;
      if (libelle !== undefined) add(this.#byLabel, looseLabel(libelle), name);
    }
  }

  exact(text: string): FoundPublic | undefined {
    const kept = this.#kept.get(text);
    const name = kept ?? (this.#names.has(text) ? text : only(this.#byLabel.get(looseLabel(text))));
    return name === undefined ? undefined : { section: this.#section, name };
  }

  find(text: string): FoundPublic | undefined {
    const exact = this.exact(text);
    if (exact) return exact;
    const name = only(this.#byCode.get(looseCode(text)));
    return name === undefined ? undefined : { section: this.#section, name, spelt: text };
  }
}

function add(map: Map<string, Set<string>>, key: string, name: string): void {
  const names = map.get(key);
  if (names) names.add(name);
  else map.set(key, new Set([name]));
}

function only(names: ReadonlySet<string> | undefined): string | undefined {
  const [first, ...others] = names ?? [];
  return others.length > 0 ? undefined : first;
}
