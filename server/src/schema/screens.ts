import { type ItemSpec, itemBySlug, type KeyPath } from "./checklist.ts";
import data from "./generated/screens.json";
import type { Menu } from "./menu.ts";
import { pathOfPointer } from "./pointer.ts";

interface ScreenRow {
  readonly at: string;
  readonly keys: { readonly [key: string]: string | null };
}

type Rows<T> = readonly (readonly [path: KeyPath, value: T])[];

const sources = new Set(data.sources);
const decided = data.decided.map(pathOfPointer);
const steps: Rows<string> = rowsOf(data.steps);
const menus: Rows<Menu> = rowsOf(data.menus as { readonly [path: string]: Menu });
const unsaid = new Set(data.unsaid);
const screens = new Map((data.screens as readonly ScreenRow[]).map(({ at, keys }) => [at, keys]));
screens.set("", Object.fromEntries(data.first.map((section) => [section, null])));

/** The longer paths first, as they are the more special ones. */
function rowsOf<T>(rows: { readonly [path: string]: T }): Rows<T> {
  return Object.entries(rows)
    .map(([path, value]) => [pathOfPointer(path), value] as const)
    .sort(([one], [other]) => other.length - one.length);
}

/** Whether a path is, or is below, another one, in which `*` matches any name. */
export function isAtOrBelow(path: KeyPath, above: KeyPath): boolean {
  return above.length <= path.length && above.every((key, at) => key === "*" || key === path[at]);
}

/** Whether a section has no settings of its own: what it says counts elsewhere. */
export function isSource(section: string): boolean {
  return sources.has(section);
}

/** Whether the value at a path is decided by being written, and not entered in PRONOTE. */
export function isDecided(path: KeyPath): boolean {
  return decided.some((above) => isAtOrBelow(path, above));
}

/**
 * The step with which the value at a path is entered, where that is said for it, or for what is around it. What is said
 * for the things of a kind (`classes/*`) is said for their names only.
 */
export function ownStepOf(path: KeyPath): ItemSpec | undefined {
  const slug = steps.find(
    ([above]) => isAtOrBelow(path, above) && (above.at(-1) !== "*" || above.length === path.length),
  )?.[1];
  return slug === undefined ? undefined : itemBySlug.get(slug);
}

/** The menu path of the screen of a value, where one is said for all that is around it. */
export function commonMenuOf(path: KeyPath): Menu | undefined {
  return menus.find(([above]) => isAtOrBelow(path, above))?.[1];
}

/** Whether a key of this name is a level of our own, which no screen of PRONOTE shows. */
export function isUnsaid(key: string): boolean {
  return unsaid.has(key);
}

/** The keys that a screen shows of the map at a path with `*` for names, in its order, each with its label if it has one. */
export function screenKeysOf(pattern: KeyPath): { readonly [key: string]: string | null } | undefined {
  return screens.get(pattern.join("/"));
}
