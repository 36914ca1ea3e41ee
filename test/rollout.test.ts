/** The course of a rollout: writing is never doing, and what is done opens what comes next, to the end. */
import { describe, expect, test } from "vitest";
import { isOpen } from "../server/src/checklist/state.ts";
import { itemBySlug, items } from "../server/src/schema/checklist.ts";
import { rounds, stepsIn, stepsWith, type Ticks, UNTICKED } from "./support/rollout.ts";

const SCHOOLS = Object.entries(UNTICKED);
const DECISIONS = items.filter(({ ends }) => ends === "decision").map(({ slug }) => slug);

describe.each(SCHOOLS)("%s, written whole", (school, workspace) => {
  const steps = [...stepsWith(school).values()];

  test("without a tick, only what is a decision is settled", () => {
    const settled = steps.filter(({ state }) => state === "done" || state === "decided");
    expect(settled.map(({ item, state }) => `${item.slug} ${state}`)).toEqual(
      DECISIONS.map((slug) => `${slug} decided`),
    );
    const unfinished = steps.filter(({ state }) => !["to-do", "waiting", "not-applicable"].includes(state));
    expect(unfinished.map(({ item }) => item.slug)).toEqual(DECISIONS);
  });

  test("what is ticked opens what is next, step by step, to the end", () => {
    const opened = [...rounds(workspace, school)];
    expect(opened.length).toBeGreaterThan(5);
    const ticks = new Map(opened.flatMap((slugs, at) => slugs.map((slug) => [slug, dayOf(at + 1)] as const)));
    const left = [...stepsIn(workspace, school, ticks).values()].filter(({ state }) => isOpen(state));
    expect(left.map(({ item, state }) => `${item.slug} ${state}`)).toEqual([]);
    // None of them was told that it came too early.
    expect(told(school, ticks)).toEqual([]);
  });
});

describe("an order that destroys data", () => {
  const school = "college-des-tilleuls";
  const after = ["recuperation-donnees", "import-siecle", "import-stsweb"];

  test.each(after)("is told: %s before the transfer that overwrites it", (slug) => {
    const both = (own: string, transfer: string) =>
      new Map([
        [slug, own],
        ["transfert-automatique", transfer],
      ]);
    expect(told(school, both("2026-08-20", "2026-08-21"))).toEqual([slug]);
    expect(told(school, both("2026-08-20", "2026-08-20"))).toEqual([]);
    expect(told(school, both("2026-08-21", "2026-08-20"))).toEqual([]);
    expect(told(school, new Map([[slug, "2026-08-20"]]))).toEqual([slug]);
  });
});

test("whatever is kept in the base is told where the transfer came after it", () => {
  const early = new Map(items.map(({ slug }) => [slug, "2026-08-20"]));
  const late = new Map([...early, ["transfert-automatique", "2026-08-21"] as const]);
  const school = "college-des-tilleuls";
  const applicable = [...stepsWith(school).values()].filter(({ state }) => state !== "not-applicable");
  const below = applicable
    .map(({ item }) => item)
    .filter(({ slug }) => comesAfter(slug, "transfert-automatique"));
  expect(below.length).toBeGreaterThan(40);
  expect(told(school, late)).toEqual(below.map(({ slug }) => slug));
  expect(told(school, early)).toEqual([]);
});

/** Whether an item comes after another by what the data say, at any distance. */
function comesAfter(slug: string, other: string): boolean {
  const named = (after: unknown): readonly string[] =>
    typeof after === "string" ? [after] : Object.values(after as object).flatMap(named);
  return (itemBySlug.get(slug)?.after ?? [])
    .flatMap(named)
    .some((one) => one === other || comesAfter(one, other));
}

/** The items whose sentence says that what comes before them came later. */
function told(school: string, ticks: Ticks): readonly string[] {
  const steps = [...stepsWith(school, ticks).values()];
  return steps.filter(({ why }) => why.text.startsWith("{0} But ")).map(({ item }) => item.slug);
}

function dayOf(at: number): string {
  return `2026-08-${String(at).padStart(2, "0")}`;
}
