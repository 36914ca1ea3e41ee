import { expect, test } from "vitest";
import type { ChecklistItem, StepState } from "../../server/src/features/protocol.ts";
import { isOpen, lookOf, progressOf, type Words } from "./item-look.ts";

const words: Words = {
  t: (text, ...values) => text.replace(/\{(\d+)\}/g, (_, index) => String(values[Number(index)])),
};

function item(state: StepState, more: Partial<ChecklistItem> = {}): ChecklistItem {
  return { slug: "a", title: "Check the rights", state, why: "", rgpd: false, tickable: false, ...more };
}

test("says state and reason to who hears the tree", () => {
  const look = lookOf(item("blocked-by-error", { why: "2 errors in profils-professeurs." }), words);
  expect(look.spoken).toBe("Check the rights, blocked by an error, 2 errors in profils-professeurs.");
});

test("tells who ticked and when", () => {
  const fait = { date: "2026-08-24", par: "c.durand" };
  expect(lookOf(item("done", { fait }), words).state).toBe("done on 2026-08-24 by c.durand");
  expect(lookOf(item("done", { fait: { date: "2026-08-24" } }), words).state).toBe("done on 2026-08-24");
});

test("puts a checkbox only where a person has a say", () => {
  expect(lookOf(item("to-do", { tickable: true }), words).checked).toBe(false);
  expect(lookOf(item("done"), words).checked).toBe(true);
  expect(lookOf(item("proved"), words).checked).toBeUndefined();
  expect(lookOf(item("blocked-by-item"), words).checked).toBeUndefined();
});

test("offers to take back what a person decided, and nothing else", () => {
  const decided = { date: "2026-08-24", note: "no network of its own" };
  expect(lookOf(item("not-applicable", { fait: decided }), words).context).toContain("reopenable");
  expect(lookOf(item("not-applicable"), words).context).toBe("item");
  expect(lookOf(item("proved"), words).context).toBe("item");
  expect(lookOf(item("to-do", { tickable: true }), words).context).toBe("item tickable dismissable");
});

test("counts of a phase what applies and what is settled", () => {
  const items = [item("done"), item("proved"), item("not-applicable"), item("to-do"), item("to-redo")];
  expect(items.filter(isOpen).map(({ state }) => state)).toEqual(["to-do", "to-redo"]);
  expect(progressOf({ id: 1, title: "", items })).toBe("2/4");
});
