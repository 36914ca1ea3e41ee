import { type LocalizedText, type Message, message } from "../base/message.ts";
import { reach } from "../model/reach.ts";
import type { ItemSpec, KeyPath } from "../schema/checklist.ts";
import { placeInWords } from "../schema/place-words.ts";
import { schemaAt } from "../schema/schema.ts";
import type { MapValue } from "../schema/value.ts";
import { listOf } from "./listing.ts";

/** The hosting mode; `undefined` if it is not written. */
export function hostingOf(root: MapValue): "heberge" | "non-heberge" | undefined {
  const mode = textAt(root, ["hebergement", "mode"]);
  return mode === "heberge" || mode === "non-heberge" ? mode : undefined;
}

/** The scalar at a path, as text; `undefined` if there is none. */
export function textAt(root: MapValue, path: KeyPath): string | undefined {
  const value = reach(root, path).entry?.value;
  return value?.kind === "leaf" ? String(value.value) : undefined;
}

/** Why an item is not applicable with these settings; `undefined` if it is applicable or that is not known. */
export function withoutObject(item: ItemSpec, root: MapValue): Message | undefined {
  const { mode, when, unless, about } = item;
  const hosting = hostingOf(root);
  if (mode !== "both" && hosting !== undefined && hosting !== mode) {
    return mode === "heberge"
      ? message("Only for a hosted establishment.")
      : message("Only for a self-hosted establishment.");
  }
  for (const condition of when) {
    const actual = scalarAt(root, condition.path);
    if (actual !== undefined && !condition.is.includes(actual)) return notNeeded(condition.path, actual);
  }
  const [last] = unless.slice(-1);
  if (last && unless.every((exception) => isMet(root, exception))) {
    return notNeeded(last.path, scalarAt(root, last.path));
  }
  return about.length > 0 && about.every((path) => isLeftOut(root, path))
    ? message("There is none here: {0}.", listOf(about.map(placeInWords)))
    : undefined;
}

function isMet(root: MapValue, { path, is, not }: ItemSpec["unless"][number]): boolean {
  const actual = scalarAt(root, path);
  return is?.includes(actual) !== false && not?.includes(actual) !== true;
}

/** The scalar at a path; `undefined` if there is none. */
function scalarAt(root: MapValue, path: KeyPath): unknown {
  const value = reach(root, path).entry?.value;
  return value?.kind === "leaf" ? value.value : undefined;
}

function notNeeded(path: KeyPath, actual: unknown): Message {
  const setting = placeInWords(path);
  if (actual === true) return message("Not needed, since the box {0} is ticked.", setting);
  if (actual === false) return message("Not needed, since the box {0} is not ticked.", setting);
  return message("Not needed, since {0} is “{1}”.", setting, valueInWords(path, actual));
}

/** The value of a setting by its title, if it has one. */
function valueInWords(path: KeyPath, value: unknown): LocalizedText | string {
  return schemaAt(path)?.values?.[String(value)]?.title ?? String(value);
}

/** Whether the subject of an item certainly does not exist: its list is empty, or its section leaves out the object. */
function isLeftOut(root: MapValue, path: KeyPath): boolean {
  const { entry, last, broken } = reach(root, path);
  if (broken) return false;
  const value = entry?.value;
  if (value?.kind === "map")
    return value.schema.additional !== undefined && !value.open && value.entries.size === 0;
  const section = last ? reach(root, path.slice(0, -1)).entry?.value : undefined;
  if (section?.kind !== "map" || section.open) return false;
  const isList = section.schema.properties.get(path.at(-1) ?? "")?.additional !== undefined;
  return value === undefined ? !isList : value.kind === "removed";
}

/** Whether an item certainly applies: all its conditions are written. */
export function isSureToApply({ mode, when }: ItemSpec, root: MapValue): boolean {
  if (mode !== "both" && hostingOf(root) !== mode) return false;
  return when.every(({ path, is }) => {
    const value = reach(root, path).entry?.value;
    return value?.kind === "leaf" && is.includes(value.value);
  });
}
