import type { Item, Path } from "../schema/checklist.ts";
import type { MapValue, Value } from "../schema/value.ts";
import { canonicalText, canonicalTextAt } from "./canonical.ts";
import { groupsOf, reach, thingsOf } from "./coverage.ts";

/** One hash for each key or named thing that an item covers, by its path in JSON Pointer's manner. */
export type Fingerprint = ReadonlyMap<string, string>;

/** The version that is written. What one computes never changes, or schools would reopen: a change is a new version. */
const CURRENT = "1";
const VERSIONS: ReadonlyMap<string, (item: Item, root: MapValue) => Fingerprint> = new Map([["1", first]]);

/** The fingerprint of what an item covers in these effective values. */
export function fingerprintOf(item: Item, root: MapValue, version = CURRENT): Fingerprint {
  return VERSIONS.get(version)?.(item, root) ?? new Map();
}

/** What is no longer as it was: keys, and how many there are in all. */
export interface Changed {
  readonly keys: readonly string[];
  readonly of: number;
}

/**
 * Compares with a fingerprint that was written down, in the version in which it was. What a version that is not known
 * here says cannot be judged, and counts as unchanged.
 */
export function changedSince(before: Fingerprint, item: Item, root: MapValue): Changed {
  const versions = new Set([...before.values()].map(versionOf));
  const now = new Map([...versions].map((version) => [version, fingerprintOf(item, root, version)]));
  const current = fingerprintOf(item, root);
  const judged = [...versions].every((version) => VERSIONS.has(version));
  const isChanged = (key: string): boolean => {
    const old = before.get(key);
    if (old === undefined) return judged;
    const version = versionOf(old);
    return VERSIONS.has(version) && now.get(version)?.get(key) !== old;
  };
  const all = new Set([...current.keys(), ...before.keys()]);
  return { keys: [...all].filter(isChanged), of: all.size };
}

function versionOf(hash: string): string {
  return hash.slice(0, hash.indexOf(":"));
}

/** A path as a key of `empreinte`: `~` and `/` in a name are written `~0` and `~1`. */
export function pointer(path: Path): string {
  return path.map((key) => key.replace(/~/g, "~0").replace(/\//g, "~1")).join("/");
}

/** The path that a key of `empreinte` stands for. */
export function pathOfPointer(text: string): Path {
  return text.split("/").map((key) => key.replace(/~1/g, "/").replace(/~0/g, "~"));
}

function first(item: Item, root: MapValue): Fingerprint {
  const hashes = new Map<string, string>();
  for (const { path, each, part } of groupsOf(item)) {
    if (each) {
      for (const { name, value } of thingsOf(reach(root, path).entry)) {
        const text = canonicalText(value as Value, part, root) ?? "{}";
        hashes.set(pointer([...path, name]), `1:${hashOf(text)}`);
      }
      continue;
    }
    const map = mapAbove(root, path);
    const text = map && canonicalTextAt(map, path.at(-1) ?? "", part, root);
    if (text !== undefined) hashes.set(pointer(path), `1:${hashOf(text)}`);
  }
  return hashes;
}

function mapAbove(root: MapValue, path: Path): MapValue | undefined {
  if (path.length === 1) return root;
  const value = reach(root, path.slice(0, -1)).entry?.value as Value | undefined;
  return value?.kind === "map" ? value : undefined;
}

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
