import { scalarText } from "../schema/problems.ts";
import type { MapValue, Value } from "../schema/value.ts";

/** What is written at a key: a text, a box, a list of names, more keys, or nothing yet. */
export type ContentValue = string | boolean | readonly string[] | ContentMap | Unfinished;
/** Keys in the order in which they are written. */
export type ContentMap = Map<string, ContentValue>;
/** A key whose value is still to be written. */
export type Unfinished = null;
/** Keys from the top of a file. */
export type ContentPath = readonly string[];

/** What is written at a path; `undefined` if nothing is. */
export function contentAt(content: ContentMap, path: ContentPath): ContentValue | undefined {
  let value: ContentValue | undefined = content;
  for (const key of path) value = value instanceof Map ? value.get(key) : undefined;
  return value;
}

/** Writes a value at a path, and the maps above it. An empty map leaves what is there. */
export function writeAt(content: ContentMap, path: ContentPath, value: ContentValue): void {
  let map = content;
  for (const key of path.slice(0, -1)) {
    const below = map.get(key);
    const next = below instanceof Map ? below : new Map();
    map.set(key, next);
    map = next;
  }
  const last = path.at(-1) ?? "";
  if (value instanceof Map && map.get(last) instanceof Map) return;
  map.set(last, value);
}

/** Removes what is written at a path, and the maps above it that are empty then. */
export function removeAt(content: ContentMap, [key = "", ...rest]: ContentPath): void {
  const below = content.get(key);
  if (rest.length > 0 && below instanceof Map) {
    removeAt(below, rest);
    if (below.size > 0) return;
  }
  content.delete(key);
}

/** The content of a converted file, with short forms written out. What cannot be understood is left out. */
export function contentOf(map: MapValue): ContentMap {
  const content: ContentMap = new Map();
  for (const { name, value } of map.entries.values()) {
    const below = contentValue(value);
    if (below !== undefined) content.set(name, below);
  }
  return content;
}

function contentValue(value: Value): ContentValue | undefined {
  if (value.kind === "map") return contentOf(value);
  if (value.kind === "absent") return null;
  if (value.kind === "leaf") return typeof value.value === "boolean" ? value.value : String(value.value);
  if (value.kind !== "list") return undefined;
  return value.items.flatMap((item) => (item.kind === "leaf" ? [String(item.value)] : []));
}

/** Whether two contents are equal; the order of keys does not matter. */
export function sameContent(one: ContentValue | undefined, other: ContentValue | undefined): boolean {
  if (one instanceof Map && other instanceof Map)
    return one.size === other.size && [...one].every(([key, value]) => sameContent(value, other.get(key)));
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, at) => item === other[at]);
  return one === other;
}

/** A copy of a content that may be changed. */
export function copied(content: ContentMap): ContentMap {
  return new Map([...content].map(([key, value]) => [key, value instanceof Map ? copied(value) : value]));
}

/** A content as YAML, in the style of a person: maps in block style, services on one line each. */
export function yamlOf(content: ContentMap): string {
  return linesOf(content, []).join("");
}

function linesOf(map: ContentMap, path: ContentPath): readonly string[] {
  const indent = "  ".repeat(path.length);
  return [...map].flatMap(([key, value]) => {
    const head = `${indent}${scalarText(key)}:`;
    const below = [...path, key];
    if (value instanceof Map && value.size > 0 && path.at(-1) !== "services")
      return [`${head}\n`, ...linesOf(value, below)];
    const text = path.at(-1) === "services" ? serviceText(value) : inlineText(value);
    return [text === "" ? `${head}\n` : `${head} ${text}\n`];
  });
}

/** A service in its short form, if it has teachers only. */
function serviceText(value: ContentValue): string {
  const professeurs = value instanceof Map && value.size === 1 ? value.get("professeurs") : undefined;
  return inlineText(professeurs ?? value);
}

function inlineText(value: ContentValue): string {
  if (value === null) return "";
  if (typeof value === "boolean") return String(value);
  if (typeof value === "string") return scalarText(value);
  if (!(value instanceof Map)) {
    const [only] = value;
    return value.length === 1 && only !== undefined
      ? scalarText(only)
      : `[${value.map(scalarText).join(", ")}]`;
  }
  const entries = [...value].map(([key, below]) => `${scalarText(key)}: ${inlineText(below)}`.trimEnd());
  return entries.length > 0 ? `{ ${entries.join(", ")} }` : "{}";
}
