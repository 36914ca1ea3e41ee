import { foldName } from "../base/closest.ts";
import { message } from "../base/message.ts";
import type { OutsidePerson } from "./outside.ts";
import type { PersonRecord, SourceRecords } from "./records.ts";
import type { SourceFinding } from "./source.ts";

/** The people of all sources, found by the identifiers of each. */
export class JoinedPeople {
  readonly #byId = new Map<string, OutsidePerson>();
  readonly #byName = new Map<string, OutsidePerson>();
  readonly #all: OutsidePerson[] = [];

  /** Adds the people of sources in the order of their authority. A person of a later source is found by name. */
  constructor(records: readonly SourceRecords[], findings: SourceFinding[]) {
    for (const { people } of records) this.#addSource(people, findings);
  }

  /** All people, in the order of the sources. */
  get all(): readonly OutsidePerson[] {
    return this.#all;
  }

  /** The person with an identifier. */
  find(id: string): OutsidePerson | undefined {
    return this.#byId.get(id);
  }

  #addSource(people: readonly PersonRecord[], findings: SourceFinding[]): void {
    const ofThisSource = new Set<OutsidePerson>();
    for (const record of people) {
      if (record.nom === "") continue;
      const known = this.#byName.get(nameKey(record));
      const namesake = known && ofThisSource.has(known) ? known : undefined;
      if (namesake) findings.push(duplicate(record, namesake));
      const person = known && !namesake ? known : this.#add(record);
      ofThisSource.add(person);
      this.#byId.set(record.id, person);
    }
  }

  #add(record: PersonRecord): OutsidePerson {
    const { nom, fonction, isLocal, place } = record;
    const person = { nom, prenom: inSmallLetters(record.prenom), fonction, isLocal, place };
    this.#all.push(person);
    if (!this.#byName.has(nameKey(record))) this.#byName.set(nameKey(record), person);
    return person;
  }
}

/** A name and first name as they are compared. */
export function nameKey({ nom, prenom }: { readonly nom: string; readonly prenom: string }): string {
  return `${foldName(nom)}|${foldName(prenom)}`;
}

/** A first name that STSWEB has in capitals, as it is usually written: Jean-Pierre. */
function inSmallLetters(name: string): string {
  if (name !== name.toLocaleUpperCase("fr")) return name;
  const lower = name.toLocaleLowerCase("fr");
  return lower.replace(/(^|[\s'’-])\p{L}/gu, (initial) => initial.toLocaleUpperCase("fr"));
}

function duplicate({ place, nom, prenom }: PersonRecord, other: OutsidePerson): SourceFinding {
  return {
    id: "same-person-twice",
    severity: "warning",
    source: place.source,
    place,
    message: message(
      "“{0}” stands in it twice (line {1} too): both are taken, as they may be two people.",
      `${nom} ${prenom}`,
      other.place.line,
    ),
  };
}
