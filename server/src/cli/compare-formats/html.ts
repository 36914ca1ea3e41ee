import { type Html, html } from "../../base/html.ts";
import { message } from "../../base/message.ts";
import type { ComparedList, CompareReport } from "../../exchange/compare/compare-report.ts";
import { footOf } from "../../exchange/compare/report-foot.ts";
import { headOf, linesOf } from "../../exchange/compare/report-lines.ts";
import { HTML_END, htmlHead } from "../../rollout/html-page.ts";
import type { CommandIo } from "../command.ts";

const STYLE = `
table { border-collapse: collapse; }
td, th { padding: .2rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top; text-align: left; }
td:nth-child(2) { white-space: nowrap; }
.foot { color: var(--soft); }
@media print { h2 { break-before: page; } h2:first-of-type { break-before: auto; } }
`;

/** The differences as one HTML file that needs nothing else. */
export function htmlComparison(
  report: CompareReport,
  { localize, language }: Pick<CommandIo, "localize" | "language">,
): string {
  const name = report.name || report.folder;
  const title = localize(message("{0}: compared with PRONOTE", name));
  const refused = report.refused.map(
    ({ source = "", message: reason }) =>
      html`<p class="blocked-by-error">✗ ${localize(message("{0}: {1}", source, reason))}</p>\n`,
  );
  const body = html`<h1>${title}</h1>
${report.lists.map((one) => sectionOf(one, report, localize))}${refused}`;
  return `${htmlHead(title, language, STYLE)}${body.text}${HTML_END}`;
}

function sectionOf(one: ComparedList, report: CompareReport, localize: CommandIo["localize"]): Html {
  const rows = linesOf(one, report, localize).map(
    ({ sign, where, text, at }) =>
      html`<tr><td>${sign}</td><td>${where}</td><td>${text}</td><td><code>${at ?? ""}</code></td></tr>\n`,
  );
  const titles = [message("Where"), message("Difference"), message("Written in")];
  const head = html`<tr><th></th>${titles.map((title) => html`<th>${localize(title)}</th>`)}</tr>\n`;
  const table =
    rows.length > 0
      ? html`<table>\n${head}${rows}</table>`
      : html`<p>${localize(message("No difference."))}</p>`;
  const foot = footOf(one, localize).map((line) => html`<li>${line}</li>\n`);
  return html`<section>
<h2>${headOf(one, localize)}</h2>
${table}
<ul class="foot">
${foot}</ul>
</section>
`;
}
