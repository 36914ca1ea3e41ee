import { memo } from "../base/memo.ts";
import type { LocalizedText } from "../base/message.ts";
import { rootSchema, type Schema } from "./schema.ts";

/** A place of the language: the keys to a map from the root, with `*` for any key, and the schema of that map. */
interface Place {
  readonly path: readonly string[];
  readonly schema: Schema;
}

/** The place where a key belongs, for messages: the title of the map, and its section. */
export interface HomeOfKey {
  readonly title: LocalizedText;
  /** Absent for the root and for a section itself. */
  readonly section?: string;
}

/**
 * Where a key belongs that is unknown in maps of this schema: in the map nearest to these that has it. `undefined` if
 * none has it, or several do that are equally near and have different titles.
 */
export function homeOf(key: string, from: Schema): HomeOfKey | undefined {
  const places = placesByKey(rootSchema).get(key) ?? [];
  const here = pathsBySchema(rootSchema).get(from) ?? [];
  const shared = ({ path }: Place) => Math.max(0, ...here.map((one) => commonLength(one, path)));
  const most = Math.max(0, ...places.map(shared));
  const nearest = places.filter((place) => shared(place) === most);
  const [first] = nearest;
  const title = first?.schema.title;
  if (!first || !title || nearest.some(({ schema }) => schema.title?.en !== title.en)) return undefined;
  const [section] = first.path;
  if (nearest.some(({ path }) => path[0] !== section)) return undefined;
  return { title, ...(section !== undefined && first.path.length > 1 && { section }) };
}

function commonLength(one: readonly string[], other: readonly string[]): number {
  const differs = one.findIndex((key, at) => key !== other[at]);
  return differs < 0 ? one.length : differs;
}

/** All maps of the language, which are never items of lists; found on first use, as few files need it. */
const allPlaces = memo((root: Schema): readonly Place[] => {
  const found: Place[] = [];
  const walk = (schema: Schema, path: readonly string[]): void => {
    if (schema.type === "object") found.push({ path, schema });
    for (const [key, below] of schema.properties) walk(below, [...path, key]);
    if (schema.additional) walk(schema.additional, [...path, "*"]);
  };
  walk(root, []);
  return found;
});

const placesByKey = memo((root: Schema) => {
  const places = new Map<string, Place[]>();
  for (const place of allPlaces(root))
    for (const key of place.schema.properties.keys()) add(places, key, place);
  return places;
});

const pathsBySchema = memo((root: Schema) => {
  const paths = new Map<Schema, (readonly string[])[]>();
  for (const { schema, path } of allPlaces(root)) add(paths, schema, path);
  return paths;
});

function add<K, V>(groups: Map<K, V[]>, key: K, value: V): void {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}
