import { converted } from "../schema/convert.ts";
import type { MapValue, Value } from "../schema/value.ts";
import type { Span } from "../syntax/tree.ts";
import { establishmentOf } from "./establishment.ts";
import { mapAt } from "./map-at.ts";
import type { Snapshot } from "./snapshot.ts";
import { underlyingValues } from "./underlying.ts";

/** A value that a file sets for a path, and its position. */
export interface Origin {
  readonly value: Value;
  /** The span of the value; for a map, that of its key. */
  readonly at: Span;
  /** The path at which it is written; a different one if it is inherited through `comme` or a niveau. */
  readonly path: readonly string[];
}

/** The effective value at a path of keys; `undefined` if there is none. */
export function effectiveAt(snapshot: Snapshot, path: readonly string[]): Value | undefined {
  const root = establishmentOf(snapshot).value;
  const entry = mapAt(root, path.slice(0, -1))?.entries.get(path.at(-1) ?? "");
  return entry?.value;
}

/**
 * All values that files set for a path, from the topmost: in members, in bases, in what `comme` and `niveau` name,
 * and in what `x-under` puts underneath.
 */
export function originsOf(snapshot: Snapshot, path: readonly string[]): readonly Origin[] {
  const root = establishmentOf(snapshot).value;
  return contributingPaths(root, path).flatMap((origin) =>
    [...snapshot.members, ...snapshot.bases].flatMap((file) => {
      const entry = mapAt(converted(file).value, origin.slice(0, -1))?.entries.get(origin.at(-1) ?? "");
      if (!entry) return [];
      const value = entry.value;
      return [{ value, at: value.kind === "map" ? entry.key : value.node, path: origin }];
    }),
  );
}

/** The paths whose values count at a path: the path itself, then those that it inherits from. */
function contributingPaths(root: MapValue, path: readonly string[]): readonly (readonly string[])[] {
  const found = new Map([[path.join("\0"), path]]);
  for (const origin of found.values()) {
    for (let length = 2; length <= origin.length; length++) {
      for (const under of inheritedPaths(root, origin, length)) {
        const key = under.join("\0");
        if (!found.has(key)) found.set(key, under);
      }
    }
  }
  return [...found.values()];
}

/** The corresponding paths in the things that the thing at a given depth inherits from. */
function* inheritedPaths(
  root: MapValue,
  path: readonly string[],
  length: number,
): Iterable<readonly string[]> {
  const thing = mapAt(root, path.slice(0, length));
  const rest = path.slice(length);
  // `comme` and `niveau` themselves are not inherited.
  if (!thing || rest[0] === "comme" || rest[0] === "niveau") return;
  const comme = thing.get("comme");
  if (comme?.kind === "leaf") yield [...path.slice(0, length - 1), String(comme.value), ...rest];
  for (const { from, section, key } of length === 2 ? underlyingValues : [])
    if (path[0] === section && rest[0] === key) yield [...from, ...rest.slice(1)];
  const niveau = path[0] === "classes" && length === 2 ? thing.get("niveau") : undefined;
  if (niveau?.kind === "leaf") yield ["niveaux", String(niveau.value), ...rest];
}
