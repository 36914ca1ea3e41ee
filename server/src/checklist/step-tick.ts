import { memo } from "../base/memo.ts";
import type { Entry, MapValue } from "../schema/value.ts";
import type { Fingerprint } from "./fingerprint.ts";

/** What a person wrote about an item in `deroulement`. */
export interface WrittenTick {
  /** The day on which it was done; then it is ticked. */
  readonly fait?: string;
  readonly par?: string;
  readonly annee?: string;
  readonly note?: string;
  /** Why the item does not concern the establishment. */
  readonly sansObjet?: string;
  /** None: what was covered then is not known. */
  readonly empreinte?: Fingerprint;
  readonly entry: Entry;
}

/** Reads an entry of `deroulement`. */
export const tickOf = memo((entry: Entry): WrittenTick | undefined => {
  const map = entry.value;
  if (map.kind !== "map") return undefined;
  const empreinte = map.get("empreinte");
  return {
    ...texts(map),
    ...(empreinte?.kind === "map" ? { empreinte: fingerprintIn(empreinte) } : undefined),
    entry,
  };
});

function texts(map: MapValue): Omit<WrittenTick, "entry" | "empreinte"> {
  const found: { -readonly [Key in keyof WrittenTick]?: string } = {};
  for (const [key, name] of [
    ["fait", "fait"],
    ["par", "par"],
    ["annee", "annee"],
    ["note", "note"],
    ["sans-objet", "sansObjet"],
  ] as const) {
    const value = map.get(key);
    if (value?.kind === "leaf") found[name] = String(value.value);
  }
  return found;
}

function fingerprintIn(map: MapValue): Fingerprint {
  return new Map(
    [...map.entries.values()].flatMap(({ name, value }) =>
      value.kind === "leaf" ? [[name, String(value.value)] as const] : [],
    ),
  );
}

/** Whether an item that was ticked in one school year has to be done again in another. */
export function isOfAnotherYear({ fait, annee }: WrittenTick, year: string | undefined): boolean {
  if (year === undefined) return false;
  if (annee !== undefined) return annee !== year;
  // Without a year, only what was done before the calendar year of the rentrée is surely of another one.
  return fait !== undefined && fait < `${year.slice(0, 4)}-01-01`;
}
