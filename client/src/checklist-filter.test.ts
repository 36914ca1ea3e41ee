import { expect, test } from "vitest";
import type { EstablishmentTotals } from "../../server/src/features/checklist-protocol.ts";
import type { ChecklistItem } from "../../server/src/features/protocol.ts";
import { countShown, isShown, SHOWS } from "./checklist-filter.ts";

const item = (more: Partial<ChecklistItem>): ChecklistItem => ({
  slug: "a",
  title: "A",
  what: "",
  state: "to-do",
  open: true,
  why: "",
  rgpd: false,
  tickable: true,
  next: 0,
  detailed: false,
  ...more,
});

const ITEMS = {
  plain: item({}),
  mine: item({ pour: "c.durand" }),
  other: item({ pour: "a.petit" }),
  overdue: item({ overdue: true }),
  rgpd: item({ rgpd: true }),
  blocked: item({ state: "blocked-by-error" }),
  redo: item({ state: "to-redo" }),
  done: item({ state: "done", open: false, rgpd: true, pour: "c.durand" }),
  none: item({ state: "not-applicable", open: false, rgpd: true }),
};

test("a filter shows what the server says of steps; those that do not apply only where everything is wanted", () => {
  const shown = Object.fromEntries(
    SHOWS.map((show) => [
      show,
      Object.entries(ITEMS)
        .filter(([, one]) => isShown({ show, me: "c.durand" }, one))
        .map(([name]) => name)
        .join(" "),
    ]),
  );
  expect(shown).toEqual({
    all: "plain mine other overdue rgpd blocked redo done",
    todo: "plain mine other overdue rgpd blocked redo",
    mine: "mine",
    overdue: "overdue",
    rgpd: "rgpd",
    blocked: "blocked",
    redo: "redo",
    everything: "plain mine other overdue rgpd blocked redo done none",
  });
});

test("the totals count the same for establishments that are not loaded", () => {
  const totals: EstablishmentTotals = {
    uri: "file:///a",
    name: "A",
    revision: "1",
    total: 8,
    settled: 1,
    blocked: 1,
    redo: 2,
    overdue: 3,
    rgpd: 4,
    assigned: [{ name: "c.durand", count: 5 }],
  };
  const counts = SHOWS.map((show) => countShown({ show, me: "c.durand" }, totals));
  expect(counts).toEqual([8, 7, 5, 3, 4, 1, 2, 8]);
  expect(countShown({ show: "mine", me: "x" }, totals)).toBe(0);
});
