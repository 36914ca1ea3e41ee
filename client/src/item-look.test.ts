import { expect, test } from "vitest";
import { isOpen, type StepState } from "../../server/src/checklist/state.ts";
import type { ChecklistItem } from "../../server/src/features/protocol.ts";
import { assignmentOf, lookOf, openFirst, pageOf, progressOf, totalsOf, wordsOf } from "./item-look.ts";

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
    next: 0,
    detailed: false,
    ...more,
  };
}

test("says state and reason to who hears the tree", () => {
  const look = lookOf(item("blocked-by-error", { why: "2 errors in profils-professeurs." }), words);
  expect(look.spoken).toBe("blocked, Check the rights, 2 errors in profils-professeurs.");
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

test("shows for whom an open item is and that its day has passed, and says it to who hears the tree", () => {
  const late = { pour: "a.petit", avant: "2026-08-04", overdue: true };
  const look = lookOf(item("to-do", { ...late, why: "Because." }), words);
  expect(look.description).toBe("to do · overdue · for a.petit, until 4 August 2026");
  expect(look.spoken).toBe("Check the rights, to do, overdue, for a.petit, until 4 August 2026, Because.");
  expect(lookOf(item("waiting", late), words).description).toBe("overdue · for a.petit, until 4 August 2026");
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

test("a state that a tick does not show stands before the title, where a narrow view does not cut it", () => {
  const line = (state: StepState) => {
    const { label, description } = lookOf(item(state), words);
    return [label, description];
  };
  expect(line("to-redo")).toEqual(["to redo · Check the rights", undefined]);
  expect(line("blocked-by-error")).toEqual(["blocked · Check the rights", undefined]);
  expect(line("waiting")).toEqual(["waits · Check the rights", undefined]);
  expect(line("to-write")).toEqual(["to write · Check the rights", undefined]);
  expect(line("to-do")).toEqual(["Check the rights", "to do"]);
  expect(line("not-applicable")).toEqual(["Check the rights", "not applicable"]);
});

const NONE = { settled: 1, total: 2, blocked: 0, redo: 0, overdue: 0 };

test("totals tell what blocks, what is to redo and what is late, only where something is", () => {
  expect(totalsOf([NONE], l10n)).toBe("1 of 2");
  expect(totalsOf([NONE], l10n, true)).toBe("1/2");
  expect(totalsOf([NONE, { settled: 0, total: 3, blocked: 1, redo: 2, overdue: 1 }], l10n)).toBe(
    "1 of 5, 1 blocked, 2 to redo, 1 overdue",
  );
});

test("the establishment of the open file comes first, however its URI is written", () => {
  const all = ["file:///s/a", "file:///s/a%20b", "file:///s/a%20b/annexe", "file:///s/c"].map((uri) => ({
    uri,
  }));
  const order = (file?: string) =>
    openFirst(all, file).map(({ uri }) => all.findIndex((one) => one.uri === uri));
  expect(order()).toEqual([0, 1, 2, 3]);
  expect(order("file:///s/c/x.pronote.yaml")).toEqual([3, 0, 1, 2]);
  expect(order("file:///s/a b/annexe/x.pronote.yaml")).toEqual([2, 1, 0, 3]);
  expect(order("file:///s/%")).toEqual([0, 1, 2, 3]);
});

test("the page on a step says what its tooltip says, and nothing of it is Markdown", () => {
  const page = pageOf(
    item("to-redo", {
      longTitle: "Check *all* rights",
      what: "See <here>.",
      why: "It changed.",
      path: "A > B",
    }),
    "Collège [A]",
    words,
  );
  expect(page).toBe(
    "# Check \\*all\\* rights\n\n**Collège \\[A\\]**: to redo\n\nSee \\<here\\>.\n\nIt changed.\n\nPRONOTE: A \\> B\n",
  );
});
