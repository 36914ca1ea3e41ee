import { foldName } from "../base/closest.ts";
import type { MapValue } from "../schema/value.ts";
import { leafAt, mapsIn } from "../schema/value.ts";
import { nameKey } from "./join-people.ts";
import type { Outside, OutsidePerson } from "./outside.ts";

/** The sections in which people stand; they share one scope of names. */
export type PeopleSection = "professeurs" | "personnels";

/** The section in which a person's function stands. */
export function sectionOf({ fonction }: OutsidePerson): PeopleSection {
  return ["", "ENS", "DOC"].includes(fonction) ? "professeurs" : "personnels";
}

/**
 * The keys of people: that under which the configuration has somebody of the same name and first name; else a new one,
 * made of the name, then of name and first name, then with a number. Identifiers of STSWEB change from year to year, so
 * they are never part of it.
 */
export class PersonKeys {
  readonly #keys = new Map<OutsidePerson, string>();
  readonly #taken: Set<string>;

  constructor(root: MapValue, { people }: Outside, reserved: ReadonlySet<string>) {
    this.#taken = new Set(reserved);
    for (const section of ["professeurs", "personnels"] as const) {
      const map = mapOf(root, section);
      for (const name of map?.entries.keys() ?? []) this.#taken.add(name);
      this.#match(
        map,
        people.filter((person) => sectionOf(person) === section),
      );
    }
    for (const person of people) if (!this.#keys.has(person)) this.#keys.set(person, this.#newKey(person));
  }

  /** The key of a person. */
  of(person: OutsidePerson): string {
    return this.#keys.get(person) ?? foldName(person.nom);
  }

  /** Finds the people whom the configuration has, each once. */
  #match(map: MapValue | undefined, people: readonly OutsidePerson[]): void {
    const written = [...mapsIn(map)].map(({ name, value }) => ({
      name,
      nom: leafAt(value, "nom", "string")?.value ?? "",
      prenom: leafAt(value, "prenom", "string")?.value ?? "",
    }));
    const used = new Set<string>();
    const find = (same: (one: (typeof written)[number]) => boolean) =>
      written.filter((one) => !used.has(one.name) && same(one));
    const match = (person: OutsidePerson, name: string | undefined) => {
      if (name === undefined) return;
      used.add(name);
      this.#keys.set(person, name);
    };
    for (const person of people) match(person, find((one) => nameKey(one) === nameKey(person))[0]?.name);
    // An entry that says no name is about the person after whom its key is made.
    for (const person of people) {
      if (this.#keys.has(person)) continue;
      const slug = slugOf(person.nom);
      match(person, find((one) => one.nom === "" && one.name === slug)[0]?.name);
    }
    // Where one of the two has no first name, the name has to be that of one person only, on both sides.
    for (const person of people) {
      if (this.#keys.has(person)) continue;
      const nom = foldName(person.nom);
      const found = find((one) => foldName(one.nom) === nom && (one.prenom === "" || person.prenom === ""));
      const rivals = people.filter((one) => foldName(one.nom) === nom);
      if (found.length === 1 && rivals.length === 1) match(person, found[0]?.name);
    }
  }

  #newKey(person: OutsidePerson): string {
    const key = newPersonKey(person, this.#taken);
    this.#taken.add(key);
    return key;
  }
}

/** A key for a new person that is none of those taken: of the name, then of name and first name, then with a number. */
export function newPersonKey(
  { nom, prenom }: Pick<OutsidePerson, "nom" | "prenom">,
  taken: ReadonlySet<string>,
): string {
  const slug = slugOf(nom) || "personne";
  const full = `${slug}-${slugOf(prenom) || "2"}`;
  let key = taken.has(slug) ? full : slug;
  for (let number = 2; taken.has(key); number++) key = `${full}-${number}`;
  return key;
}

function mapOf(root: MapValue, section: string): MapValue | undefined {
  const value = root.get(section);
  return value?.kind === "map" ? value : undefined;
}

/** A name as a key: small letters and digits, with dashes between them. */
function slugOf(name: string): string {
  return foldName(name)
    .replace(/[^\p{L}\p{N}-]+/gu, "-")
    .replace(/-{2,}/g, "-")
    .replace(/^-|-$/g, "");
}
