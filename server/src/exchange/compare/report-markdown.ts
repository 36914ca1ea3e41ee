import { markdownText } from "../../base/markdown.ts";
import { type Localize, message } from "../../base/message.ts";
import type { CompareReport } from "./compare-report.ts";
import { footOf } from "./report-foot.ts";
import { headOf, linesOf } from "./report-lines.ts";

/** The differences as Markdown. */
export function markdownComparison(
  report: CompareReport,
  { localize }: { readonly localize: Localize },
): string {
  const lists = report.lists.flatMap((one) => {
    const lines = linesOf(one, report, localize).map(
      ({ sign, where, text, at }) =>
        `| ${markdownText(sign)} | ${markdownText(where)} | ${markdownText(text)} | ${markdownText(at ?? "")} |`,
    );
    const columns = ["", message("Where"), message("Difference"), message("Written in")];
    const titles = columns.map((title) => (typeof title === "string" ? title : localize(title)));
    const table = [`| ${titles.join(" | ")} |`, "| --- | --- | --- | --- |", ...lines];
    return [
      `## ${markdownText(headOf(one, localize))}`,
      "",
      ...(lines.length > 0 ? table : [localize(message("No difference."))]),
      "",
      ...footOf(one, localize).map((line) => `- ${markdownText(line)}`),
      "",
    ];
  });
  const refused = report.refused.map(
    ({ source = "", message: reason }) =>
      `- ✗ ${markdownText(localize(message("{0}: {1}", source, reason)))}`,
  );
  return `${[`# ${markdownText(report.name || report.folder)}`, "", ...lists, ...refused].join("\n").trimEnd()}\n`;
}
