import { strToU8, Zip, ZipDeflate, ZipPassThrough, zipSync } from "fflate";
import { expect, test } from "vitest";
import { sourceOf } from "../../../test/support/import.ts";
import { finished } from "../base/finished.ts";
import { SourceError } from "./source.ts";
import { unzip } from "./unzip.ts";

/** A text that packs as badly as names and numbers do. */
const words = (count: number) =>
  strToU8(Array.from({ length: count }, (_, at) => ((at * 7919) % 104_729).toString(36)).join(" é"));
const LONG = words(2000);
const FILES = { "a.xml": strToU8("<a/>"), "dossier/é.xml": LONG, "empty.xml": new Uint8Array() };
const EXPECTED = [
  ["z.zip › a.xml", 4],
  ["z.zip › é.xml", LONG.length],
  ["z.zip › empty.xml", 0],
];

const unzipped = (bytes: Uint8Array) => finished(unzip(sourceOf("z.zip", bytes)));
const sizes = (bytes: Uint8Array) =>
  unzipped(bytes).sources.map(({ name, bytes: { length } }) => [name, length]);
const reason = (bytes: Uint8Array) => {
  try {
    return sizes(bytes);
  } catch (error) {
    if (error instanceof SourceError) return error.finding.id;
    throw error;
  }
};

/** A zip as programs write it that do not know the sizes beforehand: they stand behind each entry. */
function streamed(): Uint8Array {
  const parts: Uint8Array[] = [];
  const zip = new Zip((_, part) => parts.push(part));
  for (const [name, bytes] of Object.entries(FILES)) {
    const entry = name === "a.xml" ? new ZipPassThrough(name) : new ZipDeflate(name);
    zip.add(entry);
    entry.push(bytes, true);
  }
  zip.end();
  return Buffer.concat(parts);
}

/** A stored entry whose sizes and place stand in the fields of ZIP64, as some programs write all of theirs. */
function zip64(): Uint8Array {
  const bytes = Buffer.alloc(400);
  const local = bytes.write("PK\x03\x04", 0, "latin1") && 0;
  bytes.writeUInt16LE(5, 26);
  bytes.write("a.xml<a/>", 30);
  const entry = 39;
  bytes.write("PK\x01\x02", entry, "latin1");
  bytes.writeUInt32LE(0xffffffff, entry + 20);
  bytes.writeUInt32LE(0xffffffff, entry + 24);
  bytes.writeUInt16LE(5, entry + 28);
  bytes.writeUInt16LE(32, entry + 30);
  bytes.writeUInt32LE(0xffffffff, entry + 42);
  bytes.write("a.xml", entry + 46);
  const field = entry + 51;
  bytes.writeUInt16LE(0x5455, field);
  bytes.writeUInt16LE(4, field + 2);
  bytes.writeUInt16LE(1, field + 8);
  bytes.writeUInt16LE(24, field + 10);
  for (const [at, value] of [4, 4, local].entries())
    bytes.writeBigUInt64LE(BigInt(value), field + 12 + 8 * at);
  const end64 = field + 36;
  bytes.write("PK\x06\x06", end64, "latin1");
  bytes.writeBigUInt64LE(1n, end64 + 32);
  bytes.writeBigUInt64LE(BigInt(entry), end64 + 48);
  const locator = end64 + 56;
  bytes.write("PK\x06\x07", locator, "latin1");
  bytes.writeBigUInt64LE(BigInt(end64), locator + 8);
  const end = locator + 20;
  bytes.write("PK\x05\x06", end, "latin1");
  bytes.writeUInt16LE(0xffff, end + 10);
  bytes.writeUInt32LE(0xffffffff, end + 16);
  return bytes.subarray(0, end + 22);
}

test("entries are unpacked however they were packed: in one go, stored, streamed, with a comment at the end", () => {
  const zip = zipSync(FILES);
  expect(sizes(zip)).toEqual(EXPECTED);
  expect(unzipped(zip).sources[1]?.bytes).toEqual(LONG);
  expect(sizes(zipSync(FILES, { level: 0 }))).toEqual(EXPECTED);
  expect(sizes(streamed())).toEqual(EXPECTED);
  const commented = Buffer.concat([zip, Buffer.from("fin")]);
  commented.writeUInt16LE(3, zip.length - 2);
  expect(sizes(commented)).toEqual(EXPECTED);
  // A piece of a larger buffer, as files are read.
  expect(sizes(Buffer.concat([Buffer.from("davor"), zip]).subarray(5))).toEqual(EXPECTED);
  expect(sizes(zip64())).toEqual([["z.zip › a.xml", 4]]);
});

test("it yields often: before each piece", () => {
  const work = unzip(sourceOf("z.zip", zipSync({ "a.xml": words(50_000) })));
  let steps = 0;
  while (!work.next().done) steps++;
  expect(steps).toBeGreaterThan(5);
});

test("one that is damaged anywhere is refused or read as it was, and never throws anything else", () => {
  const zip = zipSync({ "a.xml": words(60), "b.xml": strToU8("<b/>") });
  for (let length = 0; length < zip.length; length++)
    expect(reason(zip.subarray(0, length))).toBe("broken-zip");
  const outcomes = new Set<string>();
  for (let at = 0; at < zip.length; at++)
    for (const value of [0, 1, 0x7f, 0xff]) {
      const damaged = zip.slice();
      damaged[at] = value;
      const found = reason(damaged);
      outcomes.add(typeof found === "string" ? found : "read");
    }
  expect([...outcomes].sort()).toEqual(["broken-zip", "read", "zip-too-large"]);
});

test("an entry that is larger than the directory says, or encrypted, is refused", () => {
  const zip = Buffer.from(zipSync({ "a.xml": LONG }));
  const directory = zip.lastIndexOf("PK\x01\x02", undefined, "latin1");
  const sized = Buffer.from(zip);
  sized.writeUInt32LE(1000, directory + 24);
  expect(reason(sized)).toBe("broken-zip");
  sized.writeUInt32LE(LONG.length + 1, directory + 24);
  expect(reason(sized)).toBe("broken-zip");
  const locked = Buffer.from(zip);
  locked.writeUInt16LE(1, directory + 8);
  expect(reason(locked)).toBe("broken-zip");
});

test("entries of one name are told apart by their folders", () => {
  const zip = zipSync({
    "a/sts.xml": strToU8("<a/>"),
    "b/sts.xml": strToU8("<b/>"),
    "c/eleves.xml": strToU8("<c/>"),
  });
  expect(unzipped(zip).sources.map(({ name }) => name)).toEqual([
    "z.zip › a/sts.xml",
    "z.zip › b/sts.xml",
    "z.zip › eleves.xml",
  ]);
});
