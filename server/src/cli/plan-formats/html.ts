import { escapedHtml as escaped } from "../../base/html.ts";
import { message } from "../../base/message.ts";
import { STATE_SIGNS, STATE_WORDS } from "../../checklist/state-words.ts";
import type { PlanCell, PlanScreen, PlanStep, PlanTable } from "../../features/plan-protocol.ts";
import { HTML_END, htmlHead } from "../../rollout/html-page.ts";
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

/** The plan as one HTML file that needs nothing else: to be printed, and worked off on paper. */
export const htmlPlan: PlanPrinter = {
  begin: (plans, style) => {
    const { localize, language } = style;
    const title = localize(
      style.since === undefined ? message("To enter in PRONOTE") : message("What changed"),
    );
    const [only, ...others] = plans;
    const head = htmlHead(only && others.length === 0 ? `${title} – ${only.name}` : title, language, STYLE);
    const heading = `<h1>${escaped(title)}</h1>\n`;
    if (others.length === 0) return head + heading;
    const list = plans.map(
      (one) =>
        `<li><a href="#${idOf(one)}">${escaped(one.name)}</a> <span class="state">${escaped(one.words)}</span></li>`,
    );
    return `${head}${heading}<ul class="list">\n${list.join("\n")}\n</ul>\n`;
  },
  plan: (plan, style) =>
    `<section class="school" id="${idOf(plan)}">\n${partsOf(plan, style).join("\n")}\n</section>\n`,
  separator: "",
  end: () => HTML_END,
};

/** The id of an establishment's section: its folder. */
function idOf({ folder }: { readonly folder: string }): string {
  return encodeURIComponent(folder).replaceAll("'", "%27");
}

const STYLE = `
section.school { break-before: page; }
section.school:first-of-type { break-before: auto; }
h2 { break-before: auto; margin: 2rem 0 .5rem; }
h3, h4, h5 { break-after: avoid; }
h4 { margin: 1.25rem 0 .25rem; }
h5 { margin: .75rem 0 .25rem; font-size: 1rem; font-weight: 600; }
p { margin: .25rem 0; }
.remark, .from { color: var(--soft); font-size: .9rem; }
.box { display: inline-block; width: .8rem; height: .8rem; border: 1px solid currentColor; margin-right: .5rem; }
.wide { overflow-x: auto; max-width: 100%; }
.tables { display: flex; flex-wrap: wrap; align-items: flex-start; gap: 0 2.5rem; }
table { border-collapse: collapse; margin: .25rem 0 .75rem; }
caption { text-align: left; font-weight: 600; padding: .15rem 0; }
th, td { text-align: left; vertical-align: top; padding: .15rem .75rem .15rem 0; border-bottom: 1px solid var(--line); font-weight: normal; }
thead th { font-size: .85rem; color: var(--soft); vertical-align: bottom; }
td.value { font-weight: 600; }
s { color: var(--soft); }
@media print { body { font-size: 9.5pt; } thead { display: table-header-group; } caption { break-after: avoid; } .wide { overflow: visible; } .tables { display: block; columns: 2; } h4 { margin-top: .75rem; } }
`;

function partsOf(plan: ReportedPlan, style: PlanStyle): readonly string[] {
  const { localize } = style;
  const head = [
    `<h2>${escaped(plan.name)}</h2>`,
    `<p class="state">${escaped(leftInWords(plan, style))}</p>`,
  ];
  if (countLeft(plan) === 0) return head;
  if (plan.rights) return [...head, reviewTable(plan, style), ...rightsParts(plan, style)];
  return [
    ...head,
    ...byPhase(plan.steps).flatMap(([title, steps]) => [
      `<h3>${escaped(title)}</h3>`,
      ...steps.flatMap((step) => stepParts(step, style)),
    ]),
    ...(plan.rest.length > 0
      ? [
          `<h3>${escaped(localize(message("Settings of no step")))}</h3>`,
          ...plan.rest.flatMap((screen) => screenParts(screen, style, "h4")),
        ]
      : []),
  ];
}

