import { dayInWords } from "../../base/day.ts";
import { markdownText } from "../../base/markdown.ts";
import { type Language, type Localize, message } from "../../base/message.ts";
import { STATE_SIGNS, STATE_WORDS } from "../../checklist/state-words.ts";
import { items, phases } from "../../schema/checklist.ts";
import { progressOf, sumOf } from "../progress.ts";
import type { RightsMatrix } from "../rights-matrix.ts";
import type { OpenStep } from "../standing.ts";
import {
  answer,
  answerForAll,
  assigneesIn,
  byName,
  NOT_WRITTEN,
  type ReportedStanding,
  type RolloutReport,
  reasonOf,
  rightsByEstablishment,
  TO_DO_MEANS,
  untilStart,
} from "./rollout-report.ts";
import { MOST_SHARED, namesInShort, notShown } from "./shared-section.ts";
import { sharedStepsOf } from "./shared-steps.ts";

/** A report as Markdown: the same facts as in HTML, for a ticket or a wiki. */
export function markdownReport(unsorted: RolloutReport, localize: Localize, language: Language): string {
  const report = byName(unsorted, language);
  const { establishments } = report;
  const [only, ...others] = establishments;
  if (!only) return "";
  const parts = others.length === 0 ? single(report, only, localize) : several(report, localize);
  const isToDo = establishments.some(({ overdue, next }) =>
    [...overdue, ...next].some(({ state }) => state === "to-do"),
  );
  const all = isToDo ? [...parts, localize(TO_DO_MEANS)] : parts;
  return `${all.filter((part) => part !== "").join("\n\n")}\n`;
}

function single(report: RolloutReport, one: ReportedStanding, localize: Localize): readonly string[] {
  return [
    `# ${markdownText(one.name)}`,
    subtitle(one),
    `**${markdownText(localize(answer(one)))}**`,
    start(report, one, localize),
    steps(localize(message("What blocks")), one.blocked, localize),
    steps(localize(message("Overdue")), one.overdue, localize),
    steps(localize(message("What comes next")), one.next, localize),
    assignees(report, localize),
    phaseTable([one], localize),
    ...rightsTables(one.rights, localize(message("Who may do what")), localize),
    duties(one, localize, 2),
  ];
}

function several(report: RolloutReport, localize: Localize): readonly string[] {
  const { establishments } = report;
  const heads = [
    localize(message("Establishment")),
    ...phases.map(({ id }) => String(id)),
    ...[message("All phases"), message("Errors"), message("To redo"), message("Overdue")].map(localize),
  ];
  const rows = establishments.map((one) => {
    const all = progressOf(one.states);
    return [
      one.name,
      ...phases.map(({ id }) => share(progressOf(one.states, id))),
      share(all),
      count(one.errors),
      count(all.counts["to-redo"]),
      count(one.overdue.length),
    ];
  });
  const sum = (phase?: number) => sumOf(establishments.map(({ states }) => progressOf(states, phase)));
  const total = (of: (one: ReportedStanding) => number) =>
    String(establishments.reduce((all, one) => all + of(one), 0));
  const totals = [
    localize(message("Total")),
    ...phases.map(({ id }) => share(sum(id))),
    share(sum()),
    total(({ errors }) => errors),
    total(({ states }) => progressOf(states).counts["to-redo"] ?? 0),
    total(({ overdue }) => overdue.length),
  ];
  return [
    `# ${localize(message("Rollout of {0} establishments", establishments.length))}`,
    `**${localize(answerForAll(report))}**`,
    table(heads, [...rows, totals]),
    assignees(report, localize),
    inCommon(report, localize),
    phaseTable(establishments, localize),
    ...rightsByEstablishment(report).flatMap(({ rights, establishments: names }) =>
      rightsTables(
        rights,
        `${localize(message("Who may do what"))} (${namesInShort(names, localize)})`,
        localize,
      ),
    ),
    ...establishments.flatMap((one) => [
      `## ${markdownText(one.name)}`,
      subtitle(one),
      `**${markdownText(localize(answer(one)))}**`,
      start(report, one, localize),
      steps(localize(message("What blocks")), one.blocked, localize, 3),
      steps(localize(message("Overdue")), one.overdue, localize, 3),
      steps(localize(message("What comes next")), one.next, localize, 3),
      duties(one, localize, 3),
    ]),
  ];
}

function subtitle({ rne, year, folder }: ReportedStanding): string {
  return [rne, year, folder === "." ? undefined : folder]
    .flatMap((part) => (part === undefined ? [] : [markdownText(part)]))
    .join(" · ");
}

function start(report: RolloutReport, one: ReportedStanding, localize: Localize): string {
  const until = untilStart(one, report.today);
  return until ? localize(until) : "";
}

