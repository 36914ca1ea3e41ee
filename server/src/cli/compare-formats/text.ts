import { message } from "../../base/message.ts";
import { shown } from "../../base/shown-text.ts";
import type { ComparedList, CompareReport } from "../../exchange/compare/compare-report.ts";
import { footOf } from "../../exchange/compare/report-foot.ts";
import { headOf, linesOf } from "../../exchange/compare/report-lines.ts";
import { paintOf } from "../check-formats/paint.ts";
import { columnsOf } from "../columns.ts";
import type { CommandIo } from "../command.ts";
import { wrapped } from "../wrapped.ts";

type TextIo = Pick<CommandIo, "localize" | "color" | "columns">;

/** The differences for people, on a terminal. */
export function textComparison(report: CompareReport, io: TextIo): string {
  const { bold } = paintOf(io.color);
  const lists = report.lists.flatMap((one) => [...listLines(one, report, io), ""]);
  const head = bold(shown(report.name || report.folder));
  return `${[head, ...lists, ...refusedLines(report, io)].join("\n").trimEnd()}\n`;
}

/** How wide the names of what differs are set, at most. */
const NAMES = 16;

function listLines(
  one: ComparedList,
  report: CompareReport,
  { localize, color, columns }: TextIo,
): readonly string[] {
  const { bold } = paintOf(color);
  const lines = linesOf(one, report, localize);
  const wide = Math.min(NAMES, Math.max(0, ...lines.map(({ where }) => columnsOf(where))));
  const told = lines.flatMap(({ sign, where, text, at }) => {
    const name = where === "" ? "" : `${where}${" ".repeat(Math.max(0, wide - columnsOf(where)))}  `;
    const place = at === undefined ? "" : `  (${at})`;
    return wrapped(shown(`  ${sign.padEnd(2)} ${name}${text}${place}`), columns, "       ");
  });
  return [
    ...wrapped(shown(headOf(one, localize)), columns, "  ").map(bold),
    ...(lines.length === 0 ? [`  ${localize(message("No difference."))}`] : told),
    "",
    ...footOf(one, localize).flatMap((line) => wrapped(shown(`  ${line}`), columns)),
  ];
}

function refusedLines({ refused }: CompareReport, { localize, columns }: TextIo): readonly string[] {
  return refused.flatMap(({ source = "", place, message: reason }) =>
    wrapped(
      shown(`  ✗ ${source}${place ? `:${place.line}:${place.column}` : ""}: ${localize(reason)}`),
      columns,
      "    ",
    ),
  );
}
