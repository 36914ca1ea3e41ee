import { markdownText as escaped } from "../../base/markdown.ts";
import { message } from "../../base/message.ts";
import { STATE_WORDS } from "../../checklist/state-words.ts";
import type { PlanCell, PlanScreen, PlanStep, PlanTable } from "../../features/plan-protocol.ts";
import { assignment } from "../checklist-formats/checklist-report.ts";
import {
  byPhase,
  changesIn,
  countLeft,
  isListOfNames,
  leftInWords,
  type PlanPrinter,
  type PlanStyle,
  type ReportedPlan,
  remarksOn,
} from "./plan-report.ts";
import { rightsTables } from "./rights-tables.ts";

/** The plan as Markdown: tables to be pasted, with a heading for each step. */
export const markdownPlan: PlanPrinter = {
  begin(plans, { localize }) {
    const lines = plans.map(
      (one) => `- ${localize(message("{0}: {1}", `**${escaped(one.name)}**`, escaped(one.words)))}\n`,
    );
    return lines.length > 1 ? `${lines.join("")}\n` : "";
  },
  plan: (plan, style) => `${partsOf(plan, style).join("\n\n")}\n`,
  separator: "\n",
  end: () => "",
};

function partsOf(plan: ReportedPlan, style: PlanStyle): readonly string[] {
  const { localize } = style;
  const head = [`## ${escaped(plan.name)}`, `${escaped(leftInWords(plan, style))}.`];
  if (countLeft(plan) === 0) return head;
  if (plan.rights) return [...head, reviewTable(plan, style), ...rightsParts(plan, style)];
  return [
    ...head,
    ...byPhase(plan.steps).flatMap(([title, steps]) => [
      `### ${escaped(title)}`,
      ...steps.flatMap((step) => stepParts(step, style)),
    ]),
    ...(plan.rest.length > 0
      ? [
          `### ${localize(message("Settings of no step"))}`,
          ...plan.rest.flatMap((screen) => screenParts(screen, style)),
        ]
      : []),
  ];
}

function stepParts(step: PlanStep, style: PlanStyle): readonly string[] {
  const { localize } = style;
  const { item, screens } = step;
  const who = assignment(item);
  const state = localize(STATE_WORDS[item.state]);
  const remarks = remarksOn(step, localize);
  return [
    `#### ${escaped(item.title)} (${escaped(who ? `${state}, ${localize(who)}` : state)})`,
    escaped(item.what),
    ...(screens.length === 0 && item.path ? [`**${escaped(item.path)}**`] : []),
    ...(remarks.length > 0 ? [remarks.map((text) => `- ${escaped(text)}`).join("\n")] : []),
    ...screens.flatMap((screen) => screenParts(screen, style)),
  ];
}

function screenParts(
  { title, path, pathNote, values, tables }: PlanScreen,
  style: PlanStyle,
): readonly string[] {
  const { localize } = style;
  const where =
    path === undefined ? `**${escaped(title)}** (${escaped(pathNote ?? "")})` : `**${escaped(path)}**`;
  const head = [localize(message("Setting")), localize(message("Value"))];
  return [
    where,
    ...(values.length > 0
      ? [
          tableWith(
            head,
            values.map((one) => [one.label, cellText(one)]),
          ),
        ]
      : []),
    ...tables.flatMap((table) => tableParts(table, style)),
  ];
}

function cellText({ value, before }: PlanCell): string {
  return before === undefined ? value : `${before} → ${value}`;
}

function tableParts(table: PlanTable, { localize }: PlanStyle): readonly string[] {
  const { title, columns, rows } = table;
  if (isListOfNames(table)) {
    const names = rows.map(({ name }) => escaped(name)).join(", ");
    return [localize(message("{0}: {1}", escaped(title), names))];
  }
  return [
    escaped(title),
    tableWith(
      columns,
      rows.map(({ name, cells }) => [name, ...cells.map(cellText)]),
    ),
  ];
}

function tableWith(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(escaped).join(" | ")} |`;
  return [line(head), `|${" --- |".repeat(head.length)}`, ...rows.map(line)].join("\n");
}

function reviewTable(plan: ReportedPlan, { localize }: PlanStyle): string {
  const head = [message("Screen"), message("Setting"), message("Before"), message("After")].map(localize);
  return tableWith(
    head,
    changesIn(plan, localize).map(({ screen, what, before, after }) => [
      screen.path ?? `${screen.title} (${screen.pathNote ?? ""})`,
      what,
      before,
      after,
    ]),
  );
}

function rightsParts(plan: ReportedPlan, style: PlanStyle): readonly string[] {
  const tables = rightsTables(plan, style);
  if (tables.length === 0) return [];
  return [
    `### ${style.localize(message("Effective rights"))}`,
    ...tables.flatMap(({ title, columns, rows }) => [escaped(title), tableWith(columns, rows)]),
  ];
}