function steps(head: string, list: readonly OpenStep[], localize: Localize, level = 2): string {
  if (list.length === 0) return "";
  const lines = list.map((step) => {
    const { title, state, path, pour, avant } = step;
    const reason = reasonOf(step, localize);
    const more = [
      ...(reason === undefined ? [] : [reason]),
      ...(path === undefined ? [] : [localize(message("{0}: {1}", "PRONOTE", path))]),
      ...(pour === undefined ? [] : [pour]),
      ...(avant === undefined ? [] : [localize(dayInWords(avant))]),
    ];
    return `- ${STATE_SIGNS[state]} **${markdownText(title)}** (${localize(STATE_WORDS[state])}) ${markdownText(more.join(" · "))}`.trimEnd();
  });
  return `${"#".repeat(level)} ${head}\n\n${lines.join("\n")}`;
}

function assignees(report: RolloutReport, localize: Localize): string {
  const rows = assigneesIn(report).flatMap(({ person, steps: list }) =>
    list.map(({ establishment, title, avant }) => [
      person ?? localize(message("nobody yet")),
      establishment,
      title,
      avant === undefined ? "" : localize(dayInWords(avant)),
    ]),
  );
  if (rows.length === 0) return "";
  const heads = [message("Who"), message("Establishment"), message("Step"), message("Until")].map(localize);
  return `## ${localize(message("Who has to act, and until when"))}\n\n${table(heads, rows)}`;
}

function inCommon(report: RolloutReport, localize: Localize): string {
  const all = report.establishments.length;
  const findings = report.findings
    .slice(0, MOST_SHARED)
    .map((one) => [one.message, `${one.names.length}/${all}`, namesInShort(one.names, localize)]);
  const shared = sharedStepsOf(report);
  const open = shared
    .slice(0, MOST_SHARED)
    .map(({ at, open: count }) => [
      ...[items[at]?.title].flatMap((title) => (title ? [localize(title)] : [])),
      `${count}/${all}`,
    ]);
  const heads = [message("Finding"), message("Establishments"), message("Which")].map(localize);
  const withMore = (text: string, count: number) => {
    const left = notShown(count);
    return left ? [text, localize(left)] : [text];
  };
  const tables = [
    ...(findings.length > 0 ? withMore(table(heads, findings), report.findings.length) : []),
    ...(open.length > 0
      ? withMore(table([message("Open step"), message("Establishments")].map(localize), open), shared.length)
      : []),
  ];
  if (tables.length === 0) return "";
  return [`## ${localize(message("What several establishments have in common"))}`, ...tables].join("\n\n");
}

function phaseTable(establishments: readonly ReportedStanding[], localize: Localize): string {
  const rows = phases.map(({ id, title }) => [
    `${id}. ${localize(title)}`,
    share(sumOf(establishments.map(({ states }) => progressOf(states, id)))),
  ]);
  const heads = [localize(message("Phase")), localize(message("Settled"))];
  return `## ${localize(message("Progress by phase"))}\n\n${table(heads, rows)}`;
}

function rightsTables(rights: readonly RightsMatrix[], head: string, localize: Localize): readonly string[] {
  if (rights.length === 0) return [];
  const tables = rights.map((matrix) => rightsTable(matrix, localize));
  return [`## ${markdownText(head)}`, ...tables, localize(NOT_WRITTEN)];
}

function rightsTable({ title, columns, rows }: RightsMatrix, localize: Localize): string {
  const heads = [
    localize(message("Permission")),
    ...columns.map(({ name, people }) => `${name} (${people})`),
  ];
  const lines = rows.map(({ category, right, granted }) => [
    `${category} > ${right}`,
    ...granted.map((box) => (box === null ? "–" : box ? "✓" : "✗")),
  ]);
  return `### ${markdownText(title)}\n\n${table(heads, lines)}`;
}

function duties({ duties: list }: ReportedStanding, localize: Localize, level: number): string {
  const rows = list.map(({ duty, people }) => [
    duty,
    people.length > 0 ? people.join(", ") : localize(message("nobody yet")),
  ]);
  return `${"#".repeat(level)} ${localize(message("Who answers for what"))}\n\n${table([localize(message("Duty")), localize(message("Who"))], rows)}`;
}

function share({ settled, total }: { readonly settled: number; readonly total: number }): string {
  return total === 0 ? "·" : `${settled}/${total}`;
}

function count(number: number | undefined): string {
  return number ? String(number) : "";
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(markdownText).join(" | ")} |`;
  return [line(heads), `| ${heads.map(() => "---").join(" | ")} |`, ...rows.map(line)].join("\n");
}
