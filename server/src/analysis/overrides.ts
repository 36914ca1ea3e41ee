import { appendAll } from "../base/append-all.ts";
import { memo, memoTuple } from "../base/memo.ts";
import { message } from "../base/message.ts";
import { establishmentOf, inheritingPaths, sharedBy } from "../model/establishment.ts";
import { belowNiveau, withoutComme } from "../model/inheritance.ts";
import { mapAt } from "../model/map-at.ts";
import { nodeOf, overlay, overlayEntries, sameValue, unite } from "../model/merge.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { entryOf, layerUnder, underlaidSections } from "../model/underlying.ts";
import { removal } from "../rules/api/fixes.ts";
import { rootSchema } from "../schema/schema.ts";
import { type Entry, holdsMaps, MapValue, type Value } from "../schema/value.ts";
import type { Problem } from "../syntax/problem.ts";

/**
 * Parts of an establishment's own files that have no effect: values that are the same below, and removals of what is
 * not there. Bases are not examined, as they have other heirs.
 */
export const overridesOf = memo((snapshot: Snapshot): readonly Problem[] => {
  const root = establishmentOf(snapshot).value;
  if (root.open) return [];
  const own = unite(snapshot.members.map(sharedBy)).value;
  const bases = snapshot.bases.map(sharedBy);
  const problems: Problem[] = [];
  examineSections(own, bases.length > 0 ? overlay(bases) : undefined, root, [], problems);
  return problems;
});

/** Maps whose keys PRONOTE ticks by itself: there a `~` unticks. */
const TICKED = new Set(["mode-vie-scolaire"]);

const thingPaths = [...inheritingPaths, ...[...underlaidSections].map((section) => [section])];
const THINGS = new Set(thingPaths.map((path) => path.join("/")));
const ABOVE_THINGS = new Set(
  thingPaths.flatMap((path) => path.map((_, length) => path.slice(0, length).join("/"))),
);

/** Walks down to the maps of things that may inherit from others, which have more below them than bases. */
function examineSections(
  own: MapValue,
  lower: MapValue | undefined,
  root: MapValue,
  path: readonly string[],
  target: Problem[],
): void {
  const at = path.join("/");
  const isThings = THINGS.has(at);
  if (!isThings && !ABOVE_THINGS.has(at)) {
    examineMap(own, lower, target);
    return;
  }
  if (isThings) {
    const niveaux = path[0] === "classes" ? mapAt(root, ["niveaux"]) : undefined;
    const layer = layerUnder(root, at);
    appendAll(target, examineThings([own, lower, mapAt(root, path), niveaux, layer].map(orEmpty)));
    return;
  }
  for (const entry of own.entries.values()) {
    if (at === "" && entry.name === "deroulement") continue; // a ticked step is one whole, with a fingerprint of its own
    const base = lower?.entries.get(entry.name)?.value;
    const value = entry.value;
    if (value.kind !== "map" || value.opaque) examineEntry(own, entry, base, target);
    else examineSections(value, mapOf(base), root, [...path, entry.name], target);
  }
}

/** Stands for a map that does not exist. */
const EMPTY = new MapValue(rootSchema, new Map(), []);

function orEmpty(map: MapValue | undefined): MapValue {
  return map ?? EMPTY;
}

/**
 * The arguments: things as the establishment's own files write them, the same in the bases, their effective values, the
 * niveaux, and what lies underneath each thing.
 */
const examineThings = memoTuple(
  ([own = EMPTY, bases = EMPTY, things = EMPTY, niveaux = EMPTY, layer = EMPTY]: readonly MapValue[]) => {
    const all = new NamedThings(things, niveaux, layer);
    const problems: Problem[] = [];
    for (const entry of own.entries.values()) {
      const lower = all.lower(entry.name, bases.entries.get(entry.name));
      if (lower) examineEntry(own, entry, lower.entry?.value, problems);
    }
    return problems;
  },
);

interface LowerEntry {
  readonly entry: Entry | undefined;
}

const NOTHING: LowerEntry = { entry: undefined };

/** Things that may inherit from others. */
class NamedThings {
  readonly #things: MapValue;
  readonly #niveaux: MapValue;
  readonly #layer: MapValue;

  constructor(things: MapValue, niveaux: MapValue, layer: MapValue) {
    this.#things = things;
    this.#niveaux = niveaux;
    this.#layer = layer;
  }

