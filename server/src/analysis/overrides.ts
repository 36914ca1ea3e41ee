import { memo, memoTuple } from "../base/memo.ts";
import { message } from "../base/message.ts";
import {
  belowNiveau,
  establishmentOf,
  inheritingPaths,
  mapAt,
  sharedBy,
  withoutComme,
} from "../model/establishment.ts";
import { nodeOf, overlay, overlayEntries, sameValue, unite } from "../model/merge.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { removal } from "../rules/api/fixes.ts";
import { rootSchema } from "../schema/schema.ts";
import { type Entry, holdsMaps, MapValue, type Value } from "../schema/value.ts";
import type { Problem } from "../syntax/problem.ts";

/**
 * What an establishment's own texts say although it would hold without them: values that lie underneath as well, and
 * removals where there is nothing to remove. Never of a base: others stand on it too.
 */
export const overridesOf = memo((snapshot: Snapshot): readonly Problem[] => {
  const root = establishmentOf(snapshot).value;
  if (root.open) return [];
  const own = unite(snapshot.members.map(sharedBy)).value;
  const bases = snapshot.bases.map(sharedBy);
  const problems: Problem[] = [];
  walk(own, bases.length > 0 ? overlay(bases) : undefined, root, [], problems);
  return problems;
});

/** What PRONOTE ticks by itself: there a `~` says that it is not wanted. */
const TICKED = new Set(["mode-vie-scolaire"]);

const THINGS = new Set(inheritingPaths.map((path) => path.join("/")));
const ABOVE_THINGS = new Set(
  inheritingPaths.flatMap((path) => path.map((_, length) => path.slice(0, length).join("/"))),
);

/** Down to the things that may take over from others, which have more lying under them than bases. */
function walk(
  own: MapValue,
  under: MapValue | undefined,
  root: MapValue,
  path: readonly string[],
  into: Problem[],
): void {
  const at = path.join("/");
  const isThings = THINGS.has(at);
  if (!isThings && !ABOVE_THINGS.has(at)) {
    inMap(own, under, into);
    return;
  }
  if (isThings) {
    const niveaux = path[0] === "classes" ? mapAt(root, ["niveaux"]) : undefined;
    addAll(inThings([own, under, mapAt(root, path), niveaux].map(orNone)), into);
    return;
  }
  for (const entry of own.entries.values()) {
    if (at === "" && entry.name === "deroulement") continue; // a tick is one whole, with a fingerprint of its own
    const base = under?.entries.get(entry.name)?.value;
    const value = entry.value;
    if (value.kind !== "map" || value.opaque) inEntry(own, entry, base, into);
    else walk(value, mapOf(base), root, [...path, entry.name], into);
  }
}

/** No map, where one may be. */
const NONE = new MapValue(rootSchema, new Map(), []);

function orNone(map: MapValue | undefined): MapValue {
  return map ?? NONE;
}

/** The things themselves, what bases say of them, the same things as they are in effect, and the niveaux. */
const inThings = memoTuple(
  (...[own = NONE, bases = NONE, things = NONE, niveaux = NONE]: readonly MapValue[]) => {
    const all = new NamedThings(things, niveaux);
    const problems: Problem[] = [];
    for (const entry of own.entries.values()) {
      const under = all.under(entry.name, bases.entries.get(entry.name));
      if (under) inEntry(own, entry, under.entry?.value, problems);
    }
    return problems;
  },
);

interface Underlying {
  readonly entry: Entry | undefined;
}

const NOTHING: Underlying = { entry: undefined };

/** Things that may take over from others. */
class NamedThings {
  readonly #things: MapValue;
  readonly #niveaux: MapValue;

  constructor(things: MapValue, niveaux: MapValue) {
    this.#things = things;
    this.#niveaux = niveaux;
  }

