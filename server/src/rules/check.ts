import { memo } from "../memo.ts";
import type { Schema } from "../schema/schema.ts";
import { type Entry, holdsMaps, type MapValue } from "../schema/value.ts";
import type { Answers } from "./answers.ts";
import { type Answer, type Ask, Asked, type Thing } from "./ask.ts";
import type { Found, Rule } from "./rule.ts";
import { same } from "./same.ts";

/** Rules by the place in the language that they run on. */
export interface Place {
  readonly rules: readonly Rule[];
  /** Below any name. */
  readonly any?: Place;
  readonly keys: ReadonlyMap<string, Place>;
}

/** What a rule found. */
export interface Judged {
  readonly rule: Rule;
  readonly found: Found;
}

/** What the rules found in one thing and below it, and the answers that it rests on. */
export interface Checked {
  readonly found: readonly Judged[];
  /** What was found below it and kept by itself. */
  readonly below: readonly Checked[];
  /** Whether it, or something below it, found something. */
  readonly some: boolean;
  /** What was asked here; and below too, unless there is much below. */
  readonly asked: readonly Answer[];
  readonly wide: boolean;
  readonly place: Place | undefined;
  /** Whose answers these are, and the last moment at which they were the same. */
  readonly answers: Answers;
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
/** Things without others in them, if they are so few, are checked with the map that holds them. */
const FEW = 32;
/** A thing with more results below it does not repeat what was asked there. */
const WIDE = 32;
const kept = new WeakMap<Entry, readonly Checked[]>();
const NONE: readonly never[] = [];

/**
 * Runs the rules on a thing and on all below it. A result is taken over as long as the thing is the same and every
 * question would be answered as it was.
 */
export function check(thing: Entry, place: Place | undefined, plan: Plan, answers: Answers): Checked {
  const known = kept.get(thing) ?? NONE;
  for (const result of known) if (result.place === place && holds(result, answers)) return result;
  const result = run(thing, place, plan, answers);
  kept.set(thing, [result, ...known.slice(0, KEPT - 1)]);
  return result;
}

/** Whether a result would be found again. Its answers are looked at only if one has changed since they last were. */
function holds(result: Checked, answers: Answers): boolean {
  const own = result.answers === answers;
  const since = own ? result.confirmed : (answers.trusted.get(result) ?? -1);
  const held = since >= answers.changed || stillHolds(result, answers, since);
  if (held && own) result.confirmed = answers.moment;
  if (held && !own) answers.trusted.set(result, answers.moment);
  return held;
}

function stillHolds(result: Checked, answers: Answers, since: number): boolean {
  for (const answer of result.asked) if (!stands(answer, result, answers, since)) return false;
  return !result.wide || result.below.every((below) => holds(below, answers));
}

/** Whether an answer is the one that a result rests on, which may be that of another establishment. */
function stands(answer: Answer, result: Checked, answers: Answers, since: number): boolean {
  if (result.answers === answers) return answer.since <= since;
  const own = answers.answer(answer.name, answer.args);
  return own.since <= since || (answer.since <= result.confirmed && same(answer.value, own.value));
}

function run(thing: Entry, place: Place | undefined, plan: Plan, answers: Answers): Checked {
  const asked = new Asked();
  const found: Judged[] = [];
  const below: Checked[] = [];
  if (thing.value.kind === "map") {
    const ask = answers.recording(asked);
    judge(thing as Thing, place, plan, ask, found);
    const parts = partsOf(thing as Thing, place, plan);
    for (const part of parts) if (part.small) judge(part.entry as Thing, part.place, plan, ask, found);
    for (const part of parts) if (!part.small) below.push(check(part.entry, part.place, plan, answers));
  }
  const many = below.length > WIDE;
  return {
    found,
    below,
    some: found.length > 0 || below.some((result) => result.some),
    asked: many || below.length === 0 ? asked.answers : withBelow(asked, below, answers).answers,
    wide: many || below.some((result) => result.wide),
    place,
    answers,
    confirmed: answers.moment,
  };
}

/** What was asked for a thing and below it, as answers of this establishment. */
function withBelow({ answers: own }: Asked, below: readonly Checked[], answers: Answers): Asked {
  const all = new Asked();
  for (const answer of own) all.add(answer);
  for (const result of below) {
    for (const answer of result.asked)
      all.add(result.answers === answers ? answer : answers.answer(answer.name, answer.args));
  }
  return all;
}

/** A thing in another one. */
interface Part {
  readonly entry: Entry;
  readonly place: Place | undefined;
  /** It is judged with the map that holds it. */
  readonly small: boolean;
}

function partsOf({ value }: Thing, place: Place | undefined, plan: Plan): readonly Part[] {
  const parts: Part[] = [];
  const few = value.entries.size <= FEW;
  for (const entry of value.entries.values()) {
    if (entry.value.kind !== "map") continue;
    const below = place?.keys.get(entry.name) ?? place?.any;
    if (below || plan.reaches(entry.value.schema))
      parts.push({ entry, place: below, small: few && !holdsMaps(entry.value as MapValue) });
  }
  return parts;
}

function judge(thing: Thing, place: Place | undefined, plan: Plan, ask: Ask, into: Judged[]): void {
  for (const rules of [place?.rules ?? NONE, plan.everywhere(thing.value.schema)]) {
    for (const rule of rules)
      if (rule.check) for (const found of rule.check(thing, ask)) into.push({ rule, found });
  }
}

/** Lets go of the answers that a result and those below it do not rest on, once there are many. */
export function tidy(result: Checked, answers: Answers): void {
  if (!answers.crowded) return;
  const inUse = new Set<Answer>();
  const walk = (one: Checked): void => {
    for (const answer of one.asked)
      inUse.add(one.answers === answers ? answer : answers.answer(answer.name, answer.args));
    for (const below of one.below) walk(below);
  };
  walk(result);
  answers.keep(inUse);
}
