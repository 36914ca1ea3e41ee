import { Inflate } from "fflate";
import { message } from "../base/message.ts";
import {
  fileNameOf,
  MAX_SOURCE_BYTES,
  type Source,
  SourceError,
  type SourceFinding,
  WITHIN,
} from "./source.ts";
import { type ZipEntry, zipEntries } from "./zip-directory.ts";

/** How many times larger than its packed form an entry may be. The exports of a school reach 40. */
const MAX_RATIO = 200;
/** The largest number of entries; UnDeuxTEMPS has some 120. */
const MAX_ENTRIES = 512;
const STORED = 0;
const DEFLATED = 8;
/** How many packed bytes are unpacked at once. */
const PIECE = 1 << 14;
/** Entries that are no exports: what macOS adds, folders, and hidden files. */
const NO_EXPORT = /(?:^|\/)(?:__MACOSX\/|\.(?!\.?\/))|\/$/;

/** What a zip holds: its entries as sources, named by the zip and the entry. */
export interface ZipContent {
  readonly sources: readonly Source[];
  readonly findings: readonly SourceFinding[];
}

/** Whether a source is a zip, by its content. */
export function isZip({ bytes }: Source): boolean {
  const [first, second, third] = bytes;
  return first === 0x50 && second === 0x4b && (third === 3 || third === 5);
}

/**
 * Unpacks a zip in memory, piece by piece. The names of its entries serve to tell them apart, never as paths. Throws a
 * `SourceError` for one that is damaged, or larger than any export; sizes are looked at before anything is unpacked.
 */
export function* unzip(zip: Source): Generator<void, ZipContent> {
  const wanted = wantedEntries(zip);
  // Of two entries of one name, the later one is what a program unpacks.
  const unpacked = new Map<string, Uint8Array>();
  for (const entry of wanted) unpacked.set(entry.name, yield* inflated(entry, zip));
  const times = new Map<string, number>();
  for (const name of unpacked.keys()) times.set(fileNameOf(name), (times.get(fileNameOf(name)) ?? 0) + 1);
  // Files of one name lie in different folders: which is meant could not be told without these.
  const sources = Array.from(unpacked, ([name, bytes]) => ({
    name: `${zip.name}${WITHIN}${times.get(fileNameOf(name)) === 1 ? fileNameOf(name) : name}`,
    bytes,
  }));
  const inner = sources.filter(isZip);
  return { sources: sources.filter((one) => !inner.includes(one)), findings: inner.map(nested) };
}

/** The entries that may be exports. */
function wantedEntries(zip: Source): readonly ZipEntry[] {
  const wanted: ZipEntry[] = [];
  let entries = 0;
  let total = 0;
  try {
    for (const entry of zipEntries(zip.bytes)) {
      if (++entries > MAX_ENTRIES) throw refused(zip);
      if (NO_EXPORT.test(entry.name)) continue;
      total += entry.size;
      if (total > MAX_SOURCE_BYTES || entry.size > MAX_RATIO * Math.max(entry.packed.length, 1))
        throw refused(zip);
      wanted.push(entry);
    }
  } catch (error) {
    throw error instanceof RangeError ? broken(zip) : error;
  }
  return wanted;
}

/** The bytes of an entry. Never more than the directory says, whatever is packed. */
function* inflated(
  { method, isEncrypted, packed, size }: ZipEntry,
  zip: Source,
): Generator<void, Uint8Array> {
  if (isEncrypted || (method !== STORED && method !== DEFLATED)) throw broken(zip);
  if (method === STORED) {
    if (packed.length !== size) throw broken(zip);
    return packed;
  }
  const bytes = new Uint8Array(size);
  let length = 0;
  const inflate = new Inflate((piece) => {
    if (length + piece.length > size) throw broken(zip);
    bytes.set(piece, length);
    length += piece.length;
  });
  for (let at = 0; at < packed.length; at += PIECE) {
    yield;
    try {
      inflate.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length);
    } catch {
      throw broken(zip);
    }
  }
  if (length !== size) throw broken(zip);
  return bytes;
}

function broken({ name }: Source): SourceError {
  return new SourceError(
    "broken-zip",
    name,
    message("It cannot be unpacked: it is damaged, cut off or protected by a password. Export it again."),
  );
}

function refused({ name }: Source): SourceError {
  return new SourceError(
    "zip-too-large",
    name,
    message(
      "Unpacked it would be far larger than any export: it is refused, and nothing of it was unpacked.",
    ),
  );
}

function nested({ name }: Source): SourceFinding {
  return {
    id: "zip-in-zip",
    severity: "warning",
    source: name,
    message: message("A zip within a zip is not opened: unpack the outer one first."),
  };
}