  /** What lies under a thing: bases, then what its `comme` and its niveau name; `undefined` if that is not known. */
  under(name: string, base: Entry | undefined): Underlying | undefined {
    const thing = this.#map(name);
    const like = nameAt(thing, "comme");
    const niveau = nameAt(thing, "niveau");
    if (like === null || niveau === null || this.#niveaux.open) return undefined;
    if (like === undefined && niveau === undefined) return base ? { entry: base } : NOTHING;
    // What the other one has from another niveau is not taken over: then nothing is said.
    if (like !== undefined && (this.#goesRound(name) || this.#niveauOf(like) !== niveau)) return undefined;
    const other = like === undefined ? undefined : this.#things.entries.get(like);
    const level = niveau === undefined ? undefined : this.#niveaux.entries.get(niveau);
    const layers = [base, other && withoutComme(other), level && belowNiveau(level)].filter(
      (entry) => entry !== undefined,
    );
    return layers.length === 0 ? NOTHING : { entry: overlayEntries(layers) };
  }

  /** The niveau that another thing names; `null` if that is not to be understood, or it is none. */
  #niveauOf(name: string): string | undefined | null {
    const thing = this.#map(name);
    return thing ? nameAt(thing, "niveau") : null;
  }

  /** Whether the things that `comme` names, one after the other, come back to one of them. */
  #goesRound(first: string): boolean {
    const seen = new Set<string>();
    for (let name: string | null | undefined = first; typeof name === "string"; ) {
      if (seen.has(name)) return true;
      seen.add(name);
      name = nameAt(this.#map(name), "comme");
    }
    return false;
  }

  #map(name: string): MapValue | undefined {
    return mapOf(this.#things.entries.get(name)?.value);
  }
}

/** The name that a key holds; `null` if one is written that is not to be understood. */
function nameAt(thing: MapValue | undefined, key: string): string | undefined | null {
  const value = thing?.get(key);
  if (value?.kind === "leaf") return String(value.value);
  return thing?.has(key) ? null : undefined;
}

function mapOf(value: Entry["value"] | undefined): MapValue | undefined {
  return value?.kind === "map" ? value : undefined;
}

/** What stands in a map; of one with maps in it, what did not change is kept. */
function inMap(own: MapValue, under: MapValue | undefined, into: Problem[]): void {
  if (own.open || (under && (under.open || own.opaque))) return;
  if (!holdsMaps(own)) inEntries(own, under, into);
  else addAll(under ? inBoth([own, under]) : alone(own), into);
}

/** There may be too many for the arguments of one call. */
function addAll(problems: readonly Problem[], into: Problem[]): void {
  for (const problem of problems) into.push(problem);
}

const inBoth = memoTuple((...[own, under]: readonly MapValue[]) => (own ? problemsIn(own, under) : []));
const alone = memo((own: MapValue) => problemsIn(own, undefined));

function problemsIn(own: MapValue, under: MapValue | undefined): readonly Problem[] {
  const problems: Problem[] = [];
  inEntries(own, under, problems);
  return problems;
}

function inEntries(own: MapValue, under: MapValue | undefined, into: Problem[]): void {
  for (const entry of own.entries.values()) inEntry(own, entry, under?.entries.get(entry.name)?.value, into);
}

function inEntry(map: MapValue, entry: Entry, under: Entry["value"] | undefined, into: Problem[]): void {
  const value = entry.value;
  if (value.kind === "map") {
    if (!value.opaque) inMap(value, mapOf(under), into);
  } else if (value.kind === "removed") {
    // What PRONOTE itself brings along may be cut without being written anywhere.
    const isFree = !under || under.kind === "removed" || under.kind === "absent";
    const isBuiltIn = TICKED.has(entry.name) || map.schema.predeclared?.includes(entry.name);
    if (isFree && !isBuiltIn) into.push(cutOfNothing(map, entry, value));
  } else if ((value.kind === "leaf" || value.kind === "list") && under && sameValue(value, under))
    into.push(withoutEffect(map, entry, value, under));
}

function withoutEffect(map: MapValue, entry: Entry, value: Value, under: Value): Problem {
  return {
    id: "override-without-effect",
    at: nodeOf(value),
    message: message("“{0}” holds without this line too: what lies underneath says the same.", entry.name),
    related: [{ at: nodeOf(under), message: message("It comes from here.") }],
    fixes: removal(map, entry, "probable"),
  };
}

function cutOfNothing(map: MapValue, entry: Entry, { node }: { readonly node: Problem["at"] }): Problem {
  return {
    id: "removal-without-effect",
    at: node,
    message: message("Nothing lies under “{0}” that this could remove.", entry.name),
    fixes: removal(map, entry, "probable"),
  };
}
