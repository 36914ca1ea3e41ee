import { same } from "../base/same.ts";
import type { Answer, Thing } from "../rules/api/ask.ts";
import type { Found, Rule } from "../rules/api/rule.ts";
import { type Entry, holdsMaps } from "../schema/value.ts";
import type { Answers } from "./answers.ts";
import type { Place, Plan } from "./plan.ts";

/** What a rule found. */
export interface Judged {
  readonly rule: Rule;
  readonly found: Found;
}

/** What a rule found of a thing, and the answers that this rests on. */
interface Judgement {
  readonly rule: Rule;
  readonly thing: Thing;
  readonly asked: readonly Answer[];
  readonly found: readonly Judged[];
}

/** What the rules found in one thing and below it. */
export interface Checked {
  readonly thing: Entry;
  readonly place: Place | undefined;
  /** What was found by rules that asked nothing. */
  readonly found: readonly Judged[];
  /** The others. */
  readonly asking: readonly Judgement[];
  /** What is kept by itself of what lies below. */
  readonly below: readonly Checked[];
  /** What the answers are about that it and all below it rest on. */
  readonly about: number;
  /** Whether it, or something below it, found something. */
  readonly some: boolean;
  /** Whose answers these are, and the last moment at which they were the same. */
  readonly answers: Answers;
  confirmed: number;
}

/** Most establishments that share a base give the same answers about its things: so few results are kept of each. */
const KEPT = 3;
/** Things without others in them, if they are so few, are judged with the map that holds them. */
const FEW = 32;
const kept = new WeakMap<Entry, readonly Checked[]>();
const NONE: readonly never[] = [];

/**
 * Runs the rules on a thing and on all below it. What was found is taken over as long as the thing is the same and the
 * questions would be answered as they were; of what asked others, only those run again.
 */
export function check(thing: Entry, place: Place | undefined, plan: Plan, answers: Answers): Checked {
  const known = kept.get(thing) ?? NONE;
  const own = ownOf(known, place, answers);
  const shared = own ? undefined : known.find((result) => result.place === place && holds(result, answers));
  const result = (own && renewed(own, plan, answers)) ?? shared ?? run(thing, place, plan, answers);
  if (!known.includes(result))
    kept.set(thing, [result, ...known.filter((one) => one !== own).slice(0, KEPT - 1)]);
  return result;
}

function ownOf(known: readonly Checked[], place: Place | undefined, answers: Answers): Checked | undefined {
  for (const result of known) if (result.answers === answers && result.place === place) return result;
  return undefined;
}

/** A result with what does not hold any more found again; the same one if all holds. */
function renewed(result: Checked, plan: Plan, answers: Answers): Checked {
  const since = result.confirmed;
  if (!answers.stand(result.about, since)) {
    const asking = mapped(result.asking, (one) =>
      stands(one, since) ? one : judged(one.rule, one.thing, answers),
    );
    const below = mapped(result.below, ({ thing, place }) => check(thing, place, plan, answers));
    if (asking !== result.asking || below !== result.below)
      return resultOf({ ...result, asking, below, answers });
  }
  result.confirmed = answers.moment;
  return result;
}

function stands({ asked }: Judgement, since: number): boolean {
  for (const answer of asked) if (answer.since > since) return false;
  return true;
}

/** The same list if nothing in it becomes another. */
function mapped<T>(list: readonly T[], change: (one: T) => T): readonly T[] {
  let next: T[] | undefined;
  let index = 0;
  for (const one of list) {
    const changed = change(one);
    if (changed !== one) {
      next ??= [...list];
      next[index] = changed;
    }
    index++;
  }
  return next ?? list;
}

/** Whether what was found, mostly for another establishment, would be found for this one. */
function holds(result: Checked, answers: Answers): boolean {
  const own = result.answers === answers;
  const since = own ? result.confirmed : (answers.trusted.get(result) ?? -1);
  if (!answers.stand(result.about, since)) {
    const held = (one: Judgement) => (own ? stands(one, since) : standsHere(one, result, answers, since));
    if (!result.asking.every(held) || !result.below.every((below) => holds(below, answers))) return false;
  }
  if (own) result.confirmed = answers.moment;
  else answers.trusted.set(result, answers.moment);
  return true;
}

