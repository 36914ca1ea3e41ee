import { expect, test } from "vitest";
import { isOpen, type StepState } from "../../server/src/checklist/state.ts";
import type { ChecklistItem } from "../../server/src/features/protocol.ts";
import { assignmentOf, type L10n, lookOf, progressOf } from "./item-look.ts";

const l10n: L10n = {
  t: (text, ...values) => text.replace(/\{(\d+)\}/g, (_, index) => String(values[Number(index)])),
};

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
  const look = lookOf(item("blocked-by-error", { why: "2 errors in profils-professeurs." }), l10n);
  expect(look.spoken).toBe("Check the rights, blocked by an error, 2 errors in profils-professeurs.");
});

test("tells who ticked and when", () => {
  const fait = { date: "2026-08-24", par: "c.durand" };
  expect(lookOf(item("done", { fait }), l10n).state).toBe("done on 2026-08-24 by c.durand");
  expect(lookOf(item("done", { fait: { date: "2026-08-24" } }), l10n).state).toBe("done on 2026-08-24");
});

test("says for whom an open item is, and until when", () => {
  expect(assignmentOf(item("to-do", { pour: "a.petit", avant: "2026-09-04" }), l10n)).toBe(
    "for a.petit, until 2026-09-04",
  );
  expect(assignmentOf(item("waiting", { avant: "2026-09-04" }), l10n)).toBe("until 2026-09-04");
  expect(assignmentOf(item("done", { pour: "a.petit" }), l10n)).toBeUndefined();
  expect(assignmentOf(item("to-do"), l10n)).toBeUndefined();
});

test("puts a checkbox only where a person has a say", () => {
  expect(lookOf(item("to-do", { tickable: true }), l10n).checked).toBe(false);
  expect(lookOf(item("done"), l10n).checked).toBe(true);
  expect(lookOf(item("decided"), l10n).checked).toBeUndefined();
  expect(lookOf(item("waiting"), l10n).checked).toBeUndefined();
});

test("offers to take back what a person decided, and nothing else", () => {
  const decided = { date: "2026-08-24", note: "no network of its own" };
  expect(lookOf(item("not-applicable", { fait: decided }), l10n).context).toContain("reopenable");
  expect(lookOf(item("not-applicable"), l10n).context).toBe("item");
  expect(lookOf(item("decided"), l10n).context).toBe("item");
  expect(lookOf(item("to-do", { tickable: true }), l10n).context).toBe("item tickable dismissable");
});

test("counts of a phase what applies and what is settled", () => {
  const items = [item("done"), item("decided"), item("not-applicable"), item("to-do"), item("to-redo")];
  expect(items.filter(({ open }) => open).map(({ state }) => state)).toEqual(["to-do", "to-redo"]);
  expect(progressOf({ id: 1, title: "", items })).toBe("2/4");
});
