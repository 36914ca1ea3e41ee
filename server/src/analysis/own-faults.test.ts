import { expect, test, vi } from "vitest";
import { fixture } from "../../../test/support/fixture.ts";
import { localizerFor } from "../base/localize.ts";
import { establishmentOf } from "../model/establishment.ts";
import { nodeOf } from "../model/merge.ts";
import { described, type Rule } from "../rules/api/rule.ts";
import { unknownReference } from "../rules/names/unknown-reference.ts";
import { Analysis } from "./analysis.ts";
import { guarded, oncePerPart, ruleNamed, throwOn } from "./own-faults.ts";
import { planOf } from "./plan.ts";
import { QueryDatabase } from "./query-database.ts";
import { RuleRunner } from "./rule-runner.ts";

const failing: Rule = {
  ...described("failing", "error", ""),
  on: ["classes.*"],
  *check({ key }) {
    yield { at: key, message: { text: "half of it", args: [] } };
    throw new TypeError("a fault of our own");
  },
};
const other: Rule = {
  ...described("other", "error", ""),
  on: ["classes.*"],
  check: ({ key }) => [{ at: key, message: { text: "found", args: [] } }],
};

test("a rule that throws finds nothing and is told once; the other rules go on", () => {
  const { workspace } = fixture("classes: { 6A: { niveau: 6e }, 6B: { niveau: 6e } }");
  const [snapshot] = workspace.snapshots;
  if (!snapshot) throw new Error("no establishment");
  const told: string[] = [];
  const plan = planOf([failing, other]);
  const runner = new RuleRunner(
    plan,
    oncePerPart((part, error) => told.push(`${localizerFor("en")(part)}: ${error}`)),
  );
  const { value } = establishmentOf(snapshot);
  const entry = { name: "", key: nodeOf(value), value };
  const cache = new QueryDatabase().at(snapshot);
  const found = runner.findingsOf(runner.check(entry, plan.root, cache), cache);
  expect(found.map(({ rule }) => rule.id)).toEqual(["other", "other"]);
  expect(told).toEqual(["The rule “failing”: TypeError: a fault of our own"]);
});

test("without a listener the error is thrown on", () => {
  const fail = () => {
    throw new RangeError("x");
  };
  expect(() => guarded(() => ruleNamed(failing), throwOn, fail, 7)).toThrow("x");
  expect(
    guarded(
      () => ruleNamed(failing),
      () => {},
      fail,
      7,
    ),
  ).toBe(7);
});

test("an error of a rule leaves an analysis without a listener, however many parts it passes", () => {
  const check = vi.spyOn(unknownReference, "check").mockImplementation(() => {
    throw new TypeError("a fault of our own");
  });
  try {
    const text = "classes: { 6A: { niveau: 6e, professeur-principal: x, cle: 1 } }\n";
    expect(() => new Analysis().findingsOf(fixture(text).workspace)).toThrow("a fault of our own");
    const told: string[] = [];
    const analysis = new Analysis((part) => told.push(localizerFor("en")(part)));
    const found = [...analysis.findingsOf(fixture(text).workspace).values()].flat();
    expect([told, found.map(({ id }) => id)]).toEqual([
      ["The rule “unknown-reference”"],
      ["unknown-key", "missing-key"],
    ]);
  } finally {
    check.mockRestore();
  }
});
