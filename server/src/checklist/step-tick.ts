import { memo } from "../base/memo.ts";
import type { Scalar } from "../schema/schema.ts";
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
  /** Who is to do it, and until when. */
  readonly pour?: string;
  readonly avant?: string;
  readonly preuve?: WrittenProof;
  /** None: what was covered then is not known. */
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
  const empreinte = map.get("empreinte");
  const preuve = proofIn(map);
  return {
    ...texts(map),
    ...(empreinte?.kind === "map" ? { empreinte: fingerprintIn(empreinte) } : undefined),
    ...(preuve ? { preuve } : undefined),
    entry,
  };
});

/** One that says what it is about, and what came out. */
function proofIn(map: MapValue): WrittenProof | undefined {
  const proof = map.get("preuve");
  if (proof?.kind !== "map") return undefined;
  const [liste, du, lues, ecarts] = ["liste", "du", "lues", "ecarts"].map((key) => leafIn(proof, key));
  if (typeof liste !== "string" || typeof du !== "string" || typeof ecarts !== "number") return undefined;
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

/** Whether an item that was ticked in one school year has to be done again in another. */
export function isOfAnotherYear({ fait, annee }: WrittenTick, year: string | undefined): boolean {
  if (year === undefined) return false;
  if (annee !== undefined) return annee !== year;
  // Without a year, only what was done before the calendar year of the rentrée is surely of another one.
  return fait !== undefined && fait < `${year.slice(0, 4)}-01-01`;
}
