import { expect, test } from "vitest";
import type { EstablishmentPlan } from "../../../server/src/features/plan-protocol.ts";
import type { ChecklistItem } from "../../../server/src/features/protocol.ts";
import { plainWords, planOf, planStep } from "../../../test/support/plan.ts";
import type { PlanPage } from "./page.ts";
import { planPageOf } from "./page-of.ts";
import { END } from "./sequence.ts";
import { PlanSession } from "./session.ts";
import type { PlanSituation } from "./situation.ts";

const place = {
  uri: "file:///s/a/x.pronote.yaml",
  range: { start: { line: 3, character: 2 }, end: { line: 3, character: 9 } },
};

function page(
  plan: EstablishmentPlan | null | undefined,
  slug?: string,
  more: Partial<PlanSituation> = {},
  later: readonly string[] = [],
): PlanPage {
  const session = new PlanSession({
    establishment: "file:///s/a",
    later,
    ...(slug === undefined ? {} : { slug }),
  });
  if (plan !== undefined) session.update(plan);
  const { spot, sequence } = session;
  const situation = {
    spot,
    sequence,
    plan,
    checklist: undefined,
    name: "A",
    schools: 1,
    server: "running" as const,
    ...more,
  };
  return planPageOf(situation, plainWords, { chrome: "en", content: "fr" });
}

const ids = (buttons: PlanPage["buttons"]) => buttons.map(({ id }) => id);
const told = ({ notices }: PlanPage) => notices.map(({ kind, text }) => `${kind}: ${text}`);

function checklistWith(item: Partial<ChecklistItem>) {
  const { item: whole } = planStep("b", {}, { open: false, ...item });
  const phases = [{ id: 1, title: "Base", items: [whole] }];
  return { uri: "file:///s/a", name: "A", phases, total: 1, settled: 1, blocked: 0 };
}

test("a step: where it stands, what to do, and the buttons in the order of use", () => {
  const step = planStep(
    "b",
    { reason: "It is due." },
    { what: "Do it.", place, rgpd: true, pour: "a.petit" },
  );
  const shown = page(planOf([planStep("a"), step]), "b");
  expect(shown).toMatchObject({ school: "Collège A", position: "Step 2 of 2", title: "b" });
  expect(shown.facts).toEqual(["Base", "to do", "for a.petit", "Personal data (RGPD)"]);
  expect(shown.sentences).toEqual(["Do it.", "It is due."]);
  expect(ids(shown.tools)).toEqual(["steps", "file"]);
  expect(ids(shown.buttons)).toEqual(["back", "next", "later", "tick"]);
});

test("every key stands for one button only", () => {
  const keys = page(planOf([planStep("a")])).buttons.map(({ key }) => `${key?.modifier}+${key?.key}`);
  expect(new Set(keys).size).toBe(4);
});

test("other establishments are offered where there are some, and where this one is gone", () => {
  const plan = planOf([planStep("a")]);
  expect(ids(page(plan, "a", { schools: 2 }).tools)).toContain("schools");
  expect(ids(page(plan, "a").tools)).not.toContain("schools");
  expect(ids(page(null, "a").tools)).toEqual(["schools"]);
  expect(ids(page(null, "a", { schools: 0 }).tools)).toEqual([]);
});

test("all ids of a page differ, whatever things are called", () => {
  const value = { label: "Nom", value: "A", copy: "A", place };
  const screen = { title: "Identité", path: "A", values: [value, value], tables: [] };
  const table = { title: "T", columns: ["Nom", "X"], rows: [{ name: "a", cells: [{ value: "1" }], place }] };
  const shown = page(
    planOf([planStep("a", { screens: [screen, screen, { ...screen, tables: [table, table] }] })]),
  );
  const all: readonly string[] = JSON.stringify(shown).match(/"id":"[^"]*"/g) ?? [];
  expect(all.length).toBeGreaterThan(20);
  expect(all.filter((id, at) => all.indexOf(id) !== at)).toEqual([]);
});

test("a step that is done without values shows the screen on which it is done", () => {
  expect(page(planOf([planStep("a", {}, { path: "Fichier > Sauvegarder" })])).screens).toMatchObject([
    { title: "", path: "In PRONOTE: Fichier > Sauvegarder", values: [] },
  ]);
});

test("a step that waits names what comes first, leads there, and cannot be ticked", () => {
  const step = planStep(
    "b",
    { waitsFor: [{ slug: "a", title: "Create the base" }] },
    { state: "waiting", tickable: false, what: "Do it.", why: "Waits for “Create the base”." },
  );
  const shown = page(planOf([planStep("a"), step]), "b");
  expect(told(shown)).toEqual(["warning: Waits for:"]);
  expect(shown.sentences).toEqual(["Do it."]);
  expect(shown.notices[0]?.buttons).toMatchObject([
    { text: "Create the base", action: { type: "go", slug: "a" } },
  ]);
  expect(shown.buttons.at(-1)).toMatchObject({ id: "tick", isOff: "An earlier step comes first." });
});

