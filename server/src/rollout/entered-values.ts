import { finished } from "../base/finished.ts";
import { memo } from "../base/memo.ts";
import { canonicalTextAt } from "../checklist/canonical.ts";
import type { KeyPath } from "../schema/checklist.ts";
import { type Schema, schemaOfKey } from "../schema/schema.ts";
import { isAtOrBelow, isDecided, isSource } from "../schema/screens.ts";
import type { Entry, Leaf, ListValue, MapValue } from "../schema/value.ts";
import type { Span } from "../syntax/tree.ts";
import { inScreenOrder, patternBelow, ROOT_PATTERN } from "./screen-order.ts";

/** A value that a person enters in PRONOTE: a scalar, a list, or the name of a thing that is to exist there. */
export interface EnteredValue {
  /** Its keys from the root. */
  readonly path: KeyPath;
  /** The same with `*` for names. */
  readonly pattern: KeyPath;
  readonly schema: Schema;
  /** Absent for the name of a thing. */
  readonly value?: Leaf | ListValue;
  /** Whether it is the name of a variable that holds a secret. */
  readonly secret: boolean;
  /** Where it is written. */
  readonly at: Span;
  /** The same text for all ways to write the same value. */
  readonly canonical: string;
}

/** The whole of a value is compared. */
const WHOLE = { whole: true, keys: new Map<string, never>() };

/** The canonical text of a name: it is there, or it is not. */
export const NAME = "{}";

/**
 * The settings of an establishment, in the order of PRONOTE's screens: everything that is effective but defaults, what
 * only repeats a name, and what is not understood. Inherited values stand where they have an effect.
 */
export const settings: (root: MapValue) => readonly EnteredValue[] = memo((root: MapValue) =>
  settingsBelow(root, []),
);

/** The settings of one thing, or of one key of a section. */
export type SettingsOfThing = readonly EnteredValue[];

/**
 * The settings that stand at or below some keys, thing by thing, with a pause after each: nothing else is looked at. Those
 * of a thing that did not change are the same object as before.
 */
export function* settingsByThing(
  root: MapValue,
  below: KeyPath,
): Generator<void, readonly SettingsOfThing[]> {
  const things: SettingsOfThing[] = [];
  for (const section of inScreenOrder(root, [])) {
    if (isSource(section.name)) continue;
    const own: Gathering = { root, below, values: [], isFixed: true };
    for (const [map, entry, place] of entriesIn(own, root, section, TOP)) {
      yield;
      things.push(settingsOfThing(root, below, map, entry, place));
    }
    things.push(own.values);
  }
  return things.map((values) => onlyBelow(values, below)).filter(({ length }) => length > 0);
}

function onlyBelow(values: SettingsOfThing, below: KeyPath): SettingsOfThing {
  const isWithin = ({ path }: EnteredValue) => isAtOrBelow(path, below);
  return values.every(isWithin) ? values : values.filter(isWithin);
}

/** What is kept of a thing, and the section in which it was found. */
interface KeptSettings {
  readonly section: KeyPath;
  readonly values: SettingsOfThing;
}

const keptSettings = new WeakMap<Entry, KeptSettings>();

/** Gathers a thing. What depends on the thing alone is kept. */
function settingsOfThing(
  root: MapValue,
  below: KeyPath,
  map: MapValue,
  entry: Entry,
  above: Place,
): SettingsOfThing {
  const isWhole = below.length <= above.path.length;
  const known = isWhole ? keptSettings.get(entry) : undefined;
  if (known?.section === above.pattern) return known.values;
  const gathering: Gathering = { root, below, values: [], isFixed: true };
  walk(gathering, map, entry, above);
  if (isWhole && gathering.isFixed)
    keptSettings.set(entry, { section: above.pattern, values: gathering.values });
  return gathering.values;
}

/** The same, only of what stands at or below these keys. */
export function settingsBelow(root: MapValue, below: KeyPath): readonly EnteredValue[] {
  return finished(settingsByThing(root, below)).flat();
}

/** Those of the settings that are entered in PRONOTE, and not only decided. */
export function enteredValues(root: MapValue): readonly EnteredValue[] {
  return settings(root).filter(({ path }) => !isDecided(path));
}

/** A map in the tree. */
interface Place {
  readonly path: KeyPath;
  readonly pattern: KeyPath;
  /** A key that says nothing where its value is the name of the thing that it is in. */
  readonly repeating?: string | undefined;
}

/** What is gathered, and where. */
interface Gathering {
  readonly root: MapValue;
  readonly below: KeyPath;
  readonly values: EnteredValue[];
  /** Whether it depends only on what is gathered: a selection also depends on the names in `root`. */
  isFixed: boolean;
}

const TOP: Place = { path: [], pattern: ROOT_PATTERN };

/** Gathers an entry with all that is in it. */
function walk(gathering: Gathering, map: MapValue, entry: Entry, above: Place): void {
  for (const [inner, below, place] of entriesIn(gathering, map, entry, above))
    walk(gathering, inner, below, place);
}

/** Gathers an entry itself; the result is what is left to be gathered of it. */
function* entriesIn(
  gathering: Gathering,
  map: MapValue,
  entry: Entry,
  above: Place,
): Iterable<readonly [map: MapValue, entry: Entry, above: Place]> {
  const { root, below, values } = gathering;
  const wanted = below[above.path.length];
  if (wanted !== undefined && wanted !== "*" && wanted !== entry.name) return;
  const { name, value } = entry;
  const schema = schemaOfKey(map.schema, name);
  if (!schema || schema.deprecated || isResolved(name, schema) || repeatsName(entry, above)) return;
  const isName = !map.schema.properties.has(name);
  const place: Place = {
    path: [...above.path, name],
    pattern: patternBelow(above.pattern, isName ? "*" : name),
    repeating: isName ? map.schema.mentions?.unless : undefined,
  };
  const add = (part: Pick<EnteredValue, "at" | "canonical"> & { readonly value?: Leaf | ListValue }) =>
    values.push({
      path: place.path,
      pattern: place.pattern,
      schema,
      secret: map.schema.secret === true,
      ...part,
    });
  if (isName && schema.type === "object" && (value.kind === "map" || value.kind === "absent"))
    add({ at: entry.key, canonical: NAME });
  if (value.kind === "leaf" || value.kind === "list") {
    const { text: canonical, fixed } = canonicalTextAt(map, name, WHOLE, root);
    gathering.isFixed &&= fixed;
    if (canonical !== undefined) add({ value, at: value.node, canonical });
  }
  if (value.kind !== "map") return;
  for (const inner of inScreenOrder(value, place.pattern)) yield [value, inner, place];
}

/** `comme`, and what lies underneath values of the same name elsewhere: both are contained in other values. */
function isResolved(name: string, schema: Schema): boolean {
  return name === "comme" || schema.under !== undefined;
}

/** A service's `matiere` that is the name of the service says nothing. */
function repeatsName({ name, value }: Entry, { path, repeating }: Place): boolean {
  return name === repeating && value.kind === "leaf" && value.value === path.at(-1);
}
