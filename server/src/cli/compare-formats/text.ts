import { message } from "../../base/message.ts";
import { shown } from "../../base/shown-text.ts";
import type { CompareReport } from "../../exchange/compare/compare-report.ts";
import { footOf } from "../../exchange/compare/report-foot.ts";
import { headOf, linesOf } from "../../exchange/compare/report-lines.ts";
import { paintOf } from "../check-formats/paint.ts";
import type { CommandIo } from "../command.ts";

/** The differences for people, on a terminal. */
export function textComparison(
  report: CompareReport,
  { localize, color }: Pick<CommandIo, "localize" | "color">,
): string {
  const { bold } = paintOf(color);
  const lists = report.lists.map((one) => {
    const lines = linesOf(one, report, localize).map(({ sign, where, text, at }) =>
      shown(
        `  ${sign.padEnd(2)} ${where === "" ? "" : `${where}  `}${text}${at === undefined ? "" : `  (${at})`}`,
      ),
    );
    const foot = footOf(one, localize).map((line) => shown(`  ${line}`));
    const none = lines.length === 0 ? [`  ${localize(message("No difference."))}`] : lines;
    return [bold(shown(headOf(one, localize))), ...none, ...foot, ""].join("\n");
  });
  const head = bold(shown(report.name || report.folder));
  return `${[head, ...lists, ...refusedLines(report, localize)].join("\n").trimEnd()}\n`;
}

function refusedLines({ refused }: CompareReport, localize: CommandIo["localize"]): readonly string[] {
  return refused.map(({ source = "", place, message: reason }) =>
    shown(`  ✗ ${source}${place ? `:${place.line}:${place.column}` : ""}: ${localize(reason)}`),
  );
}
