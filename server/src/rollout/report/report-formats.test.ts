import { expect, test } from "vitest";
import { one, open } from "../../../../test/support/reported.ts";
import { localizerFor } from "../../base/localize.ts";
import { message } from "../../base/message.ts";
import type { StepState } from "../../checklist/state.ts";
import { TO_DO } from "../../checklist/step-messages.ts";
import type { Finding } from "../../rules/api/rule.ts";
import { items } from "../../schema/checklist.ts";
import { htmlReport } from "./html-report.ts";
import { jsonReport } from "./json-report.ts";
import { markdownReport } from "./markdown-report.ts";
import {
  answer,
  answerForAll,
  assigneesIn,
  rightsByEstablishment,
  TO_DO_MEANS,
  untilStart,
} from "./rollout-report.ts";
import { reportedFindings } from "./shared-findings.ts";
import { sharedStepsOf } from "./shared-steps.ts";

const english = localizerFor("en");
const french = localizerFor("fr");

test("ready is said only if nothing that applies is open, and no error is left", () => {
  const half = items.map((_, at): StepState => (at === 0 ? "not-applicable" : "done"));
  expect(english(answer(one({ states: half })))).toBe(`Ready: all ${items.length - 1} steps are settled.`);
  expect(english(answer(one({ errors: 2 })))).toContain("Errors to correct: 2.");
  const states = items.map(
    (_, at): StepState => (at === 0 ? "blocked-by-error" : at === 1 ? "to-redo" : "done"),
  );
  expect(english(answer(one({ states, overdue: [open("a")] })))).toBe(
    `Not ready: 2 of ${items.length} steps are still open. Blocked by an error: 1. Overdue: 1.`,
  );
  const report = {
    today: "2026-08-25",
    establishments: [one(), one({ states }), one({ errors: 1 })],
    findings: [],
  };
  expect(english(answerForAll(report))).toBe("1 of 3 establishments is ready. With errors: 2.");
});

test("how long it is until the first period", () => {
  const until = (start: string, today: string) => {
    const text = untilStart(one({ start }), today);
    return text && french(text);
  };
  expect(until("2026-09-01", "2026-08-25")).toBe(
    "La première période commence dans 7 jours, le 1er septembre 2026.",
  );
  expect(until("2026-09-01", "2026-08-31")).toBe("La première période commence demain.");
  expect(until("2026-09-01", "2026-09-01")).toBe("La première période commence aujourd'hui.");
  expect(until("2026-09-01", "2026-09-02")).toBe("La première période a commencé le 1er septembre 2026.");
  expect(until("bientôt", "2026-09-02")).toBeUndefined();
});

test("who has to act: by person, the earliest day first, those without a name last", () => {
  const establishments = [
    one({ name: "A", assigned: [open("x", { avant: "2026-09-01" }), open("y", { pour: "petit" })] }),
    one({ name: "B", assigned: [open("z", { pour: "petit", avant: "2026-08-26" })] }),
  ];
  const all = assigneesIn({ today: "2026-08-25", establishments, findings: [] });
  expect(all.map(({ person, until, steps }) => [person, until, steps.length])).toEqual([
    ["petit", "2026-08-26", 2],
    [undefined, "2026-09-01", 1],
  ]);
});

test("a step that is open in several establishments is told once; rights that are the same, too", () => {
  const states = items.map((_, at): StepState => (at < 2 ? "to-do" : "done"));
  const others = items.map((_, at): StepState => (at === 1 ? "waiting" : "done"));
  const rights = [{ title: "t", columns: [{ name: "P", people: 1 }], rows: [] }];
  const establishments = [
    one({ name: "A", states, rights }),
    one({ name: "B", states: others, rights: [{ ...rights[0], columns: [] }] as typeof rights }),
    one({ name: "C", rights: structuredClone(rights) }),
  ];
  const report = { today: "2026-08-25", establishments, findings: [] };
  expect(sharedStepsOf(report)).toEqual([{ at: 1, open: 2 }]);
  expect(rightsByEstablishment(report).map(({ establishments: names }) => names)).toEqual([
    ["A", "C"],
    ["B"],
  ]);
});

