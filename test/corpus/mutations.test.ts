/** Good establishments with one fault: one finding, at its place; and a sure fix gives the original back. */
import { afterAll, expect, test } from "vitest";
import { localizerFor } from "../../server/src/base/localize.ts";
import type { Rule } from "../../server/src/rules/api/rule.ts";
import { rules } from "../../server/src/rules/index.ts";
import { findingsOf } from "../support/analysis.ts";
import { contradictions, seedsFor } from "./contradictions.ts";
import { diceAt } from "./dice.ts";
import { type CorpusEstablishment, establishmentOf, workspaceWith } from "./establishment.ts";
import { judged, type Verdict } from "./judge.ts";
import { keyWays } from "./mutate-keys.ts";
import { nameWays } from "./mutate-names.ts";
import { privacyWays } from "./mutate-privacy.ts";
import { structureWays } from "./mutate-structure.ts";
import { valueWays } from "./mutate-values.ts";
import { yamlWays } from "./mutate-yaml.ts";
import { type Mutation, targetOf, type Way } from "./mutation.ts";

/** How many of each class are tried. */
const TRIED = Number(process.env["RENTREE_MUTATIONS"] ?? 60);
/** Lists each that does not hold. */
const SHOW = process.env["RENTREE_SHOW"] !== undefined;
/** How many establishments are tried for the examples of each rule. */
const HOSTS = 6;
/** The least share that holds, of all. */
const LEAST = 0.95;

/** What does not hold, and why: each has to be one of these. */
const EXCEPTIONS: { readonly [name: string]: readonly (readonly [RegExp, string])[] } = {
  "": [
    [/herite-de/, "Without its bases an establishment lacks what they declare, and they belong to nobody."],
  ],
  "no space after the colon": [
    [/ (lettre|spr):true/, "In braces it is a key of its own; nothing tells that the other one is meant."],
  ],
  "no colon after the key": [[/./, "The entry is not read: a rule may rest on what it would have said."]],
  "duplicated key": [[/./, "Neither of the two holds: a rule may rest on what they would have said."]],
  "key one level too high": [
    [/not restored/, "There the key has another meaning, and its old place is not known."],
  ],
  "a tab for an indentation": [
    [/./, "A tab hides what the lines below belong to: what YAML makes of them instead is told as well."],
  ],
  "a line too far to the right": [
    [
      /./,
      "Below a key without a value one column more makes the line, and all below it, an entry of that key.",
    ],
  ],
  contradictions: [
    [/^ +option-of/, "Each option that is ticked is told; the establishment ticks others too."],
    [/^ +espace-direction/, "The example replaces the staff, and the establishment names one of them."],
    [/^ +used-but/, "The establishment does not recover these data: the rule has nothing to compare."],
    [
      /^ +(missing-key|unknown-reference)/,
      "The names of the example are declared for it; a class of its own tries these.",
    ],
    [/^ +(more-professeurs|duplicate-ident)/, "The example's teachers teach nothing, which is told as well."],
    [/^ +channel-without/, "The establishment has no SMS, which the example wants: two faults."],
    [/^ +positionnement/, "The establishment is a lycée, and the example of a collège: two faults."],
    [/^ +rne-shape.*not restored/, "The number of the example is right, but it is not this establishment's."],
  ],
};

const ways: { readonly [name: string]: Way } = {
  ...keyWays,
  ...valueWays,
  ...structureWays,
  ...nameWays,
  ...privacyWays,
  ...yamlWays,
};

interface Judged {
  readonly mutation: Mutation;
  readonly verdict: Verdict;
}

const lines: string[] = [];
const total = { tried: 0, one: 0, sure: 0, restored: 0 };

test.each(Object.entries(ways))("%s", (name, way) => {
  const found: Judged[] = [];
  for (const all of establishments(name)) {
    if (found.length >= TRIED) break;
    const good = workspaceWith(all.files.map(({ uri, text }) => [uri, text]));
    for (const mutation of mutationsOf(all, name, way)) {
      found.push({ mutation, verdict: judged(good, mutation) });
    }
  }
  count(name, found);
});

