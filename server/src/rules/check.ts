import { memo } from "../memo.ts";
import type { Schema } from "../schema/schema.ts";
import type { Entry } from "../schema/value.ts";
import type { Answers } from "./answers.ts";
import type { Ask, Asked, Thing } from "./ask.ts";
import type { Found, Rule } from "./rule.ts";

/** Rules by the place in the language that they run on. */
export interface Place {
  readonly rules: readonly Rule[];
  /** Below any name. */
  readonly any?: Place;
  readonly keys: ReadonlyMap<string, Place>;
}

/** What the rules found in one thing and below it, and the answers that it rests on. */
export interface Checked {
  readonly found: readonly { readonly rule: Rule; readonly found: Found }[];
  readonly below: readonly Checked[];
  /** Whether it, or something below it, found something. */
  readonly some: boolean;
  /** What was asked here; and below too, unless there is much below. */
  readonly asked: Asked;
  readonly wide: boolean;
  readonly place: Place | undefined;
  /** The last moment at which all answers were these. */
  confirmed: number;
}

/** Rules that run on every map, and the others by place. */
export interface Plan {
  /** Those that run on every map, of which this is the schema. */
  readonly everywhere: (schema: Schema) => readonly Rule[];
  /** Whether one of them runs on a map of this schema or on one below it. */
  readonly reaches: (schema: Schema) => boolean;
  readonly root: Place;
}

interface Growing extends Place {
  readonly rules: Rule[];
  any?: Growing;
  readonly keys: Map<string, Growing>;
}

/** Puts rules in the order in which a walk from the root meets their things. */
export function planOf(rules: readonly Rule[]): Plan {
  const root: Growing = { rules: [], keys: new Map() };
  for (const rule of rules) {
    for (const path of rule.on) {
      if (path !== "**") path.split(".").filter(Boolean).reduce(step, root).rules.push(rule);
    }
  }
  spread(root);
  const general = rules.filter((rule) => rule.on.includes("**"));
  const everywhere = memo((schema: Schema) => general.filter(({ where }) => where?.(schema) !== false));
  const reaches: Plan["reaches"] = memo(
    (schema: Schema) =>
      everywhere(schema).length > 0 || [...schema.properties.values(), ...others(schema)].some(reaches),
  );
  return { everywhere, reaches, root };
}

function others({ additional, items }: Schema): readonly Schema[] {
  return [additional, items].filter((schema) => schema !== undefined);
}

function step(place: Growing, key: string): Growing {
  const known = key === "*" ? place.any : place.keys.get(key);
  if (known) return known;
  const next: Growing = { rules: [], keys: new Map() };
  if (key === "*") place.any = next;
  else place.keys.set(key, next);
  return next;
}

/** What runs on any name runs on those too that other rules name. */
function spread(place: Growing): void {
  if (place.any) for (const named of place.keys.values()) pour(place.any, named);
  for (const below of place.keys.values()) spread(below);
  if (place.any) spread(place.any);
}

function pour(any: Growing, named: Growing): void {
  for (const rule of any.rules) if (!named.rules.includes(rule)) named.rules.push(rule);
  for (const [key, below] of any.keys) pour(below, step(named, key));
  if (any.any) pour(any.any, step(named, "*"));
}

/** Most establishments that share a base give the same answers about its things: so few results are kept of each. */
const KEPT = 3;
/** A thing with more below it does not repeat what was asked there. */
const WIDE = 32;
const kept = new WeakMap<Entry, Checked[]>();

/**
 * Runs the rules on a thing and on all below it. A result is taken over as long as the thing is the same and every
 * question would be answered as it was.
 */
export function check(thing: Entry, place: Place | undefined, plan: Plan, answers: Answers): Checked {
  const known = kept.get(thing) ?? [];
  const hit = known.find((result) => result.place === place && holds(result, answers));
  if (hit) return hit;
  const result = run(thing, place, plan, answers);
  kept.set(thing, [result, ...known.slice(0, KEPT - 1)]);
  return result;
}

/** Whether a result would be found again. What held the moment before is looked at only where an answer changed. */
function holds(result: Checked, answers: Answers): boolean {
  if (result.confirmed === answers.moment) return true;
  if (result.confirmed === answers.before) {
    for (const key of answers.changed) if (result.asked.has(key)) return false;
  } else if (!answers.confirm(result.asked)) return false;
  if (result.wide && !result.below.every((below) => holds(below, answers))) return false;
  result.confirmed = answers.moment;
  return true;
}

function run(thing: Entry, place: Place | undefined, plan: Plan, answers: Answers): Checked {
  const asked: Asked = new Map();
  const isMap = thing.value.kind === "map";
  const found = isMap ? findingsOn(thing as Thing, place, plan, answers.recording(asked)) : [];
  const below = isMap ? [...checkedBelow(thing as Thing, place, plan, answers)] : [];
  const many = below.length > WIDE;
  if (!many) for (const result of below) for (const [key, question] of result.asked) asked.set(key, question);
  const some = found.length > 0 || below.some((result) => result.some);
  const wide = many || below.some((result) => result.wide);
  return { found, below, some, asked, wide, place, confirmed: answers.moment };
}

function* checkedBelow(
  { value }: Thing,
  place: Place | undefined,
  plan: Plan,
  answers: Answers,
): Iterable<Checked> {
  for (const entry of value.entries.values()) {
    if (entry.value.kind !== "map") continue;
    const next = place?.keys.get(entry.name) ?? place?.any;
    if (next || plan.reaches(entry.value.schema)) yield check(entry, next, plan, answers);
  }
}

function findingsOn(thing: Thing, place: Place | undefined, plan: Plan, ask: Ask): Checked["found"] {
  const all: { rule: Rule; found: Found }[] = [];
  for (const rules of [place?.rules ?? [], plan.everywhere(thing.value.schema)]) {
    for (const rule of rules) for (const found of rule.check?.(thing, ask) ?? []) all.push({ rule, found });
  }
  return all;
}
