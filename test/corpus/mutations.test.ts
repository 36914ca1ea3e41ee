/** Valid establishments with one fault have one finding, at its place; and its sure fix restores the original. */
import { afterAll, expect, test } from "vitest";
import { localizerFor } from "../../server/src/base/localize.ts";
import type { Rule } from "../../server/src/rules/api/rule.ts";
import { rules } from "../../server/src/rules/index.ts";
import { findingsOf } from "../support/analysis.ts";
import { contradictions, seedsFor } from "./contradictions.ts";
import { diceAt } from "./dice.ts";
import { type CorpusEstablishment, establishmentOf, workspaceWith } from "./establishment.ts";
import { type Verdict, verdictOf } from "./judge.ts";
import { keyMutators } from "./mutate-keys.ts";
import { nameMutators } from "./mutate-names.ts";
import { nearMutators } from "./mutate-near.ts";
import { privacyMutators } from "./mutate-privacy.ts";
import { structureMutators } from "./mutate-structure.ts";
import { valueMutators } from "./mutate-values.ts";
import { yamlMutators } from "./mutate-yaml.ts";
import { type Mutation, type Mutator, targetOf } from "./mutation.ts";

/** The number of mutations of each class. */
const MUTATIONS_PER_CLASS = Number(process.env["RENTREE_MUTATIONS"] ?? 60);
/** Whether all mutations that fail are listed. */
const SHOW = process.env["RENTREE_SHOW"] !== undefined;
/** The number of establishments that are tried for the examples of each rule. */
const HOSTS = 6;
/** The share of all mutations that must succeed. */
const MIN_SHARE = 0.95;

/** Mutations that may fail, by class, with the reason. All others must succeed. */
const EXCEPTIONS: { readonly [name: string]: readonly (readonly [RegExp, string])[] } = {
  "": [
    [/herite-de/, "Without its bases an establishment lacks what they declare, and they belong to nobody."],
  ],
  "no space after the colon": [
    [/ (lettre|spr):true/, "In braces it is a key of its own; nothing tells that the other one is meant."],
    [/ delai-max:1 /, "What stands around it may be a single text, and so it is one."],
  ],
  "no colon after the key": [[/./, "The entry is not read: a rule may rest on what it would have said."]],
  "duplicated key": [[/./, "Neither of the two holds: a rule may rest on what they would have said."]],
  "key one level too high": [
    [/not restored/, "There the key has another meaning, and its old place is not known."],
  ],
  "declaration renamed away": [
    [/periodes-out-of-order/, "The new name of a period counts it at another place: that is told as well."],
    [
      / -> (Trimestre|Semestre) \d/,
      "A period's number says its place: with another it is out of order as well.",
    ],
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
    [
      /^ +espace-with-everything-off/,
      "The establishment ticks options in the rubriques that are off: faults too.",
    ],
    [
      /^ +booking-by-nobody/,
      "The establishment lacks the EDT connection right that booking needs: two faults.",
    ],
    [/^ +option-of/, "Each option that is ticked is told; the establishment ticks others too."],
    [
      /^ +(espace-direction|mode-without)/,
      "The example replaces the staff, and the establishment names one of them.",
    ],
    [
      /^ +booking-by-nobody/,
      "The establishment has no connection right, which the example wants: two faults.",
    ],
    [/^ +private-ip/, "The example replaces the servers, and the establishment connects to one of them."],
    [
      /^ +(one-letter|vie-scolaire-contact-without)/,
      "The establishment sets more that has the same cause: the first of these is told, and names the others.",
    ],
    [/^ +yearly-renewal/, "The establishment sends passwords, which the example recovers: two faults."],
    [/^ +used-but/, "The establishment does not recover these data: the rule has nothing to compare."],
    [
      /^ +(missing-key|unknown-reference)/,
      "The names of the example are declared for it; a class of its own tries these.",
    ],
    [/^ +(more-professeurs|duplicate-ident)/, "The example's teachers teach nothing, which is told as well."],
    [/^ +channel-without/, "The establishment has no SMS, which the example wants: two faults."],
    [/^ +positionnement/, "The establishment is a lycée, and the example of a collège: two faults."],
    [
      /^ +ent-audience/,
      "The establishment sends connection details to those who come in through the ENT: faults too.",
    ],
    [/^ +two-spr/, "The example replaces the staff, and one of them starts the transfer from EDT."],
    [/^ +(consult-group|groupe-type)/, "The group of the example has no member, which is told as well."],
    [
      /^ +periode-(ends|outside)/,
      "The example replaces the periods, and the classes mention others of them.",
    ],
    [/^ +rne-shape.*not restored/, "The number of the example is right, but it is not this establishment's."],
  ],
};

