import type { Node, ScalarNode, Span } from "../syntax/tree.ts";
import type { Schema } from "./schema.ts";

/** What a text says at one place, as its schema understands it; or, merged, what holds for an establishment. */
export type Value = MapValue | ListValue | Leaf | NoValue;

/** A scalar, and the text that it comes from. */
export interface Leaf<T = string | number | boolean> {
  readonly kind: "leaf";
  readonly value: T;
  readonly node: ScalarNode;
  readonly schema: Schema;
}

/** A list of references, or one that stands without its list. */
export interface ListValue<T = unknown> {
  readonly kind: "list";
  readonly items: readonly Located<T>[];
  readonly node: Node;
  readonly schema: Schema;
}

/**
 * No value: `absent` is unfinished (`FRANC:`), `cut` a written removal (`~`), `unknown` written but not to be
 * understood (a wrong type, a conflict), so that who asks must be silent.
 */
export interface NoValue {
  readonly kind: "absent" | "removed" | "unknown";
  readonly node: Span;
}

/** One entry of a map: its name (Unicode NFC), where that stands, and its value. */
export interface Entry<T = unknown> {
  readonly name: string;
  readonly key: Span;
  readonly value: Located<T> | NoValue;
}

/** What a type of the language is when each scalar carries its origin. */
export type Located<T> = unknown extends T
  ? Value
  : T extends string | number | boolean
    ? Leaf<T>
    : T extends readonly (infer I)[]
      ? ListValue<I>
      : MapValue<T>;

/** The keys of a type: those that it names, or any. */
export type KeyOf<T> = unknown extends T ? string : keyof T & string;
/** The type below a key. */
export type Below<T, K> = unknown extends T ? unknown : K extends keyof T ? T[K] : unknown;

/** The strays of a map that knows all its keys. */
export const NO_MISPLACED_KEYS: readonly Entry[] = [];

/** A map in the order of the source. */
export class MapValue<T = unknown> {
  readonly kind = "map";
  readonly schema: Schema;
  readonly entries: ReadonlyMap<string, Entry>;
  /** Where it is written: the topmost text first. Empty for what no text says. */
  readonly nodes: readonly Span[];
  /** Some of it could not be read: what is not in it may exist all the same. */
  readonly open: boolean;
  /** Nothing below it is seen: a text wrote `~` here. */
  readonly floor: boolean;
  /** Keys that it does not know: they may be meant for the map around it, or for one in it. */
  readonly strays: readonly Entry[];

  constructor(
    schema: Schema,
    entries: ReadonlyMap<string, Entry>,
    nodes: readonly Span[],
    {
      open = false,
      floor = false,
      strays = NO_MISPLACED_KEYS,
    }: { readonly open?: boolean; readonly floor?: boolean; readonly strays?: readonly Entry[] } = {},
  ) {
    this.schema = schema;
    this.entries = entries;
    this.nodes = nodes;
    this.open = open;
    this.floor = floor;
    this.strays = strays;
  }

  /** The value of a key, if there is one that can be understood. */
  get<K extends KeyOf<T>>(key: K): Located<Below<T, K>> | undefined {
    const value = this.entries.get(key)?.value;
    if (!value || value.kind === "absent" || value.kind === "removed" || value.kind === "unknown")
      return undefined;
    return value as Located<Below<T, K>>;
  }

  /** The entry of a key, whatever its value is. */
  entry<K extends KeyOf<T>>(key: K): Entry<Below<T, K>> | undefined {
    return this.entries.get(key) as Entry<Below<T, K>> | undefined;
  }

  /** Whether the key is written and not cut: then who finds no value must be silent. */
  has(key: KeyOf<T>): boolean {
    const entry = this.entries.get(key);
    return entry !== undefined && entry.value.kind !== "removed";
  }
}

/** The entries whose value is a map that can be understood. */
export function* mapsIn<T>(
  map: MapValue<T> | undefined,
): Generator<Entry & { readonly value: MapValue<Below<T, string>> }> {
  for (const entry of map?.entries.values() ?? []) {
    if (entry.value.kind === "map") yield entry as Entry & { readonly value: MapValue<Below<T, string>> };
  }
}

/** Whether a map has maps in it. */
export function holdsMaps({ entries }: MapValue): boolean {
  for (const { value } of entries.values()) if (value.kind === "map") return true;
  return false;
}

/** Whether a value is a map that writes a key. */
export function writes(value: Value, key: string | undefined): boolean {
  return key !== undefined && value.kind === "map" && value.has(key);
}