function stepParts(step: PlanStep, style: PlanStyle): readonly string[] {
  const { localize } = style;
  const { item, screens } = step;
  const who = assignment(item);
  const state = localize(STATE_WORDS[item.state]);
  const sign = item.tickable
    ? '<span class="box"></span>'
    : `<span class="sign ${item.state}" aria-hidden="true">${STATE_SIGNS[item.state]}</span>`;
  return [
    `<h4>${sign}${escaped(item.title)} <span class="state">(${escaped(who ? `${state}, ${localize(who)}` : state)})</span></h4>`,
    `<p>${escaped(item.what)}</p>`,
    ...(screens.length === 0 && item.path ? [`<h5>${escaped(item.path)}</h5>`] : []),
    ...remarksOn(step, localize).map((text) => `<p class="remark">${escaped(text)}</p>`),
    ...screens.flatMap((screen) => screenParts(screen, style)),
  ];
}

/** A screen under a heading of a level that follows on the one before. */
function screenParts(
  { title, path, pathNote, values, tables }: PlanScreen,
  { localize }: PlanStyle,
  heading: "h4" | "h5" = "h5",
): readonly string[] {
  const where =
    path === undefined
      ? `${escaped(title)} <span class="from">(${escaped(pathNote ?? "")})</span>`
      : escaped(path);
  const fields = values.map(({ label, from, ...cell }) => {
    const origin = from === undefined ? "" : `<td class="from">${escaped(from)}</td>`;
    return `<tr><th scope="row">${escaped(label)}</th><td class="value">${cellHtml(cell)}</td>${origin}</tr>`;
  });
  const name = escaped(localize(message("Values")));
  return [
    `<${heading}>${where}</${heading}>`,
    ...(fields.length > 0
      ? [
          `<div class="wide"><table aria-label="${name}"><tbody>\n${fields.join("\n")}\n</tbody></table></div>`,
        ]
      : []),
    ...tablesHtml(tables),
  ];
}

/** Tables with fewer columns than this stand beside each other. */
const WIDE = 4;

function tablesHtml(tables: readonly PlanTable[]): readonly string[] {
  const all = tables.map(tableHtml);
  const areNarrow = tables.length > 1 && tables.every(({ columns }) => columns.length < WIDE);
  return areNarrow ? [`<div class="tables">\n${all.join("\n")}\n</div>`] : all;
}

function cellHtml({ value, before }: PlanCell): string {
  return before === undefined ? escaped(value) : `<s>${escaped(before)}</s> → ${escaped(value)}`;
}

function tableHtml(table: PlanTable): string {
  const { title, columns, rows } = table;
  if (isListOfNames(table))
    return `<p><strong>${escaped(title)}</strong> – ${rows.map(({ name }) => escaped(name)).join(", ")}</p>`;
  const body = rows.map(
    ({ name, cells }) =>
      `<tr><th scope="row">${escaped(name)}</th>${cells.map((cell) => `<td class="value">${cellHtml(cell)}</td>`).join("")}</tr>`,
  );
  return htmlTable(title, columns, body);
}

function htmlTable(title: string, columns: readonly string[], rows: readonly string[]): string {
  const head = columns.map((one) => `<th scope="col">${escaped(one)}</th>`).join("");
  return `<div class="wide"><table><caption>${escaped(title)}</caption><thead><tr>${head}</tr></thead><tbody>\n${rows.join("\n")}\n</tbody></table></div>`;
}

function rowHtml([first = "", ...others]: readonly string[]): string {
  return `<tr><th scope="row">${escaped(first)}</th>${others.map((one) => `<td>${escaped(one)}</td>`).join("")}</tr>`;
}

function reviewTable(plan: ReportedPlan, { localize }: PlanStyle): string {
  const columns = [message("Setting"), message("Before"), message("After"), message("Screen")].map(localize);
  const rows = changesIn(plan, localize).map(({ screen, what, before, after }) =>
    rowHtml([what, before, after, screen.path ?? `${screen.title} (${screen.pathNote ?? ""})`]),
  );
  return htmlTable(localize(message("Values")), columns, rows);
}

function rightsParts(plan: ReportedPlan, style: PlanStyle): readonly string[] {
  const tables = rightsTables(plan, style);
  if (tables.length === 0) return [];
  return [
    `<h3>${escaped(style.localize(message("Effective rights")))}</h3>`,
    ...tables.map(({ title, columns, rows }) => htmlTable(title, columns, rows.map(rowHtml))),
  ];
}
