import type { Node, ScalarNode, Span } from "../syntax/tree.ts";
import type { Scalar, Schema } from "./schema.ts";

/** A value in a file, as its schema understands it; or, after merging, an effective value. */
export type Value = MapValue | ListValue | Leaf | NoValue;

/** A scalar, and the node that it comes from. */
export interface Leaf<T = Scalar> {
  readonly kind: "leaf";
  readonly value: T;
  readonly node: ScalarNode;
  readonly schema: Schema;
}

/** A list; a single value counts as a list where the schema says so. */
export interface ListValue {
  readonly kind: "list";
  readonly items: readonly Value[];
  readonly node: Node;
  readonly schema: Schema;
}

/**
 * No usable value. `absent`: nothing is written yet (`FRANC:`). `removed`: an explicit removal (`~`). `unknown`:
 * written, but not understood (a wrong type, a conflict), so that rules must not conclude anything from it.
 */
export interface NoValue {
  readonly kind: "absent" | "removed" | "unknown";
  readonly node: Span;
}

/** One entry of a map: its name (Unicode NFC), the span of its key, and its value. */
export interface Entry {
  readonly name: string;
  readonly key: Span;
  readonly value: Value;
}

/** The misplaced keys of a map that has none. */
export const NO_MISPLACED_KEYS: readonly Entry[] = [];

/** A map, in the order of the source. */
export class MapValue {
  readonly kind = "map";
  readonly schema: Schema;
  readonly entries: ReadonlyMap<string, Entry>;
  /** Where it is written, the topmost text first. Empty if no text contains it as such. */
  readonly nodes: readonly Span[];
  /** A part of it could not be read: a key that is not in it may exist all the same. */
  readonly open: boolean;
  /** It replaces what bases say instead of being merged with it: a text wrote `~` here. */
  readonly opaque: boolean;
  /** Keys that the schema does not know here; they may belong to the map around this one, or to one in it. */
  readonly misplaced: readonly Entry[];

  constructor(
    schema: Schema,
    entries: ReadonlyMap<string, Entry>,
    nodes: readonly Span[],
    {
      open = false,
      opaque = false,
      misplaced = NO_MISPLACED_KEYS,
    }: { readonly open?: boolean; readonly opaque?: boolean; readonly misplaced?: readonly Entry[] } = {},
  ) {
    this.schema = schema;
    this.entries = entries;
    this.nodes = nodes;
    this.open = open;
    this.opaque = opaque;
    this.misplaced = misplaced;
  }

  /** The value of a key; `undefined` if there is none, or none that is understood. */
  get(key: string): Value | undefined {
    const value = this.entries.get(key)?.value;
    if (!value || value.kind === "absent" || value.kind === "removed" || value.kind === "unknown")
      return undefined;
    return value;
  }

  /** The entry of a key, whatever its value. */
  entry(key: string): Entry | undefined {
    return this.entries.get(key);
  }

  /** Whether a key is written and not removed. If so and `get` finds no value, the value is unknown. */
  has(key: string): boolean {
    const entry = this.entries.get(key);
    return entry !== undefined && entry.value.kind !== "removed";
  }
}

/**
 * A map whose type is known from the schema, so that its keys and the values below have types too. It can be used
 * wherever a `MapValue` is wanted.
 */
export interface TypedMap<T> extends MapValue {
  readonly entries: ReadonlyMap<string, TypedEntry<Each<T>>>;
  get<K extends KeyOf<T>>(key: K): Located<Below<T, K>> | undefined;
  entry<K extends KeyOf<T>>(key: K): TypedEntry<Below<T, K>> | undefined;
  has(key: KeyOf<T>): boolean;
}

/** A list whose items have a known type. */
export interface TypedList<T> extends ListValue {
  readonly items: readonly Located<T>[];
}

/** An entry whose value has a known type. */
export interface TypedEntry<T> extends Entry {
  readonly value: Located<T> | NoValue;
}

/** The value for a type of the language, in which each scalar carries its origin. */
export type Located<T> = unknown extends T
  ? Value
  : LocatedLeaf<Extract<T, Scalar>> | LocatedList<T> | LocatedMap<Exclude<T, Scalar | readonly unknown[]>>;
type LocatedLeaf<T> = [T] extends [never] ? never : Leaf<T>;
type LocatedList<T> = T extends readonly (infer I)[] ? TypedList<I> : never;
type LocatedMap<T> = [T] extends [never] ? never : TypedMap<T>;

/** The keys of a type; any string if the type is not known. */
export type KeyOf<T> = unknown extends T ? string : keyof T & string;

/** The type of the value of a key. */
export type Below<T, K> = unknown extends T ? unknown : K extends keyof T ? T[K] : unknown;

/** The types of the values of all keys. */
type Each<T> = unknown extends T ? unknown : T[keyof T];

/** An entry whose value is a map. */
type MapEntry<E extends Entry> = E & { readonly value: Extract<E["value"], MapValue> };

/** Whether the value of an entry is a map. */
function isMapEntry<E extends Entry>(entry: E): entry is MapEntry<E> {
  return entry.value.kind === "map";
}

/** The entries of a map whose values are maps. */
export function* mapsIn<E extends Entry>(
  map: { readonly entries: ReadonlyMap<string, E> } | undefined,
): Generator<MapEntry<E>> {
  for (const entry of map?.entries.values() ?? []) if (isMapEntry(entry)) yield entry;
}

interface ScalarTypes {
  readonly string: string;
  readonly number: number;
  readonly boolean: boolean;
}

/** Whether a value is a scalar of a type. */
export function isLeafOf<K extends keyof ScalarTypes>(
  value: Value | undefined,
  type: K,
): value is Leaf<ScalarTypes[K]> {
  return value?.kind === "leaf" && typeof value.value === type;
}

/** Whether a value is a list of scalars of a type. */
export function isListOf<K extends keyof ScalarTypes>(
  value: Value | undefined,
  type: K,
): value is TypedList<ScalarTypes[K]> {
  return value?.kind === "list" && value.items.every((item) => isLeafOf(item, type));
}

/** The scalar of a type at a key of a map; `undefined` if there is none. */
export function leafAt<K extends keyof ScalarTypes>(
  map: Value | undefined,
  key: string,
  type: K,
): Leaf<ScalarTypes[K]> | undefined {
  const value = map?.kind === "map" ? map.get(key) : undefined;
  return isLeafOf(value, type) ? value : undefined;
}

/** Whether a map contains maps. */
export function holdsMaps({ entries }: MapValue): boolean {
  for (const { value } of entries.values()) if (value.kind === "map") return true;
  return false;
}

/** Whether a value is a map with a key that is not removed. */
export function writes(value: Value, key: string | undefined): boolean {
  return key !== undefined && value.kind === "map" && value.has(key);
}
