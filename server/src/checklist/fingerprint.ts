import { mapAt } from "../model/establishment.ts";
import type { ItemSpec, KeyPath } from "../schema/checklist.ts";
import type { MapValue, Value } from "../schema/value.ts";
import { canonicalText, canonicalTextAt } from "./canonical.ts";
import { type CoveredPart, coveredGroupsOf } from "./coverage.ts";

/** One hash for each key or named thing that an item covers, by its path in JSON Pointer's manner. */
export type Fingerprint = ReadonlyMap<string, string>;

type Hashes = Iterable<readonly [key: string, hash: string]>;

/** The version that is written. What one computes never changes, or schools would reopen: a change is a new version. */
const CURRENT = "1";
const VERSIONS: ReadonlyMap<string, (item: ItemSpec, root: MapValue) => Hashes> = new Map([["1", first]]);

/** The fingerprint of what an item covers in these effective values. */
export function fingerprintOf(item: ItemSpec, root: MapValue): Fingerprint {
  return new Map(first(item, root));
}

/** What is no longer as it was: keys, and how many there are in all. */
export interface FingerprintChange {
  readonly keys: readonly string[];
  readonly of: number;
}

/**
 * Compares with a fingerprint that was written down, in the version in which it was. What a version that is not known
 * here says cannot be judged, and counts as unchanged.
 */
export function changesSinceFingerprint(
  before: Fingerprint,
  item: ItemSpec,
  root: MapValue,
): FingerprintChange {
  const versions = new Set([...before.values()].map(versionOf));
  const [version = CURRENT, ...others] = versions;
  const compute = VERSIONS.get(version);
  if (others.length > 0) return changedInParts(versions, before, item, root);
  if (!compute) return { keys: [], of: before.size };
  const keys: string[] = [];
  let gone = before.size;
  let count = 0;
  for (const [key, hash] of compute(item, root)) {
    const old = before.get(key);
    count++;
    if (old !== undefined) gone--;
    if (old !== hash) keys.push(key);
  }
  if (gone === 0) return { keys, of: count };
  const now = new Set(Array.from(compute(item, root), ([key]) => key));
  const lost = [...before.keys()].filter((key) => !now.has(key));
  return { keys: [...keys, ...lost], of: count + gone };
}

/** A fingerprint in several versions, as after a merge by hand: each part by itself; what is new is nobody's. */
function changedInParts(
  versions: ReadonlySet<string>,
  before: Fingerprint,
  item: ItemSpec,
  root: MapValue,
): FingerprintChange {
  const keys = [...versions].flatMap((version) => {
    const part = new Map([...before].filter(([, hash]) => versionOf(hash) === version));
    return changesSinceFingerprint(part, item, root).keys.filter((key) => part.has(key));
  });
  return { keys, of: before.size };
}

function versionOf(hash: string): string {
  return hash.slice(0, hash.indexOf(":"));
}

/** A path as a key of `empreinte`: `~` and `/` in a name are written `~0` and `~1`. */
export function pointer(path: KeyPath): string {
  return path.map(escaped).join("/");
}

function escaped(key: string): string {
  return /[~/]/.test(key) ? key.replace(/~/g, "~0").replace(/\//g, "~1") : key;
}

/** The path that a key of `empreinte` stands for. */
export function pathOfPointer(text: string): KeyPath {
  return text.split("/").map((key) => key.replace(/~1/g, "/").replace(/~0/g, "~"));
}

function* first(item: ItemSpec, root: MapValue): Generator<readonly [key: string, hash: string]> {
  for (const { path, each, part } of coveredGroupsOf(item)) {
    const map = mapAt(root, each ? path : path.slice(0, -1));
    if (map && each) yield* firstOfThings(map, pointer(path), part, root);
    const text = map && !each ? canonicalTextAt(map, path.at(-1) ?? "", part, root) : undefined;
    if (text !== undefined) yield [pointer(path), `1:${hashOf(text)}`];
  }
}

function* firstOfThings(map: MapValue, path: string, part: CoveredPart, root: MapValue) {
  for (const { name, value } of map.entries.values()) {
    if (value.kind !== "removed") yield [`${path}/${escaped(name)}`, hashOfPart(value, part, root)] as const;
  }
}

/** A thing that says nothing is there all the same. */
function hashOfPart(value: Value, part: CoveredPart, root: MapValue): string {
  const known = hashes.get(value)?.get(part);
  if (known !== undefined) return known;
  const { text, fixed } = canonicalText(value, part, root);
  const hash = `1:${hashOf(text ?? "{}")}`;
  if (fixed) {
    const parts = hashes.get(value) ?? new Map<CoveredPart, string>();
    hashes.set(value, parts.set(part, hash));
  }
  return hash;
}

/** The hashes of things that did not change. */
const hashes = new WeakMap<Value, Map<CoveredPart, string>>();

/**
 * MurmurHash3 (32 bits) over UTF-16 code units, as 8 hex digits. Each round is one-to-one, so two texts that differ in
 * one character never have the same hash; others have it once in four thousand million.
 */
export function hashOf(text: string): string {
  let hash = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = Math.imul(text.charCodeAt(i), 0xcc9e2d51);
    hash ^= Math.imul((unit << 15) | (unit >>> 17), 0x1b873593);
    hash = (Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64) | 0;
  }
  hash ^= text.length;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0).toString(16).padStart(8, "0");
}
