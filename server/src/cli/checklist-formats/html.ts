import { escapedHtml as escaped } from "../../base/html.ts";
import { type Localize, message } from "../../base/message.ts";
import { isOpen } from "../../checklist/state.ts";
import { STATE_SIGNS, STATE_WORDS } from "../../checklist/state-words.ts";
import { HTML_END, htmlHead } from "../../rollout/html-page.ts";
import type { CommandIo } from "../command.ts";
import {
  assignment,
  type ChecklistReport,
  commonItems,
  itemsIn,
  type ListedEstablishment,
  legend,
  progress,
  stateIn,
  totals,
} from "./checklist-report.ts";

/** The checklist as one HTML file that needs nothing else: to be read, printed and passed on. */
export function htmlChecklist(
  rollout: ChecklistReport,
  { localize, language }: Pick<CommandIo, "localize" | "language">,
): string {
  const { establishments } = rollout;
  const title = establishments.length === 1 ? (establishments[0]?.name ?? "") : localize(message("Rollout"));
  const matrix = establishments.length > 1 ? table(rollout, localize) : "";
  const sections = establishments.map((one) => section(rollout, one, localize)).join("\n");
  return `${htmlHead(title, language, STYLE)}${matrix}
${sections}
${HTML_END}`;
}

const STYLE = `
ul { list-style: none; margin: 0; padding: 0; }
li { padding: .4rem 0 .4rem 2rem; border-top: 1px solid var(--line); text-indent: -1.6rem; }
li > * { text-indent: 0; }
.more { color: var(--soft); display: block; font-size: .9rem; }
.scroll { overflow: auto; max-height: 90vh; }
.more, li { overflow-wrap: anywhere; }
thead th, thead td { position: sticky; top: 0; background: Canvas; z-index: 1; }
th:first-child, thead td { position: sticky; left: 0; background: Canvas; width: min(18rem, 38vw); min-width: min(18rem, 38vw); }
thead td { z-index: 2; }
thead th { min-width: 4.5rem; }
.total { font-weight: bold; }
table { border-collapse: separate; border-spacing: 0; }
th, td { padding: .2rem .6rem; border-bottom: 1px solid var(--line); text-align: center; vertical-align: bottom; }
th:first-child { text-align: left; font-weight: normal; }
thead th, tr.phase th { font-weight: bold; }
tr.phase th { padding-top: .8rem; }
@media (max-width: 40rem) { main { padding: .75rem; } th, td { padding: .2rem .3rem; } }
/* On paper nobody scrolls: with turned names, 44 establishments fit on a sheet. */
@page matrix { size: A4 landscape; margin: 12mm; }
@media print {
  .matrix { page: matrix; }
  .scroll { max-height: none; overflow: visible; font-size: 7pt; }
  .scroll th, .scroll td { position: static; min-width: 0; padding: .05rem .1rem; }
  .scroll th:first-child, .scroll thead td { width: 42mm; min-width: 42mm; }
  .head { display: inline-block; writing-mode: vertical-rl; rotate: 180deg; max-height: 70mm; text-align: start; line-height: 1.1; }
  .head br { display: none; }
  .head a::after { content: "\\a0"; }
}
progress { width: 16rem; max-width: 100%; vertical-align: middle; }
@media print { h2 { break-before: page; } h2:first-of-type { break-before: auto; } }
`;

function table(rollout: ChecklistReport, localize: Localize): string {
  const { establishments } = rollout;
  const head = establishments.map(
    (one, at) =>
      `<th scope="col"><span class="head"><a href="#e${at + 1}">${escaped(one.name)}</a><br>${one.settled}/${one.total}</span></th>`,
  );
  const rows = commonItems(rollout).flatMap(({ title, items }) => [
    `<tr class="phase"><th scope="row">${escaped(title)}</th><td colspan="${establishments.length + 1}"></td></tr>`,
    ...items.map(({ slug, title }) => {
      const cells = establishments.map((one) => {
        const state = stateIn(one, slug);
        return `<td class="${state}" title="${escaped(localize(STATE_WORDS[state]))}">${STATE_SIGNS[state]}</td>`;
      });
      const open = establishments.filter((one) => isOpen(stateIn(one, slug))).length;
      return `<tr><th scope="row">${escaped(title)}</th><td class="total">${open || ""}</td>${cells.join("")}</tr>`;
    }),
  ]);
  return `<div class="matrix"><h1>${escaped(localize(message("Rollout")))}</h1>
<div class="scroll"><table><thead><tr><td></td><th scope="col"><span class="head">${escaped(localize(message("still open")))}</span></th>${head.join("")}</tr></thead><tbody>
${rows.join("\n")}
</tbody></table></div>
<p>${escaped(totals(rollout, localize))}</p>
<p class="state">${escaped(legend(localize))}</p></div>`;
}

function section(rollout: ChecklistReport, one: ListedEstablishment, localize: Localize): string {
  const at = rollout.establishments.indexOf(one) + 1;
  const level = rollout.establishments.length > 1 ? "h2" : "h1";
  const phases = one.phases.map(({ title, items }) => {
    const lines = itemsIn(rollout, items)
      .filter(({ state }) => state !== "not-applicable")
      .map((item) => itemOf(rollout, item, localize));
    return lines.length > 0 ? `<h3>${escaped(title)}</h3>\n<ul>\n${lines.join("\n")}\n</ul>` : "";
  });
  return `<section id="e${at}">
<${level}>${escaped(one.name)}</${level}>
<p><progress max="${Math.max(1, one.total)}" value="${one.settled}"></progress> ${escaped(localize(progress(one)))}</p>
${phases.filter(Boolean).join("\n")}
</section>`;
}

function itemOf(
  { path }: ChecklistReport,
  item: ListedEstablishment["phases"][number]["items"][number],
  localize: Localize,
): string {
  const { state, title, why, place } = item;
  const open = isOpen(state);
  const who = assignment(item);
  const more = [
    ...(who ? [escaped(localize(who))] : []),
    ...(why ? [escaped(why)] : []),
    ...(open ? [escaped(item.what)] : []),
    ...(open && item.path ? [escaped(localize(message("{0}: {1}", "PRONOTE", item.path)))] : []),
    ...(open && place ? [`<code>${escaped(`${path(place.uri)}:${place.range.start.line + 1}`)}</code>`] : []),
  ];
  const lines = more.map((line) => `<span class="more">${line}</span>`).join("");
  return `<li><span class="sign ${state}" aria-hidden="true">${STATE_SIGNS[state]}</span><span>${escaped(title)} <span class="state">(${escaped(localize(STATE_WORDS[state]))})</span></span>${lines}</li>`;
}