function standsHere({ asked }: Judgement, { confirmed }: Checked, answers: Answers, since: number): boolean {
  return asked.every((answer) => {
    const own = answers.answer(answer.name, answer.args);
    return own.since <= since || (answer.since <= confirmed && same(answer.value, own.value));
  });
}

function run(thing: Entry, place: Place | undefined, plan: Plan, answers: Answers): Checked {
  const found: Judged[] = [];
  const asking: Judgement[] = [];
  const below: Checked[] = [];
  if (isThing(thing)) {
    judge(thing, place, plan, answers, { found, asking });
    for (const part of partsOf(thing, place, plan)) {
      if (part.small) judge(part.thing, part.place, plan, answers, { found, asking });
      else below.push(check(part.thing, part.place, plan, answers));
    }
  }
  return resultOf({ thing, place, found, asking, below, answers });
}

function judge(
  thing: Thing,
  place: Place | undefined,
  plan: Plan,
  answers: Answers,
  { found, asking }: { readonly found: Judged[]; readonly asking: Judgement[] },
): void {
  for (const rules of [place?.rules ?? NONE, plan.everywhere(thing.value.schema)]) {
    for (const rule of rules) {
      const judgement = judged(rule, thing, answers);
      if (judgement.asked.length > 0) asking.push(judgement);
      else found.push(...judgement.found);
    }
  }
}

function isThing(entry: Entry): entry is Thing {
  return entry.value.kind === "map";
}

function judged(rule: Rule, thing: Thing, answers: Answers): Judgement {
  const { recorder } = answers;
  recorder.begin();
  let found: Judged[] | undefined;
  if (rule.check) {
    for (const one of rule.check(thing, recorder)) {
      found ??= [];
      found.push({ rule, found: one });
    }
  }
  return { rule, thing, asked: recorder.asked, found: found ?? NONE };
}

function resultOf(
  parts: Pick<Checked, "thing" | "place" | "found" | "asking" | "below" | "answers">,
): Checked {
  const { thing, place, found, asking, below, answers } = parts;
  const some =
    found.length > 0 || asking.some((one) => one.found.length > 0) || below.some((one) => one.some);
  let about = 0;
  for (const { asked } of asking) for (const answer of asked) about |= answer.about;
  for (const one of below) about |= one.about;
  return { thing, place, found, asking, below, about, some, answers, confirmed: answers.moment };
}

/** A thing in another one. */
interface Part {
  readonly thing: Thing;
  readonly place: Place | undefined;
  /** It is judged with the map that holds it. */
  readonly small: boolean;
}

function partsOf({ value }: Thing, place: Place | undefined, plan: Plan): readonly Part[] {
  const parts: Part[] = [];
  const few = value.entries.size <= FEW;
  for (const entry of value.entries.values()) {
    if (!isThing(entry)) continue;
    const below = place?.keys.get(entry.name) ?? place?.any;
    if (below || plan.reaches(entry.value.schema))
      parts.push({ thing: entry, place: below, small: few && !holdsMaps(entry.value) });
  }
  return parts;
}

/** All that was found in a thing and below it. */
export function allFound(result: Checked, into: Judged[] = []): readonly Judged[] {
  if (!result.some) return into;
  for (const one of result.found) into.push(one);
  for (const { found } of result.asking) for (const one of found) into.push(one);
  for (const below of result.below) allFound(below, into);
  return into;
}

/** Lets go of the answers that a result and those below it do not rest on, once there are many. */
export function tidy(result: Checked, answers: Answers): void {
  if (!answers.crowded) return;
  const inUse = new Set<Answer>();
  const walk = ({ asking, below, answers: whose }: Checked): void => {
    for (const { asked } of asking) {
      for (const one of asked) inUse.add(whose === answers ? one : answers.answer(one.name, one.args));
    }
    for (const one of below) walk(one);
  };
  walk(result);
  answers.keep(inUse);
}
