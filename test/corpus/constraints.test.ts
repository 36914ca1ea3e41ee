/**
 * The contradiction of every line of `x-constraints` is found once, at the same place, in every style; and so it is in
 * generated establishments.
 */
import { afterAll, expect, test } from "vitest";
import { localizerFor } from "../../server/src/base/localize.ts";
import type { Finding } from "../../server/src/rules/api/rule.ts";
import { ruleById } from "../../server/src/rules/index.ts";
import type { ConstraintSpec } from "../../server/src/schema/constraints.ts";
import { constraints } from "../../server/src/schema/generated/constraints.ts";
import { constraintTexts } from "../../server/src/schema/schema-texts.ts";
import { offsetAt } from "../../server/src/syntax/change.ts";
import { fileText, rangeOf } from "../../server/src/syntax/file.ts";
import { findingsOf } from "../support/analysis.ts";
import type { Group } from "./content.ts";
import { contradictions, examples, seedsFor } from "./contradictions.ts";
import { ROOT, workspaceWith } from "./establishment.ts";
import { type Verdict, verdictOf } from "./judge.ts";
import type { Mark } from "./marks.ts";
import { print } from "./print.ts";
import { type Style, styleOf } from "./style.ts";

/** The number of styles, and of establishments, in which each contradiction is tried. */
const STYLES = 24;
const HOSTS = 3;
/** The share of contradictions that must be found exactly once, at their place. */
const MIN_SHARE = 0.95;
const MIN_SHARE_OF_RELATION = 0.9;
const RNE = "0759998K";
const MARKER = `${ROOT}/etablissement.pronote.yaml`;

/** Block style, nothing in quotes, nothing shuffled. */
const PLAIN: Style = {
  seed: 0,
  indent: 2,
  eol: "\n",
  marker: false,
  finalEol: true,
  flow: 0,
  wrapped: 0,
  short: 0,
  quoted: 0,
  comments: 0,
  blanks: 0,
  shuffled: false,
  compactItems: false,
  anchors: false,
  merges: false,
};

interface Tally {
  tried: number;
  exact: number;
}

const inStyles = new Map<string, Tally>();
const inEstablishments = new Map<string, Tally>();
const failures: string[] = [];

test.each(constraints)("$id is found in every style, at the same place", (constraint) => {
  for (const { content } of contentsOf(constraint)) {
    const place = placeIn(content, PLAIN, constraint.id);
    expect(place, `${constraint.id} in plain block style`).toBeDefined();
    for (let seed = 1; seed <= STYLES; seed++) {
      const found = placeIn(content, styleOf(seed), constraint.id);
      count(inStyles, constraint, found === place, `style ${seed}: ${found ?? "not found once"}`);
    }
  }
});

test("each is found in generated establishments", () => {
  for (const constraint of constraints) {
    for (const verdict of verdictsOn(constraint)) {
      const found = verdict.found.map(({ id, message }) => `${id}: ${localizerFor("en")(message)}`);
      count(inEstablishments, constraint, verdict.isNamed, found.join(" | ") || "nothing");
    }
  }
});

test.each([
  ["styles", inStyles],
  ["establishments", inEstablishments],
])("nearly all contradictions are found exactly once in %s", (_, tallies) => {
  const all = [...tallies.values()].reduce(
    (sum, { tried, exact }) => ({ tried: sum.tried + tried, exact: sum.exact + exact }),
    { tried: 0, exact: 0 },
  );
  expect(all.exact / all.tried).toBeGreaterThanOrEqual(MIN_SHARE);
  for (const [relation, { tried, exact }] of tallies)
    expect(exact / tried, relation).toBeGreaterThanOrEqual(MIN_SHARE_OF_RELATION);
});

afterAll(() => {
  for (const [name, tallies] of [
    ["styles", inStyles],
    ["establishments", inEstablishments],
  ] as const)
    for (const [relation, { tried, exact }] of tallies)
      process.stdout.write(`${relation} in ${name}: ${exact} of ${tried} found exactly once\n`);
  if (failures.length > 0) process.stdout.write(`${failures.join("\n")}\n`);
});

/** The contents of the bad example, if it is in one file. */
function contentsOf({ id }: ConstraintSpec) {
  return examples(constraintTexts[id]?.bad ?? "", RNE);
}

/** The path of the entry that has the only finding; `undefined` if there is not just this one. */
function placeIn(content: Group, style: Style, id: string): string | undefined {
  const { text, marks } = print(content, style);
  const workspace = workspaceWith([[MARKER, text]]);
  const [finding, ...others] = [...findingsOf(workspace).values()]
    .flat()
    .filter((one) => one.id !== "merge-key");
  const file = workspace.files.get(MARKER);
  if (!file || finding?.id !== id || others.length > 0) return undefined;
  return markAt(marks, fileText(file), rangeOf(file, finding.at))?.path.join("/");
}

/** The smallest entry that contains a range. */
function markAt(marks: readonly Mark[], text: string, { start, end }: ReturnType<typeof rangeOf>) {
  const from = offsetAt(text, start.line, start.character);
  const to = offsetAt(text, end.line, end.character);
  return marks
    .filter(({ whole }) => whole.from <= from && whole.to >= to)
    .sort((one, other) => one.whole.to - one.whole.from - (other.whole.to - other.whole.from))[0];
}

/** The verdicts on the bad example in establishments that are valid without it. */
function verdictsOn({ id }: ConstraintSpec): readonly Verdict[] {
  const rule = ruleById.get(id);
  const verdicts: Verdict[] = [];
  if (!rule) return verdicts;
  for (const seed of seedsFor(rule, 2 * HOSTS)) {
    if (verdicts.length === HOSTS) break;
    const verdict = bestVerdict(contradictions(rule, [seed]));
    if (verdict) verdicts.push(verdict);
  }
  return verdicts;
}

/** Of the ways to put an example into an establishment, the first in which it contradicts something. */
function bestVerdict(ways: ReturnType<typeof contradictions>): Verdict | undefined {
  for (const { good, mutation } of ways) {
    const workspace = workspaceWith(good.map(({ uri, text }) => [uri, text]));
    if (![...findingsOf(workspace).values()].flat().every(isOfStyle)) continue;
    const verdict = verdictOf(workspace, mutation);
    if (verdict.found.length > 0) return verdict;
  }
  return undefined;
}

function isOfStyle({ id }: Finding): boolean {
  return id === "merge-key";
}

function count(
  tallies: Map<string, Tally>,
  { id, readings }: ConstraintSpec,
  exact: boolean,
  what: string,
): void {
  for (const relation of new Set(readings.map((one) => one.relation))) {
    const tally = tallies.get(relation) ?? { tried: 0, exact: 0 };
    tallies.set(relation, tally);
    tally.tried++;
    if (exact) tally.exact++;
  }
  if (!exact) failures.push(`  ${id}: ${what}`);
}