test.each([
  ["to-write", "Something has to be written in the file first."],
  ["blocked-by-error", "An error in the file comes first."],
  ["to-do", "This step is not ticked: it follows from the file."],
] as const)("why a step that is %s cannot be ticked", (state, why) => {
  const shown = page(planOf([planStep("a", {}, { state, tickable: false })]));
  expect(shown.buttons.at(-1)?.isOff).toBe(why);
});

test("what is put off, entered elsewhere or only to redo is told", () => {
  const step = planStep("a", { onlyChanges: true, enteredWith: [{ slug: "b", title: "Rights" }] });
  expect(told(page(planOf([step]), "a", {}, ["a"]))).toEqual([
    "information: Entered on the screens of:",
    "information: Only what changed since the step was done is listed.",
    "information: Put off: it comes after the other steps.",
  ]);
});

test("a step that was settled meanwhile says by whom, and leads on", () => {
  const plan = planOf([planStep("a")]);
  const done = checklistWith({
    state: "done",
    what: "Do it.",
    why: "Done.",
    fait: { date: "2026-08-24", par: "c.durand" },
    place,
  });
  const shown = page(plan, "b", { checklist: done });
  expect(told(shown)).toEqual(["done: Nothing is left to do here: done on 24 August 2026 by c.durand."]);
  expect(shown.sentences).toEqual(["Do it."]);
  expect(ids(shown.buttons)).toEqual(["back", "next"]);
  expect(ids(shown.tools)).toContain("file");
});

test("a step that does not apply any more says why", () => {
  const checklist = checklistWith({ state: "not-applicable", why: "There is no Relais." });
  expect(page(planOf([]), "b", { checklist }).sentences).toEqual(["There is no Relais."]);
});

test("a step that the checklist does not have any more is told as gone", () => {
  const checklist = { ...checklistWith({}), phases: [] };
  expect(told(page(planOf([planStep("a")]), "b", { checklist }))).toEqual([
    "warning: The checklist has no such step any more.",
  ]);
});

test("a step whose plan and checklist differ for a moment is being read", () => {
  const checklist = checklistWith({ state: "to-do", open: true });
  expect(told(page(planOf([planStep("a")]), "b", { checklist }))).toEqual(["information: Reading…"]);
  expect(told(page(planOf([planStep("a")]), "b"))).toEqual(["information: Reading…"]);
});

test("the end says what is still open, and shows what belongs to no step", () => {
  const rest = [{ title: "Divers", pathNote: "not known", values: [], tables: [] }];
  const shown = page(planOf([planStep("a"), planStep("b")], rest), END, {}, ["b"]);
  expect(shown.title).toBe("End of the plan");
  expect(shown.sentences.slice(0, 2)).toEqual(["2 steps are still open.", "1 of them was put off."]);
  expect(shown.screens).toMatchObject([{ title: "Divers", pathNote: "not known" }]);
  expect(shown.buttons.map(({ text }) => text)).toEqual(["Back", "From the beginning"]);
});

test("when all is done, there is nothing to go to", () => {
  const shown = page(planOf([]));
  expect(shown).toMatchObject({ title: "All steps are done", buttons: [], tools: [] });
  expect(shown.sentences).toEqual(["Nothing is left to do for this establishment."]);
});

test("before the plan is there it is read; without the establishment that is told, by its last name", () => {
  expect(page(undefined, "a")).toMatchObject({ title: "Reading…", school: "A", buttons: [] });
  expect(page(null, "a")).toMatchObject({ title: "This establishment is not there any more", school: "A" });
});

test("without a server nothing is ticked, and what stands there may be old", () => {
  const shown = page(planOf([planStep("a")]), "a", { server: "stopped" });
  expect(told(shown)).toEqual(["warning: The server is not running: what stands here may be out of date."]);
  expect(shown.buttons.at(-1)?.isOff).toBe("The server is not running.");
  expect(told(page(planOf([planStep("a")]), "a", { server: "starting" }))).toEqual([
    "information: The server is starting again: what stands here may be out of date.",
  ]);
  expect(told(page(undefined, "a", { server: "starting" }))).toEqual([]);
});

test("on each page it is told that lines cannot be read, with the files", () => {
  const unread = [{ file: "classes.pronote.yaml", place }];
  for (const plan of [planOf([planStep("a")]), planOf([])])
    expect(page({ ...plan, unread }).notices).toEqual([
      {
        id: "unread",
        kind: "warning",
        text: "Some lines cannot be read: what they say is missing here.",
        buttons: [{ id: "unread/0", text: "classes.pronote.yaml", action: { type: "open", place } }],
      },
    ]);
});

test("what was ticked a moment ago can be taken back", () => {
  const shown = page(planOf([planStep("a")]), "a", { ticked: { slug: "z", title: "Save" } });
  expect(shown.notices).toMatchObject([
    { kind: "done", text: "Ticked: Save", buttons: [{ action: { type: "reopen", slug: "z" } }] },
  ]);
});

test("another step or establishment is another page; a change of the same step is not", () => {
  const plan = planOf([planStep("a"), planStep("b")]);
  expect(page(plan, "a").id).not.toBe(page(plan, "b").id);
  expect(page(plan, "a").id).toBe(page(planOf([planStep("a", {}, { title: "A" })]), "a").id);
});