const mutators: { readonly [name: string]: Mutator } = {
  ...keyMutators,
  ...valueMutators,
  ...structureMutators,
  ...nameMutators,
  ...nearMutators,
  ...privacyMutators,
  ...yamlMutators,
};

interface MutationResult {
  readonly mutation: Mutation;
  readonly verdict: Verdict;
}

const lines: string[] = [];
const total = { tried: 0, one: 0, sure: 0, restored: 0 };

test.each(Object.entries(mutators))("%s", (name, mutator) => {
  const found: MutationResult[] = [];
  for (const all of establishments(name)) {
    if (found.length >= MUTATIONS_PER_CLASS) break;
    const good = workspaceWith(all.files.map(({ uri, text }) => [uri, text]));
    for (const mutation of mutationsOf(all, name, mutator)) {
      found.push({ mutation, verdict: verdictOf(good, mutation) });
    }
  }
  count(name, found);
});

test("the bad examples of the rules' pages are found in generated establishments", () => {
  const placed = rules.filter(({ check }) => check).map((rule) => ({ rule, found: contradictionOf(rule) }));
  count(
    "contradictions",
    placed.flatMap(({ found }) => found ?? []),
  );
  const without = placed.filter(({ found }) => !found).map(({ rule }) => rule.id);
  lines.push(`  in no establishment that was tried: ${without.join(", ") || "none"}`);
});

test("nearly all mutations are found exactly once, and nearly all sure fixes restore the original", () => {
  expect(total.one / total.tried).toBeGreaterThanOrEqual(MIN_SHARE);
  expect(total.restored / total.sure).toBeGreaterThanOrEqual(MIN_SHARE);
});

afterAll(() => {
  const { tried, one, sure, restored } = total;
  const share = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;
  lines.push(
    `${tried} mutations: ${share(one, tried)} found exactly once; ${share(restored, sure)} of ${sure} sure fixes restore`,
  );
  process.stdout.write(`${lines.join("\n")}\n`);
});

/** The establishments, in a different order for each class. */
function* establishments(name: string): Generator<CorpusEstablishment> {
  const start = diceAt(7, name).of(300);
  for (let index = 0; index < 300; index++) yield establishmentOf(1 + ((start + index) % 300));
}

/** A few mutations of one establishment, in several of its files. */
function mutationsOf(all: CorpusEstablishment, name: string, mutator: Mutator): readonly Mutation[] {
  const dice = diceAt(all.seed, name);
  const found: Mutation[] = [];
  for (const [file, mark] of dice.shuffled(
    all.files.flatMap((one) => one.marks.map((mark) => [one, mark] as const)),
  )) {
    const mutation = mutator(targetOf(all, file, mark), dice);
    if (mutation) found.push(mutation);
    if (found.length === 3) break;
  }
  return found;
}

/** The verdict on a bad example of a rule, in an establishment that is valid without it. */
function contradictionOf(rule: Rule): MutationResult | undefined {
  let silent: MutationResult | undefined; // for an establishment with nothing that the example contradicts
  for (const { good, mutation } of contradictions(rule, seedsFor(rule, HOSTS))) {
    const workspace = workspaceWith(good.map(({ uri, text }) => [uri, text]));
    const isGood = [...findingsOf(workspace).values()].flat().every(({ id }) => id === "merge-key");
    if (!isGood) continue;
    const verdict = verdictOf(workspace, mutation);
    silent ??= { mutation, verdict };
    if (verdict.found.length > 0) return { mutation, verdict };
  }
  return silent;
}

/** Adds the results of a class to the report and to the totals. */
function count(name: string, all: readonly MutationResult[]): void {
  const failed = all.filter(({ verdict }) => !verdict.isExact);
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
  for (const one of [...failed, ...other].map(describe)) {
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

function describe({ mutation, verdict }: MutationResult): string {
  const localize = localizerFor("en");
  const found = verdict.found.map(({ id, message }) => `${id}: ${localize(message)}`);
  return `  ${mutation.description}: ${found.join(" | ") || "nothing"}${verdict.restored === false ? " (not restored)" : ""}`;
}
