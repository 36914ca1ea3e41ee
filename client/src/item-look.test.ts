import { expect, test } from "vitest";
import { isOpen, type StepState } from "../../server/src/checklist/state.ts";
import type { ChecklistItem } from "../../server/src/features/protocol.ts";
import { assignmentOf, lookOf, progressOf, wordsOf } from "./item-look.ts";

const l10n = {
  t: (text: string, ...values: (string | number)[]) =>
    text.replace(/\{(\d+)\}/g, (_, index) => String(values[Number(index)])),
};
const words = wordsOf(l10n, "en");

function item(state: StepState, more: Partial<ChecklistItem> = {}): ChecklistItem {
  return {
    slug: "a",
    title: "Check the rights",
    state,
    open: isOpen(state),
    what: "",
    why: "",
    rgpd: false,
    tickable: false,
    ...more,
  };
}

test("says state and reason to who hears the tree", () => {
  const look = lookOf(item("blocked-by-error", { why: "2 errors in profils-professeurs." }), words);
  expect(look.spoken).toBe("Check the rights, blocked by an error, 2 errors in profils-professeurs.");
});

test("tells who ticked and when", () => {
  const fait = { date: "2026-08-24", par: "c.durand" };
  expect(lookOf(item("done", { fait }), words).state).toBe("done on 24 August 2026 by c.durand");
  expect(lookOf(item("done", { fait: { date: "2026-08-24" } }), words).state).toBe("done on 24 August 2026");
});

test("says for whom an open item is, and until when", () => {
  expect(assignmentOf(item("to-do", { pour: "a.petit", avant: "2026-09-04" }), words)).toBe(
    "for a.petit, until 4 September 2026",
  );
  expect(assignmentOf(item("waiting", { avant: "2026-09-04" }), words)).toBe("until 4 September 2026");
  expect(assignmentOf(item("done", { pour: "a.petit" }), words)).toBeUndefined();
  expect(assignmentOf(item("to-do"), words)).toBeUndefined();
});

test("puts a checkbox only where a person has a say", () => {
  expect(lookOf(item("to-do", { tickable: true }), words).checked).toBe(false);
  expect(lookOf(item("done"), words).checked).toBe(true);
  expect(lookOf(item("decided"), words).checked).toBeUndefined();
  expect(lookOf(item("waiting"), words).checked).toBeUndefined();
});

test("offers to take back what a person decided, and nothing else", () => {
  const decided = { date: "2026-08-24", note: "no network of its own" };
  expect(lookOf(item("not-applicable", { fait: decided }), words).context).toContain("reopenable");
  expect(lookOf(item("not-applicable"), words).context).toBe("item");
  expect(lookOf(item("decided"), words).context).toBe("item");
  expect(lookOf(item("to-do", { tickable: true }), words).context).toBe("item tickable dismissable");
});

test("counts of a phase what applies and what is settled", () => {
  const items = [item("done"), item("decided"), item("not-applicable"), item("to-do"), item("to-redo")];
  expect(items.filter(({ open }) => open).map(({ state }) => state)).toEqual(["to-do", "to-redo"]);
  expect(progressOf({ id: 1, title: "", items })).toBe("2/4");
});

test("writes days in full, in the language of VS Code; what is no day is left as it is", () => {
  const { day } = wordsOf(l10n, "fr");
  expect(["2026-12-05", "2026-08-01", "demain"].map(day)).toEqual([
    "5 décembre 2026",
    "1er août 2026",
    "demain",
  ]);
  expect(wordsOf(l10n, "de").day("2026-12-05")).toBe("5 December 2026");
});
