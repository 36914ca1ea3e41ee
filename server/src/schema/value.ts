import type { Node, ScalarNode, Span } from "../syntax/tree.ts";
import type { Scalar, Schema } from "./schema.ts";

/** What a text says at one place, as its schema understands it; or, merged, what holds for an establishment. */
export type Value = MapValue | ListValue | Leaf | NoValue;

/** A scalar, and the text that it comes from. */
export interface Leaf<T = Scalar> {
  readonly kind: "leaf";
  readonly value: T;
  readonly node: ScalarNode;
  readonly schema: Schema;
}

/** A list of references, or one that stands without its list. */
export interface ListValue {
  readonly kind: "list";
  readonly items: readonly Value[];
  readonly node: Node;
  readonly schema: Schema;
}

/**
 * No value: `absent` is unfinished (`FRANC:`), `removed` a written removal (`~`), `unknown` written but not to be
 * understood (a wrong type, a conflict), so that who asks must be silent.
 */
export interface NoValue {
  readonly kind: "absent" | "removed" | "unknown";
  readonly node: Span;
}

/** One entry of a map: its name (Unicode NFC), where that stands, and its value. */
export interface Entry {
  readonly name: string;
  readonly key: Span;
  readonly value: Value;
}

/** The strays of a map that knows all its keys. */
export const NO_MISPLACED_KEYS: readonly Entry[] = [];

/** A map in the order of the source. */
export class MapValue {
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
  get(key: string): Value | undefined {
    const value = this.entries.get(key)?.value;
    if (!value || value.kind === "absent" || value.kind === "removed" || value.kind === "unknown")
      return undefined;
    return value;
  }

  /** The entry of a key, whatever its value is. */
  entry(key: string): Entry | undefined {
    return this.entries.get(key);
  }

  /** Whether the key is written and not removed: then who finds no value must be silent. */
  has(key: string): boolean {
    const entry = this.entries.get(key);
    return entry !== undefined && entry.value.kind !== "removed";
  }
}

/**
 * A map of which the schema's type is known, so that its keys and what stands below them have types as well. It is a
 * `MapValue`, and goes wherever one is wanted.
 */
export interface TypedMap<T> extends MapValue {
  readonly entries: ReadonlyMap<string, TypedEntry<Each<T>>>;
  get<K extends KeyOf<T>>(key: K): Located<Below<T, K>> | undefined;
  entry<K extends KeyOf<T>>(key: K): TypedEntry<Below<T, K>> | undefined;
  has(key: KeyOf<T>): boolean;
}

/** A list of which the type of the items is known. */
export interface TypedList<T> extends ListValue {
  readonly items: readonly Located<T>[];
}

/** An entry of which the type of the value is known. */
export interface TypedEntry<T> extends Entry {
  readonly value: Located<T> | NoValue;
}

/** What a type of the language is when each scalar carries its origin. */
export type Located<T> = unknown extends T
  ? Value
  : LocatedLeaf<Extract<T, Scalar>> | LocatedList<T> | LocatedMap<Exclude<T, Scalar | readonly unknown[]>>;
type LocatedLeaf<T> = [T] extends [never] ? never : Leaf<T>;
type LocatedList<T> = T extends readonly (infer I)[] ? TypedList<I> : never;
type LocatedMap<T> = [T] extends [never] ? never : TypedMap<T>;

/** The keys of a type: those that it names, or any. */
export type KeyOf<T> = unknown extends T ? string : keyof T & string;

/** The type below a key. */
export type Below<T, K> = unknown extends T ? unknown : K extends keyof T ? T[K] : unknown;

/** The types below all keys. */
type Each<T> = unknown extends T ? unknown : T[keyof T];

/** An entry whose value is a map that can be understood. */
type MapEntry<E extends Entry> = E & { readonly value: Extract<E["value"], MapValue> };

/** Whether the value of an entry is a map that can be understood. */
function isMapEntry<E extends Entry>(entry: E): entry is MapEntry<E> {
  return entry.value.kind === "map";
}

/** The entries of a map whose value is a map that can be understood. */
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

/** The scalar of a type at a key of a map, if there is one. */
export function leafAt<K extends keyof ScalarTypes>(
  map: Value | undefined,
  key: string,
  type: K,
): Leaf<ScalarTypes[K]> | undefined {
  const value = map?.kind === "map" ? map.get(key) : undefined;
  return isLeafOf(value, type) ? value : undefined;
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