  /** What is below a thing: bases, what its `comme` and its niveau name, then the layer. `undefined` if that is unknown. */
  lower(name: string, base: Entry | undefined): LowerEntry | undefined {
    const thing = this.#map(name);
    const comme = nameAt(thing, "comme");
    const niveau = nameAt(thing, "niveau");
    if (comme === null || niveau === null || this.#niveaux.open) return undefined;
    const layer = this.#layer.entries.size > 0 ? entryOf(this.#layer) : undefined;
    if (comme === undefined && niveau === undefined && !layer) return base ? { entry: base } : NOTHING;
    // What the other thing has from another niveau is not inherited: nothing can be said then.
    if (comme !== undefined && (this.#isCutOff(comme) || this.#niveauOf(comme) !== niveau)) return undefined;
    const other = comme === undefined ? undefined : this.#things.entries.get(comme);
    const niveauEntry = niveau === undefined ? undefined : this.#niveaux.entries.get(niveau);
    const layers = [
      base,
      other && withoutComme(other),
      niveauEntry && belowNiveau(niveauEntry),
      layer,
    ].filter((entry) => entry !== undefined);
    return layers.length === 0 ? NOTHING : { entry: overlayEntries(layers) };
  }

  /** The niveau of a thing; `null` if that is unknown, or the thing is not a map. */
  #niveauOf(name: string): string | undefined | null {
    const thing = this.#map(name);
    return thing ? nameAt(thing, "niveau") : null;
  }

  /** Whether `comme` leads from a thing into a circle, or further than it is followed; both have an end here. */
  #isCutOff(first: string): boolean {
    let name: string | null | undefined = first;
    while (typeof name === "string") name = nameAt(this.#map(name), "comme");
    return name === null;
  }

  #map(name: string): MapValue | undefined {
    return mapOf(this.#things.entries.get(name)?.value);
  }
}

/** The name at a key; `undefined` if there is none, `null` if it is unknown. */
function nameAt(thing: MapValue | undefined, key: string): string | undefined | null {
  const value = thing?.get(key);
  if (value?.kind === "leaf") return String(value.value);
  return thing?.has(key) ? null : undefined;
}

function mapOf(value: Entry["value"] | undefined): MapValue | undefined {
  return value?.kind === "map" ? value : undefined;
}

/** Examines a map; the results are cached for maps that contain maps. */
function examineMap(own: MapValue, lower: MapValue | undefined, target: Problem[]): void {
  if (own.open || (lower && (lower.open || own.opaque))) return;
  if (!holdsMaps(own)) examineEntries(own, lower, target);
  else appendAll(target, lower ? problemsAgainst([own, lower]) : problemsWithout(own));
}

const problemsAgainst = memoTuple(([own, lower]: readonly MapValue[]) => (own ? problemsIn(own, lower) : []));
const problemsWithout = memo((own: MapValue) => problemsIn(own, undefined));

function problemsIn(own: MapValue, lower: MapValue | undefined): readonly Problem[] {
  const problems: Problem[] = [];
  examineEntries(own, lower, problems);
  return problems;
}

function examineEntries(own: MapValue, lower: MapValue | undefined, target: Problem[]): void {
  for (const entry of own.entries.values())
    examineEntry(own, entry, lower?.entries.get(entry.name)?.value, target);
}

function examineEntry(
  map: MapValue,
  entry: Entry,
  lower: Entry["value"] | undefined,
  target: Problem[],
): void {
  const value = entry.value;
  if (value.kind === "map") {
    if (!value.opaque) examineMap(value, mapOf(lower), target);
  } else if (value.kind === "removed") {
    // What PRONOTE predefines may be removed without being written anywhere.
    const isAbsentBelow = !lower || lower.kind === "removed" || lower.kind === "absent";
    const isBuiltIn = TICKED.has(entry.name) || map.schema.predeclared?.includes(entry.name);
    if (isAbsentBelow && !isBuiltIn) target.push(removalWithoutEffect(map, entry, value));
  } else if ((value.kind === "leaf" || value.kind === "list") && lower && sameValue(value, lower))
    target.push(overrideWithoutEffect(map, entry, value, lower));
}

function overrideWithoutEffect(map: MapValue, entry: Entry, value: Value, lower: Value): Problem {
  return {
    id: "override-without-effect",
    at: nodeOf(value),
    message: message("“{0}” applies without this line too: what is underneath says the same.", entry.name),
    related: [{ at: nodeOf(lower), message: message("It comes from here.") }],
    fixes: removal(map, entry, "probable"),
  };
}

function removalWithoutEffect(
  map: MapValue,
  entry: Entry,
  { node }: { readonly node: Problem["at"] },
): Problem {
  return {
    id: "removal-without-effect",
    at: node,
    message: message("There is nothing under “{0}” that this could remove.", entry.name),
    fixes: removal(map, entry, "probable"),
  };
}
