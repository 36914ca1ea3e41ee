import { mapAt } from "../model/map-at.ts";
import type { ItemSpec, KeyPath } from "../schema/checklist.ts";
import { escapedKey, pathOfPointer, pointer } from "../schema/pointer.ts";
import type { MapValue, Value } from "../schema/value.ts";
import { canonicalText, canonicalTextAt } from "./canonical.ts";
import {
  type CoveredGroup,
  type CoveredPart,
  coveredGroupsIn,
  currentVersion,
  isCovered,
} from "./coverage.ts";

/** The hashes of the values that an item covers, by their paths, written as in a JSON Pointer. */
export type Fingerprint = ReadonlyMap<string, string>;

type Hashes = Generator<readonly [key: string, hash: string]>;

/** The fingerprint of the effective values that an item covers, in the current version. */
export function fingerprintOf(item: ItemSpec, root: MapValue): Fingerprint {
  return fingerprintIn(currentVersion(item), item, root) ?? new Map();
}

/**
 * The fingerprint in a given version; `undefined` for an unknown version. The result of a version must never change,
 * because the steps of existing schools would be reopened: a change of coverage needs a new version.
 */
export function fingerprintIn(version: string, item: ItemSpec, root: MapValue): Fingerprint | undefined {
  const groups = coveredGroupsIn(version, item);
  return groups && new Map(hashesIn(version, groups, root));
}

/** The keys whose values changed, and the number of all keys. */
export interface FingerprintChange {
  readonly keys: readonly string[];
  readonly of: number;
}

/**
 * Compares with a recorded fingerprint, in its own version. An unknown version cannot be compared, and counts as
 * unchanged.
 */
export function changesSinceFingerprint(
  before: Fingerprint,
  item: ItemSpec,
  root: MapValue,
): FingerprintChange {
  const versions = new Set([...before.values()].map(versionOf));
  const [version = currentVersion(item), ...others] = versions;
  if (others.length > 0) return changedInParts(versions, before, item, root);
  const current = fingerprintIn(version, item, root);
  if (!current) return { keys: [], of: before.size };
  const lost = [...before.keys()].filter((key) => !current.has(key));
  const keys = [...current].flatMap(([key, hash]) => (before.get(key) === hash ? [] : [key]));
  // Keys of an earlier version that are not covered any more are ignored.
  return {
    keys: [...keys, ...lost].filter((key) => isCovered(item, pathOfPointer(key))),
    of: current.size + lost.length,
  };
}

/**
 * Compares a fingerprint with several versions, as after a manual merge: the keys of each version separately. New keys
 * are ignored.
 */
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

function* hashesIn(version: string, groups: readonly CoveredGroup[], root: MapValue): Hashes {
  for (const { path, each, part } of groups) {
    const map = mapAt(root, each ? path : path.slice(0, -1));
    if (!map) continue;
    for (const [key, hash] of each ? hashesOfEntries(map, path, part, root) : hashAt(map, path, part, root)) {
      yield [key, `${version}:${hash}`];
    }
  }
}

function* hashAt(map: MapValue, path: KeyPath, part: CoveredPart, root: MapValue): Hashes {
  const { text } = canonicalTextAt(map, path.at(-1) ?? "", part, root);
  if (text !== undefined) yield [pointer(path), hashOf(text)];
}

function* hashesOfEntries(map: MapValue, path: KeyPath, part: CoveredPart, root: MapValue): Hashes {
  for (const { name, value } of map.entries.values()) {
    if (value.kind !== "removed")
      yield [`${pointer(path)}/${escapedKey(name)}`, hashOfPart(value, part, root)];
  }
}

/** The hash of an entry. An entry without content has a hash too. */
function hashOfPart(value: Value, part: CoveredPart, root: MapValue): string {
  const cached = hashes.get(value)?.get(part);
  if (cached !== undefined) return cached;
  const { text, fixed } = canonicalText(value, part, root);
  const hash = hashOf(text ?? "{}");
  if (fixed) {
    const parts = hashes.get(value) ?? new Map<CoveredPart, string>();
    hashes.set(value, parts.set(part, hash));
  }
  return hash;
}

/** The hashes of unchanged entries. */
const hashes = new WeakMap<Value, Map<CoveredPart, string>>();

/**
 * MurmurHash3 (32 bits) over UTF-16 code units, as 8 hex digits. Each round is one-to-one, so texts that differ in one
 * character never have the same hash; for others the probability is one in four billion.
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
