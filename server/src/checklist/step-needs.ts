import { foldName } from "../base/closest.ts";
import { reach, thingsOf } from "../model/reach.ts";
import { type ItemNeed, type ItemSpec, type KeyPath, wordsForNothing } from "../schema/checklist.ts";
import type { Entry, MapValue, Value } from "../schema/value.ts";
import type { Span } from "../syntax/tree.ts";
import { hostingOf, textAt } from "./step-values.ts";

/** A value that an item needs and nobody has written; `at` is the deepest key that stands on the way to it. */
export interface MissingValue {
  readonly path: KeyPath;
  readonly at?: Span;
}

/** What has to be written before an item can be judged. What cannot be read may be there. */
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
  way: KeyPath,
  above?: Entry,
): Generator<MissingValue> {
  const star = path.indexOf("*");
  if (star < 0) {
    const left = alternativesOf(path).map((one) => leftAt(root, one, above));
    if (left.every((one) => one !== undefined)) yield { path: [...way, ...path], ...left[0] };
    return;
  }
  const fixed = path.slice(0, star);
  const left = leftAt(root, fixed, above);
  const { entry } = reach(root, fixed);
  const here = [...way, ...fixed];
  if (left) yield { path: here, ...left };
  else for (const thing of thingsOf(entry)) yield* missingIn(thing, need, path.slice(star + 1), here);
}

/** Where a path leads to nothing that says anything; `undefined` if something is said, or cannot be read. */
function leftAt(root: MapValue, path: KeyPath, above: Entry | undefined): { readonly at?: Span } | undefined {
  const { entry, last = above, broken } = reach(root, path);
  if (broken || (entry ?? last)?.value.kind === "unknown") return undefined;
  if (entry && says(entry.value)) return undefined;
  return last ? { at: last.key } : {};
}

/** The last key may be one of several: `mode-administratif|mode-vie-scolaire`. */
function alternativesOf(path: KeyPath): readonly KeyPath[] {
  return (path.at(-1) ?? "").split("|").map((key) => [...path.slice(0, -1), key]);
}

function* missingIn(thing: Entry, need: ItemNeed, rest: KeyPath, way: KeyPath): Generator<MissingValue> {
  if (!isConcerned(thing, need)) return;
  const here = [...way, thing.name];
  if (thing.value.kind === "map") yield* missing(thing.value, need, rest, here, thing);
  else if (thing.value.kind === "absent") yield { path: [...here, ...rest], at: thing.key };
}

/** Whether a named thing is one of those from which the value is wanted. */
function isConcerned({ name, value }: Entry, { of, except }: ItemNeed): boolean {
  if (except?.names?.includes(name)) return false;
  const text = (key: string | undefined) =>
    key !== undefined && value.kind === "map" ? foldName(textAt(value, [key]) ?? "") : "";
  const isOf = of === undefined || of.like.some((part) => text(of.key).includes(part));
  return isOf && !except?.like?.some((part) => text(except.key).includes(part));
}

/**
 * Whether a value says anything: a map does when it names something, or when one of its keys says something. A right that
 * is not known says nothing, nor does a word for nothing.
 */
function says(value: Value): boolean {
  if (value.kind === "leaf") return value.schema.enum !== undefined || !isNothing(value.value);
  if (value.kind !== "map") return value.kind === "list" || value.kind === "unknown";
  if (value.open) return true;
  for (const entry of value.entries.values()) {
    if (entry.value.kind === "removed") continue;
    const isKnown = value.schema.properties.has(entry.name);
    const isNamed = value.schema.additional !== undefined && value.schema.open !== true;
    if (isKnown ? says(entry.value) : isNamed) return true;
  }
  return false;
}

function isNothing(value: unknown): boolean {
  return typeof value === "string" && wordsForNothing.has(foldName(value));
}