test("the HTML is one page that loads and runs nothing, in which names are text", () => {
  const name = `<script>alert("x")</script> & "Collège"`;
  const establishments = [
    one({ name }),
    one({
      name,
      rights: [
        {
          title: name,
          columns: [{ name, people: 1 }],
          rows: [{ category: name, right: name, granted: [true] }],
        },
      ],
      duties: [{ duty: name, people: [name] }],
      next: [open(name, { pour: name, path: name })],
    }),
  ];
  for (const list of [establishments, establishments.slice(1)]) {
    const page = htmlReport({ today: "2026-08-25", establishments: list, findings: [] }, french, "fr");
    expect(page).not.toMatch(/<script|<link|<iframe|<img|\son\w+=|url\(|@import|https?:/i);
    expect(page).toContain('<html lang="fr">');
    expect(page.match(/<h1>/g)).toHaveLength(1);
    const unclosed = ["table", "section", "ul", "li", "tr", "td", "th", "dl", "svg"].filter(
      (tag) =>
        (page.match(new RegExp(`<${tag}[ >]`, "g")) ?? []).length !==
        (page.match(new RegExp(`</${tag}>`, "g")) ?? []).length,
    );
    expect(unclosed).toEqual([]);
  }
});

test("several are told by name, as people count: 2 before 10, É beside E", () => {
  const establishments = ["Z", "École 10", "École 2", "Eaux"].map((name) => one({ name }));
  const report = { today: "2026-08-25", establishments, findings: [] };
  const names = [...htmlReport(report, french, "fr").matchAll(/<a href="#e\d+">([^<]+)</g)];
  const expected = ["Eaux", "École 2", "École 10", "Z"];
  expect(names.map(([, name]) => name)).toEqual(expected);
  const heads = [...markdownReport(report, french, "fr").matchAll(/^## (.+)$/gm)].map(([, name]) => name);
  expect(heads.slice(-4)).toEqual(expected);
});

test("the same finding in several establishments is told once, with their names, in HTML, Markdown and JSON", () => {
  const names = ["A", "B", "C", "D", "E", "F <b>"];
  const establishments = names.map((name) => one({ name, folder: `${name[0]}/` }));
  const finding = (text: string, rule: string) =>
    ({ id: rule, rule: { severity: "warning" }, message: message("Unknown key “{0}”.", text) }) as Finding;
  const found = establishments.flatMap((establishment, at) => [
    { establishment, finding: finding("a|<i>", "unknown-key") },
    { establishment, finding: finding("a|<i>", "unknown-key") },
    { establishment, finding: finding(`own ${at}`, "unknown-key") },
    ...(at < 2 ? [{ establishment, finding: finding("b", "unfinished") }] : []),
  ]);
  const findings = reportedFindings(found, english);
  expect(findings.map(({ rule, folders }) => [rule, folders.length])).toEqual([
    ["unknown-key", 6],
    ["unfinished", 2],
  ]);
  const report = { today: "2026-08-25", establishments, findings };
  const page = htmlReport(report, english, "en");
  expect(page).toContain(">What several establishments have in common</h2>");
  expect(page.match(/a\|&lt;i&gt;/g)).toHaveLength(1);
  expect(page).toContain('>in 6 of 6</span>\n<span class="more">A, B, C, D, E and 1 more</span>');
  const text = markdownReport(report, english, "en");
  expect(text).toMatch(/\| Unknown key “a\\\|\\<i\\>”\. \| 6\/6 \| A, B, C, D, E and 1 more \|/);
  expect(JSON.parse(jsonReport(report, english)).inCommon.findings[1]).toMatchObject({
    rule: "unfinished",
    severity: "warning",
    establishments: ["A/", "B/"],
  });
});

test("in Markdown a name stays in its cell", () => {
  const name = "A | B\n# C <b>";
  const text = markdownReport(
    { today: "2026-08-25", establishments: [one({ name }), one()], findings: [] },
    english,
    "en",
  );
  expect(text).toContain("| A \\| B \\# C \\<b\\> |");
});

test("what to do with a step that is to do is said once, and other reasons below their step", () => {
  for (const localize of [english, french]) {
    const next = [
      ...["a", "b"].map((slug) => open(slug, { why: localize(TO_DO) })),
      open("c", { why: `${localize(TO_DO)} More.` }),
    ];
    for (const establishments of [[one({ next })], [one({ next }), one({ next })]]) {
      const report = { today: "2026-08-25", establishments, findings: [] };
      const times = establishments.length;
      for (const text of [htmlReport(report, localize, "en"), markdownReport(report, localize, "en")]) {
        expect(text.split(localize(TO_DO))).toHaveLength(times + 1);
        expect(text.split("More.")).toHaveLength(times + 1);
        expect(text.split(localize(TO_DO_MEANS))).toHaveLength(2);
      }
      expect(JSON.parse(jsonReport(report, localize)).establishments[0].next[0].why).toBe(localize(TO_DO));
    }
  }
  expect(
    markdownReport({ today: "2026-08-25", establishments: [one()], findings: [] }, english, "en"),
  ).not.toContain(english(TO_DO_MEANS));
});
