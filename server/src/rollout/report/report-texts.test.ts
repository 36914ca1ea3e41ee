import { expect, test } from "vitest";
import { one, open } from "../../../../test/support/reported.ts";
import { localizerFor } from "../../base/localize.ts";
import type { StepState } from "../../checklist/state.ts";
import { items } from "../../schema/checklist.ts";
import { htmlReport } from "./html-report.ts";
import { markdownReport } from "./markdown-report.ts";
import { answer, answerForAll, BAR } from "./rollout-report.ts";

const english = localizerFor("en");
const french = localizerFor("fr");

test("one, none and several are said as people say them, in both languages", () => {
  const all = (ready: number) => ({
    today: "2026-08-25",
    establishments: [0, 1].map((at) => one(at < ready ? {} : { errors: 1 })),
    findings: [],
  });
  expect([0, 1, 2].map((ready) => english(answerForAll(all(ready))).split(".")[0])).toEqual([
    "None of 2 establishments is ready",
    "1 of 2 establishments is ready",
    "2 of 2 establishments are ready",
  ]);
  expect([0, 1, 2].map((ready) => french(answerForAll(all(ready))).split(".")[0])).toEqual([
    "Aucun des 2 établissements n'est prêt",
    "1 établissement sur 2 est prêt",
    "2 établissements sur 2 sont prêts",
  ]);
  const states = items.map((_, at): StepState => (at === 0 ? "to-do" : "done"));
  expect(french(answer(one({ states })))).toBe(
    `Pas prêt\u00a0: 1 étape sur ${items.length} est encore ouverte.`,
  );
  const rights = [{ title: "t", columns: [{ name: "P", people: 0 }], rows: [right("Notes")] }];
  expect(
    htmlReport({ today: "2026-08-25", establishments: [one({ rights })], findings: [] }, french, "fr"),
  ).toContain('<span class="soft">personne</span>');
});

const right = (category: string) => ({ category, right: "Saisir", granted: [null] });

test("Markdown tells what the HTML tells: what is overdue, who answers, totals, numbers of phases, what – means", () => {
  const parts = {
    overdue: [open("late")],
    duties: [{ duty: "Person answerable", people: ["Ada"] }],
    rights: [{ title: "Teacher profiles", columns: [{ name: "P", people: 1 }], rows: [right("Notes")] }],
    errors: 2,
  };
  const establishments = [one({ ...parts, name: "A" }), one({ ...parts, name: "B" })];
  for (const list of [establishments, establishments.slice(1)]) {
    const report = { today: "2026-08-25", establishments: list, findings: [] };
    const text = markdownReport(report, english, "en");
    const page = htmlReport(report, english, "en");
    for (const told of ["Overdue", "Person answerable", "Who may do what", "Ada", "0. "])
      expect([told, text.includes(told), page.includes(told)]).toEqual([told, true, true]);
    expect(text).toContain("\n\n– not written: PRONOTE's own setting holds.");
    expect(text.indexOf("## Who may do what")).toBeLessThan(text.indexOf("### Teacher profiles"));
    expect(/^\| Total \|.* \| 4 \| 0 \| 2 \|$/m.test(text)).toBe(list.length > 1);
  }
});

test("that only the first of what is shared are told is said, in HTML and in Markdown", () => {
  const states = (count: number) => items.map((_, at): StepState => (at < count ? "to-do" : "done"));
  for (const [count, said] of [
    [10, false],
    [12, true],
  ] as const) {
    const establishments = [
      one({ name: "A", states: states(count) }),
      one({ name: "B", states: states(count) }),
    ];
    const report = { today: "2026-08-25", establishments, findings: [] };
    for (const text of [htmlReport(report, english, "en"), markdownReport(report, english, "en")])
      expect(text.includes("Other cases, not shown here: 2.")).toBe(said);
  }
});

test("the colours of the bars are explained where the first one stands", () => {
  const report = { today: "2026-08-25", establishments: [one(), one()], findings: [] };
  const page = htmlReport(report, english, "en");
  expect(page.indexOf('class="colour"')).toBeLessThan(page.indexOf('<svg role="img"'));
  for (const state of BAR) expect(page).toContain(`aria-hidden="true"><rect class="${state}"`);
});
