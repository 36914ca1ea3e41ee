import { type UnzipFileFilter, type Unzipped, unzipSync } from "fflate";
import { appendAll } from "../base/append-all.ts";
import { message } from "../base/message.ts";
import {
  fileNameOf,
  MAX_SOURCE_BYTES,
  type Source,
  SourceError,
  type SourceFinding,
  WITHIN,
} from "./source.ts";

/** How many times larger than its packed form an entry may be. The exports of a school reach 40. */
const MAX_RATIO = 200;
/** The largest number of entries; UnDeuxTEMPS has some 120. */
const MAX_ENTRIES = 512;
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
 * Unpacks a zip in memory. The names of its entries serve to tell them apart, never as paths. Throws a `SourceError` for
 * one that is damaged, or larger than any export; sizes are looked at before anything is unpacked.
 */
export function unzip(zip: Source): ZipContent {
  const findings: SourceFinding[] = [];
  let entries = 0;
  let total = 0;
  const wanted: UnzipFileFilter = (file) => {
    if (++entries > MAX_ENTRIES) throw refused(zip);
    if (NO_EXPORT.test(file.name)) return false;
    total += file.originalSize;
    if (total > MAX_SOURCE_BYTES || file.originalSize > MAX_RATIO * Math.max(file.size, 1))
      throw refused(zip);
    return true;
  };
  const sources = Object.entries(unpacked(zip, wanted)).map(([name, bytes]) => ({
    name: `${zip.name}${WITHIN}${fileNameOf(name)}`,
    bytes,
  }));
  const inner = sources.filter(isZip);
  appendAll(findings, inner.map(nested));
  return { sources: sources.filter((one) => !inner.includes(one)), findings };
}

function unpacked(zip: Source, filter: UnzipFileFilter): Unzipped {
  try {
    return unzipSync(zip.bytes, { filter });
  } catch (error) {
    if (error instanceof SourceError) throw error;
    throw new SourceError(
      "broken-zip",
      zip.name,
      message("It cannot be unpacked: it is damaged, cut off or protected by a password. Export it again."),
    );
  }
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
