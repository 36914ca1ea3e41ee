import { sharedBy } from "../model/establishment.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { kinds } from "../schema/kinds.ts";
import type { MentionSpec, Schema } from "../schema/schema.ts";
import type { MapValue, Value } from "../schema/value.ts";

/** The names that a copy of an establishment lacks. */
export interface MissingNames {
  /** Whether a name that a text mentions is left out together with what declared it. */
  readonly isMissing: (name: string, mentions: MentionSpec) => boolean;
}

/** Whether a value with a schema is taken over. */
export type IsTaken = (schema: Schema) => boolean;

/** The names that are declared in an establishment, and no more once what is not taken over is left out. */
export function missingNames({ members, bases }: Snapshot, isTaken: IsTaken): MissingNames {
  const all = new NameSets();
  const taken = new NameSets();
  for (const file of members) {
    all.gather(sharedBy(file), () => true);
    taken.gather(sharedBy(file), isTaken);
  }
  for (const file of bases) taken.gather(sharedBy(file), () => true);
  const exists = (name: string, kind: string) =>
    taken.has(kind, name) || kinds.get(kind)?.predeclared.has(name) === true;
  return {
    isMissing: (name, { kinds: possible, words }) =>
      words?.includes(name) !== true &&
      possible.some((kind) => all.has(kind, name)) &&
      !possible.some((kind) => exists(name, kind)),
  };
}

/** Declared names by kind. */
class NameSets {
  readonly #names = new Map<string, Set<string>>();

  has(kind: string, name: string): boolean {
    return this.#names.get(kind)?.has(name) === true;
  }

  /** Adds the names that are declared in a value, as far as it is taken. */
  gather(value: Value, isTaken: IsTaken): void {
    if (value.kind === "list") for (const item of value.items) this.gather(item, isTaken);
    if (value.kind === "leaf" && value.schema.declares) this.#add(value.schema, String(value.value));
    if (value.kind === "map") this.#gatherMap(value, isTaken);
  }

  #gatherMap(map: MapValue, isTaken: IsTaken): void {
    for (const { name, value } of map.entries.values()) {
      if (map.schema.declares && value.kind !== "removed") this.#add(map.schema, name);
      if (!("schema" in value) || isTaken(value.schema)) this.gather(value, isTaken);
    }
  }

  #add({ declares }: Schema, name: string): void {
    if (!declares) return;
    const names = this.#names.get(declares.kind) ?? new Set();
    this.#names.set(declares.kind, names.add(name.normalize("NFC")));
  }
}