test("contradictions, from the rules' pages", () => {
  const placed = rules.filter(({ check }) => check).map((rule) => ({ rule, found: contradictionOf(rule) }));
  count(
    "contradictions",
    placed.flatMap(({ found }) => found ?? []),
  );
  const without = placed.filter(({ found }) => !found).map(({ rule }) => rule.id);
  lines.push(`  in no establishment that was tried: ${without.join(", ") || "none"}`);
});

test("nearly all are found once, and nearly all sure fixes give the original back", () => {
  expect(total.one / total.tried).toBeGreaterThanOrEqual(LEAST);
  expect(total.restored / total.sure).toBeGreaterThanOrEqual(LEAST);
});

afterAll(() => {
  const { tried, one, sure, restored } = total;
  const share = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;
  lines.push(
    `${tried} mutations: ${share(one, tried)} found exactly once; ${share(restored, sure)} of ${sure} sure fixes restore`,
  );
  process.stdout.write(`${lines.join("\n")}\n`);
});

/** Establishments in an order of their own for each class. */
function* establishments(name: string): Generator<CorpusEstablishment> {
  const start = diceAt(7, name).of(300);
  for (let index = 0; index < 300; index++) yield establishmentOf(1 + ((start + index) % 300));
}

/** A few mutations of one establishment, spread over its files. */
function mutationsOf(all: CorpusEstablishment, name: string, way: Way): readonly Mutation[] {
  const dice = diceAt(all.seed, name);
  const found: Mutation[] = [];
  for (const [file, mark] of dice.shuffled(
    all.files.flatMap((one) => one.marks.map((mark) => [one, mark] as const)),
  )) {
    const mutation = way(targetOf(all, file, mark), dice);
    if (mutation) found.push(mutation);
    if (found.length === 3) break;
  }
  return found;
}

/** A bad example of a rule in an establishment that is good without it. */
function contradictionOf(rule: Rule): Judged | undefined {
  let silent: Judged | undefined; // the establishment has what the example lacks, or says nothing that it contradicts
  for (const { good, mutation } of contradictions(rule, seedsFor(rule, HOSTS))) {
    const workspace = workspaceWith(good.map(({ uri, text }) => [uri, text]));
    const isGood = [...findingsOf(workspace).values()].flat().every(({ id }) => id === "merge-key");
    if (!isGood) continue;
    const verdict = judged(workspace, mutation);
    silent ??= { mutation, verdict };
    if (verdict.found.length > 0) return { mutation, verdict };
  }
  return silent;
}

/** Adds a class to what is printed and to the sums. */
function count(name: string, all: readonly Judged[]): void {
  const failed = all.filter(({ verdict }) => !verdict.one);
  const none = failed.filter(({ verdict }) => verdict.found.length === 0);
  const sure = all.filter(({ verdict }) => verdict.restored !== undefined);
  const other = sure.filter(({ verdict }) => !verdict.restored);
  lines.push(
    [
      `${name}: tried ${all.length}, one ${all.length - failed.length}, none ${none.length}`,
      `several or elsewhere ${failed.length - none.length}, restored ${sure.length - other.length} of ${sure.length}`,
    ].join(", "),
  );
  const unexplained: string[] = [];
  const reasons = new Map<string, number>();
  for (const one of [...failed, ...other].map(told)) {
    const [, reason] =
      [...(EXCEPTIONS[""] ?? []), ...(EXCEPTIONS[name] ?? [])].find(([what]) => what.test(one)) ?? [];
    if (SHOW || reason === undefined) lines.push(one);
    if (reason === undefined) unexplained.push(one);
    else reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  for (const [reason, times] of reasons) lines.push(`  ${times} times: ${reason}`);
  total.tried += all.length;
  total.one += all.length - failed.length;
  total.sure += sure.length;
  total.restored += sure.length - other.length;
  expect(all.length).toBeGreaterThan(0);
  expect(unexplained).toEqual([]);
}

function told({ mutation, verdict }: Judged): string {
  const localize = localizerFor("en");
  const found = verdict.found.map(({ id, message }) => `${id}: ${localize(message)}`);
  return `  ${mutation.says}: ${found.join(" | ") || "nothing"}${verdict.restored === false ? " (not restored)" : ""}`;
}
