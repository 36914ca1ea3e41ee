import { converted } from "../schema/convert.ts";
import type { MapValue, Value } from "../schema/value.ts";
import type { Span } from "../syntax/tree.ts";
import { establishmentOf, mapAt } from "./establishment.ts";
import type { Snapshot } from "./snapshot.ts";

/** A text that says something at a path: what, and where. */
export interface Origin {
  readonly value: Value;
  /** The value itself; of a map its key. */
  readonly at: Span;
  /** The path at which it is written: another, for what a niveau or a `comme` brings. */
  readonly path: readonly string[];
}

/** The effective value at a path of keys. */
export function effectiveAt(snapshot: Snapshot, path: readonly string[]): Value | undefined {
  const root = establishmentOf(snapshot).value;
  const entry = mapAt(root, path.slice(0, -1))?.entries.get(path.at(-1) ?? "");
  return entry?.value;
}

/** Every text that sets what stands at a path, from the topmost: members, bases, what `comme` and `niveau` name. */
export function originsOf(snapshot: Snapshot, path: readonly string[]): readonly Origin[] {
  const root = establishmentOf(snapshot).value;
  return pathsUnder(root, path).flatMap((one) =>
    [...snapshot.members, ...snapshot.bases].flatMap((file) => {
      const entry = mapAt(converted(file).value, one.slice(0, -1))?.entries.get(one.at(-1) ?? "");
      if (!entry) return [];
      const value = entry.value;
      return [{ value, at: value.kind === "map" ? entry.key : value.node, path: one }];
    }),
  );
}

/** The paths at which something may stand that holds at a path: its own first, then those of what lies under it. */
function pathsUnder(root: MapValue, path: readonly string[]): readonly (readonly string[])[] {
  const found = new Map([[path.join("\0"), path]]);
  for (const one of found.values()) {
    for (let length = 2; length <= one.length; length++) {
      for (const under of underThing(root, one, length)) {
        const key = under.join("\0");
        if (!found.has(key)) found.set(key, under);
      }
    }
  }
  return [...found.values()];
}

/** The path through the thing of which the name stands at a depth, led over to what that thing takes over. */
function* underThing(root: MapValue, path: readonly string[], length: number): Iterable<readonly string[]> {
  const thing = mapAt(root, path.slice(0, length));
  const rest = path.slice(length);
  // What names the thing underneath is not taken over itself.
  if (!thing || rest[0] === "comme" || rest[0] === "niveau") return;
  const like = thing.get("comme");
  if (like?.kind === "leaf") yield [...path.slice(0, length - 1), String(like.value), ...rest];
  const niveau = path[0] === "classes" && length === 2 ? thing.get("niveau") : undefined;
  if (niveau?.kind === "leaf") yield ["niveaux", String(niveau.value), ...rest];
}
