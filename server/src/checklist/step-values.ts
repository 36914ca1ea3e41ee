import { type Message, message } from "../base/message.ts";
import { reach, thingsOf } from "../model/reach.ts";
import type { ItemSpec, KeyPath } from "../schema/checklist.ts";
import type { Entry, MapValue, Value } from "../schema/value.ts";
import type { Span } from "../syntax/tree.ts";
import { pointer } from "./fingerprint.ts";

/** Hosting mode, if it is written. */
export function hostingOf(root: MapValue): "heberge" | "non-heberge" | undefined {
  const mode = textAt(root, ["hebergement", "mode"]);
  return mode === "heberge" || mode === "non-heberge" ? mode : undefined;
}

/** The text at a path, if there is one. */
export function textAt(root: MapValue, path: KeyPath): string | undefined {
  const value = reach(root, path).entry?.value;
  return value?.kind === "leaf" ? String(value.value) : undefined;
}

/** Why the settings leave an item without an object; `undefined` if they do not. */
export function withoutObject({ mode, when }: ItemSpec, root: MapValue): Message | undefined {
  const hosting = hostingOf(root);
  if (mode !== "both" && hosting !== undefined && hosting !== mode) {
    return mode === "heberge"
      ? message("Only for a hosted establishment.")
      : message("Only for a self-hosted establishment.");
  }
  for (const { path, is } of when) {
    const value = reach(root, path).entry?.value;
    if (value?.kind !== "leaf" || is.includes(value.value)) continue;
    return message("Not needed, since “{0}” is “{1}”.", pointer(path), String(value.value));
  }
  return undefined;
}

/** Whether it is written that an item has an object: until then nobody knows whether it will be done. */
export function isSureToApply({ mode, when }: ItemSpec, root: MapValue): boolean {
  if (mode !== "both" && hostingOf(root) !== mode) return false;
  return when.every(({ path, is }) => {
    const value = reach(root, path).entry?.value;
    return value?.kind === "leaf" && is.includes(value.value);
  });
}

/** A value that an item needs and nobody has written; `at` is the deepest key that stands on the way to it. */
export interface MissingValue {
  readonly path: KeyPath;
  readonly at?: Span;
}

/** What has to be written before an item can be judged. What cannot be read may be there. */
export function missingFor({ needs }: ItemSpec, root: MapValue): readonly MissingValue[] {
  return needs.flatMap((path) => [...missing(root, path, [])]);
}

function* missing(root: MapValue, path: KeyPath, way: KeyPath, above?: Entry): Generator<MissingValue> {
  const star = path.indexOf("*");
  const fixed = star < 0 ? path : path.slice(0, star);
  const { entry, last = above, broken } = reach(root, fixed);
  if (broken || isUnknown(entry ?? last)) return;
  const here = [...way, ...fixed];
  if (!entry || !says(entry.value)) {
    yield { path: here, ...(last ? { at: last.key } : undefined) };
  } else if (star >= 0) {
    const rest = path.slice(star + 1);
    for (const thing of thingsOf(entry)) if (!hasAt(thing, rest)) yield* missingIn(thing, rest, here);
  }
}

/** Whether a thing has what nearly all have: a value at one key. */
function hasAt({ value }: Entry, [key = "", ...rest]: KeyPath): boolean {
  const below = value.kind === "map" && rest.length === 0 ? value.get(key) : undefined;
  return below !== undefined && says(below);
}

function* missingIn(thing: Entry, rest: KeyPath, way: KeyPath): Generator<MissingValue> {
  const value = thing.value;
  const here = [...way, thing.name];
  if (value.kind === "map") yield* missing(value, rest, here, thing);
  else if (value.kind === "absent") yield { path: [...here, ...rest], at: thing.key };
}

function isUnknown(entry: Entry | undefined): boolean {
  return entry?.value.kind === "unknown";
}

/** Whether a value says anything: a map does when it names something, or when one of its keys says something. */
function says(value: Value): boolean {
  if (value.kind !== "map") return value.kind === "leaf" || value.kind === "list" || value.kind === "unknown";
  if (value.open) return true;
  for (const entry of value.entries.values()) {
    if (entry.value.kind === "removed") continue;
    if (!value.schema.properties.has(entry.name) || says(entry.value)) return true;
  }
  return false;
}
