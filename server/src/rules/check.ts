import type { Entry, Value } from "../schema/value.ts";
import type { Answers, Ask, Asked, Thing } from "./ask.ts";
import { recorder } from "./ask.ts";
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
  /** Only those below that found something. */
  readonly below: readonly Checked[];
  readonly asked: Asked;
  readonly place: Place | undefined;
}

/** Rules that run on every map, and the others by place. */
export interface Plan {
  readonly everywhere: readonly Rule[];
  readonly root: Place;
}

/** Puts rules in the order in which a walk from the root meets their things. */
export function planOf(rules: readonly Rule[]): Plan {
  type Growing = { rules: Rule[]; any?: Growing; keys: Map<string, Growing> };
  const fresh = (): Growing => ({ rules: [], keys: new Map() });
  const root = fresh();
  const step = (place: Growing, key: string): Growing => {
    const known = key === "*" ? place.any : place.keys.get(key);
    if (known) return known;
    const next = fresh();
    if (key === "*") place.any = next;
    else place.keys.set(key, next);
    return next;
  };
  for (const rule of rules) {
    for (const path of rule.on) {
      if (path !== "**") path.split(".").filter(Boolean).reduce(step, root).rules.push(rule);
    }
  }
  return { everywhere: rules.filter((rule) => rule.on.includes("**")), root };
}

/** Most establishments that share a base give the same answers about its things: so few results are kept of each. */
const KEPT = 3;
const kept = new WeakMap<Entry, Checked[]>();

/**
 * Runs the rules on a thing and on all below it. A result is taken over as long as the thing is the same and every
 * question would be answered as it was.
 */
export function check(thing: Entry, place: Place | undefined, plan: Plan, answers: Answers): Checked {
  const known = kept.get(thing) ?? [];
  const hit = known.find((result) => result.place === place && answers.confirm(result.asked));
  if (hit) return hit;
  const result = run(thing, place, plan, answers);
  kept.set(thing, [result, ...known.slice(0, KEPT - 1)]);
  return result;
}

function run(thing: Entry, place: Place | undefined, plan: Plan, answers: Answers): Checked {
  const asked: Asked = new Map();
  const value = thing.value as Value;
  if (value.kind !== "map") return { found: [], below: [], asked, place };
  const ask: Ask = recorder(answers, asked);
  const found = [...(place?.rules ?? []), ...plan.everywhere].flatMap((rule) =>
    [...(rule.check?.(thing as Thing, ask) ?? [])].map((one) => ({ rule, found: one })),
  );
  const below: Checked[] = [];
  for (const entry of value.entries.values()) {
    const { kind } = entry.value as Value;
    if (kind !== "map") continue;
    const result = check(entry, place?.keys.get(entry.name) ?? place?.any, plan, answers);
    for (const [key, question] of result.asked) asked.set(key, question);
    if (result.found.length > 0 || result.below.length > 0) below.push(result);
  }
  return { found, below, asked, place };
}
