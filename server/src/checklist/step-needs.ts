import { foldName } from "../base/closest.ts";
import { reach, thingsOf } from "../model/reach.ts";
import { type ItemNeed, type ItemSpec, type KeyPath, wordsForNothing } from "../schema/checklist.ts";
import type { Schema } from "../schema/schema.ts";
import type { Entry, MapValue, Value } from "../schema/value.ts";
import type { Span } from "../syntax/tree.ts";
import { hostingOf, textAt } from "./step-values.ts";

/** A value that an item needs and that is not written. `at` is the deepest existing key on its path. */
export interface MissingValue {
  readonly path: KeyPath;
  readonly at?: Span;
}

/**
 * The values that must be written before an item can be evaluated. Values that could not be read are assumed to exist.
 */
export function missingFor({ needs }: ItemSpec, root: MapValue): readonly MissingValue[] {
  const hosting = hostingOf(root);
  return needs
    .filter(({ mode }) => mode === undefined || mode === hosting)
    .flatMap((need) => [...missing(root, need, need.path, [])]);
}

function* missing(
  root: MapValue,
  need: ItemNeed,
  path: KeyPath,
  prefix: KeyPath,
  above?: Entry,
): Generator<MissingValue> {
  const star = path.indexOf("*");
  if (star < 0) {
    const gaps = alternativesOf(path).map((alternative) => gapAt(root, alternative, above));
    if (gaps.every((gap) => gap !== undefined)) yield { path: [...prefix, ...path], ...gaps[0] };
    return;
  }
  const fixed = path.slice(0, star);
  const gap = gapAt(root, fixed, above);
  const { entry } = reach(root, fixed);
  const here = [...prefix, ...fixed];
  if (gap) yield { path: here, ...gap };
  else for (const thing of thingsOf(entry)) yield* missingIn(thing, need, path.slice(star + 1), here);
}

/** The deepest existing key on a path without content; `undefined` if the path has content or cannot be read. */
function gapAt(root: MapValue, path: KeyPath, above: Entry | undefined): { readonly at?: Span } | undefined {
  const { entry, last = above, broken } = reach(root, path);
  if (broken || (entry ?? last)?.value.kind === "unknown") return undefined;
  if (entry && hasContent(entry.value)) return undefined;
  return last ? { at: last.key } : {};
}

/** The paths for a last key with alternatives: `mode-administratif|mode-vie-scolaire`. */
export function alternativesOf(path: KeyPath): readonly KeyPath[] {
  return (path.at(-1) ?? "").split("|").map((key) => [...path.slice(0, -1), key]);
}

function* missingIn(thing: Entry, need: ItemNeed, rest: KeyPath, prefix: KeyPath): Generator<MissingValue> {
  if (!isConcerned(thing, need)) return;
  const here = [...prefix, thing.name];
  if (thing.value.kind === "map") yield* missing(thing.value, need, rest, here, thing);
  else if (thing.value.kind === "absent") yield { path: [...here, ...rest], at: thing.key };
}

/** Whether a need applies to an entry. */
function isConcerned({ name, value }: Entry, { of, except }: ItemNeed): boolean {
  if (except?.names?.includes(name)) return false;
  const text = (key: string | undefined) =>
    key !== undefined && value.kind === "map" ? foldName(textAt(value, [key]) ?? "") : "";
  const isOf = of === undefined || of.like.some((part) => text(of.key).includes(part));
  return isOf && !except?.like?.some((part) => text(except.key).includes(part));
}

/**
 * Whether a value has content. A map has content if one of its known keys has, or if it contains a free name. Unknown
 * keys do not count, nor do words that mean “nothing”.
 */
function hasContent(value: Value): boolean {
  if (value.kind === "leaf") return value.schema.enum !== undefined || !isNothing(value.value);
  if (value.kind !== "map") return value.kind === "list" || value.kind === "unknown";
  if (value.open) return true;
  for (const entry of value.entries.values()) if (isContent(entry, value.schema)) return true;
  return false;
}

/** Whether an entry counts as content of a map. What lies underneath other values is content of these. */
function isContent({ name, value }: Entry, { additional, open, properties }: Schema): boolean {
  if (value.kind === "removed") return false;
  const known = properties.get(name);
  if (!known) return additional !== undefined && open !== true;
  // In an open map, a value under a known name is unknown if that name is written as something near to it.
  if (open === true && value.kind === "unknown") return false;
  return known.under === undefined && hasContent(value);
}

function isNothing(value: unknown): boolean {
  return typeof value === "string" && wordsForNothing.has(foldName(value));
}
