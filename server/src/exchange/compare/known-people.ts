import { foldName } from "../../base/closest.ts";
import { mapAt } from "../../model/map-at.ts";
import { leafAt, type MapValue, mapsIn } from "../../schema/value.ts";
import { type CellValue, partsOf } from "./cells.ts";

/** The sections in which people stand. */
export type PeopleOf = "professeurs" | "personnels";

/** Whom a name of a list means: one person here, one of several, or nobody who is known. */
export type FoundPerson = { readonly key: string } | "namesakes" | undefined;

const CIVILITY = /^(?:m|mr|mme|mlle|mrs|ms|monsieur|madame|mademoiselle)\.?\s+/i;

/** The people of an establishment, found by their names as lists write them. Never chooses among namesakes. */
export class KnownPeople {
  readonly #byName = new Map<string, Set<string>>();
  readonly #named = new Set<string>();
  readonly #nameless = new Set<string>();
  readonly #kept: ReadonlyMap<string, string>;
  readonly #found = new Map<string, FoundPerson>();

  constructor(root: MapValue, sections: readonly PeopleOf[], kept: ReadonlyMap<string, string>) {
    this.#kept = kept;
    for (const section of sections)
      for (const { name, value } of mapsIn(mapAt(root, [section]))) this.#add(name, value);
  }

  /** Whether a person here has no name that a list could be matched with. */
  isNameless(key: string): boolean {
    return !this.#named.has(key);
  }

  /** Whether somebody here has no name. */
  get hasNameless(): boolean {
    return this.#nameless.size > 0;
  }

  /** Whom a name means: `NOM Prénom`, in any order, with or without a civility; `NOM` alone only if one person has it. */
  find(text: string): FoundPerson {
    if (this.#found.has(text)) return this.#found.get(text);
    const person = this.#search(text);
    this.#found.set(text, person);
    return person;
  }

  /** The people in a cell; those who are nobody here by their folded names. `undefined` if it cannot be told. */
  valueOf(cell: string): CellValue | "namesakes" {
    const whole = this.find(cell);
    const names = typeof whole === "object" ? [cell] : partsOf(cell);
    const items = new Set<string>();
    const strangers: string[] = [];
    for (const name of names) {
      const person = this.find(name);
      if (person === "namesakes") return person;
      if (!person) strangers.push(name);
      items.add(person ? person.key : `“${folded(name)}”`);
    }
    return { items: [...items], shown: cell, ...(strangers.length > 0 && { strangers }) };
  }

  #search(text: string): FoundPerson {
    const kept = this.#kept.get(text);
    if (kept !== undefined) return { key: kept };
    const found = this.#byName.get(folded(text));
    const [first, ...others] = found ?? [];
    if (first === undefined) return undefined;
    return others.length > 0 ? "namesakes" : { key: first };
  }

  #add(key: string, value: MapValue): void {
    const nom = foldName(leafAt(value, "nom", "string")?.value ?? "");
    const prenom = foldName(leafAt(value, "prenom", "string")?.value ?? "");
    if (nom === "") {
      this.#nameless.add(key);
      // Somebody without a name is the one after whom the key is made.
      this.#addName(foldName(key), key);
      return;
    }
    this.#named.add(key);
    this.#addName(nom, key);
    if (prenom === "") return;
    for (const first of [prenom, prenom.slice(0, 1)]) {
      this.#addName(`${nom}-${first}`, key);
      this.#addName(`${first}-${nom}`, key);
    }
  }

  #addName(name: string, key: string): void {
    const keys = this.#byName.get(name);
    if (keys) keys.add(key);
    else this.#byName.set(name, new Set([key]));
  }
}

function folded(name: string): string {
  return foldName(name.replace(CIVILITY, "")).replace(/\.$/, "");
}
