import { type Message, message } from "../base/message.ts";
import { reach } from "../model/reach.ts";
import type { ItemSpec, KeyPath } from "../schema/checklist.ts";
import type { MapValue } from "../schema/value.ts";
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
export function withoutObject(item: ItemSpec, root: MapValue): Message | undefined {
  const { mode, when, unless, about } = item;
  const hosting = hostingOf(root);
  if (mode !== "both" && hosting !== undefined && hosting !== mode) {
    return mode === "heberge"
      ? message("Only for a hosted establishment.")
      : message("Only for a self-hosted establishment.");
  }
  for (const condition of when) {
    const said = written(root, condition.path);
    if (said !== undefined && !condition.is.includes(said)) return notNeeded(condition.path, said);
  }
  const [last] = unless.slice(-1);
  if (last && unless.every((exception) => holds(root, exception))) {
    return notNeeded(last.path, written(root, last.path));
  }
  return about.length > 0 && about.every((path) => isLeftOut(root, path))
    ? message("There is none here: {0}.", about.map(pointer).join(", "))
    : undefined;
}

function holds(root: MapValue, { path, is, not }: ItemSpec["unless"][number]): boolean {
  const said = written(root, path);
  return is?.includes(said) !== false && not?.includes(said) !== true;
}

/** The written value at a path. */
function written(root: MapValue, path: KeyPath): unknown {
  const value = reach(root, path).entry?.value;
  return value?.kind === "leaf" ? value.value : undefined;
}

function notNeeded(path: KeyPath, said: unknown): Message {
  return message("Not needed, since “{0}” is “{1}”.", pointer(path), String(said));
}

/** Whether what an item is about is surely not there: an empty list of it, or an object that its section leaves out. */
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

/** Whether it is written that an item has an object: until then nobody knows whether it will be done. */
export function isSureToApply({ mode, when }: ItemSpec, root: MapValue): boolean {
  if (mode !== "both" && hostingOf(root) !== mode) return false;
  return when.every(({ path, is }) => {
    const value = reach(root, path).entry?.value;
    return value?.kind === "leaf" && is.includes(value.value);
  });
}
