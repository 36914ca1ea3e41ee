import { memo } from "../base/memo.ts";
import { isDay } from "../rules/shared/dates.ts";
import type { Scalar } from "../schema/schema.ts";
import type { Entry, MapValue } from "../schema/value.ts";
import type { Fingerprint } from "./fingerprint.ts";

/** What a user wrote about an item in `deroulement`. */
export interface WrittenTick {
  /** The day on which it was done. If set, the item is ticked. */
  readonly fait?: string;
  readonly par?: string;
  readonly annee?: string;
  readonly note?: string;
  /** Why the item is not applicable to the establishment. */
  readonly sansObjet?: string;
  /** Who is assigned to it, and its due date. */
  readonly pour?: string;
  readonly avant?: string;
  readonly preuve?: WrittenProof;
  /** If absent, the values at that time are not known. */
  readonly empreinte?: Fingerprint;
  readonly entry: Entry;
}

/** A list of PRONOTE that was compared with the configuration. */
export interface WrittenProof {
  readonly liste: string;
  /** The day of the list. */
  readonly du: string;
  readonly lues?: number;
  readonly ecarts: number;
}

/** Reads an entry of `deroulement`. */
export const tickOf = memo((entry: Entry): WrittenTick | undefined => {
  const map = entry.value;
  if (map.kind !== "map") return undefined;
  const { fait, ...others } = texts(map);
  const empreinte = map.get("empreinte");
  const preuve = proofIn(map);
  return {
    ...others,
    // A day that no calendar has is a mistake, and found as one.
    ...(fait !== undefined && isDay(fait) ? { fait } : undefined),
    ...(empreinte?.kind === "map" ? { empreinte: fingerprintIn(empreinte) } : undefined),
    ...(preuve ? { preuve } : undefined),
    entry,
  };
});

/** The proof of an entry; `undefined` without its list, its day or its result. */
function proofIn(map: MapValue): WrittenProof | undefined {
  const proof = map.get("preuve");
  if (proof?.kind !== "map") return undefined;
  const [liste, du, lues, ecarts] = ["liste", "du", "lues", "ecarts"].map((key) => leafIn(proof, key));
  if (typeof liste !== "string" || typeof du !== "string" || typeof ecarts !== "number") return undefined;
  if (!isDay(du)) return undefined;
  return { liste, du, ecarts, ...(typeof lues === "number" ? { lues } : undefined) };
}

function leafIn(map: MapValue, key: string): Scalar | undefined {
  const value = map.get(key);
  return value?.kind === "leaf" ? value.value : undefined;
}

function texts(map: MapValue): Omit<WrittenTick, "entry" | "empreinte" | "preuve"> {
  const found: { -readonly [Key in keyof WrittenTick]?: string } = {};
  for (const [key, name] of [
    ["fait", "fait"],
    ["par", "par"],
    ["annee", "annee"],
    ["note", "note"],
    ["sans-objet", "sansObjet"],
    ["pour", "pour"],
    ["avant", "avant"],
  ] as const) {
    const value = leafIn(map, key);
    if (value !== undefined) found[name] = String(value);
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

/** Whether a tick belongs to another school year than `year`; false if `year` is not known. */
export function isOfAnotherYear({ fait, annee }: WrittenTick, year: string | undefined): boolean {
  if (year === undefined) return false;
  if (annee !== undefined) return annee !== year;
  // Without a school year only a tick before the calendar year in which `year` starts surely belongs to another one.
  return fait !== undefined && fait < `${year.slice(0, 4)}-01-01`;
}
