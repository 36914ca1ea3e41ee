import { type Localize, message } from "../../base/message.ts";
import { shown } from "../../base/shown-text.ts";
import { columnsOf, padded } from "../columns.ts";
import type { CommandIo } from "../command.ts";
import { paintOf } from "./paint.ts";
import type { Report, SeverityCounts } from "./report.ts";

const NO_FINDINGS: SeverityCounts = { error: 0, warning: 0, information: 0, hint: 0 };

/** How many findings there are in each establishment, and of each rule: those with most errors first. */
export function* summaryTable(
  report: Report,
  { localize, color }: Pick<CommandIo, "localize" | "color">,
): Generator<string> {
  const byEstablishment = new Map<string, SeverityCounts>();
  const elsewhere = localize(message("bases and other files"));
  for (const { establishment = elsewhere, counts } of report.files)
    byEstablishment.set(establishment, sum(byEstablishment.get(establishment), counts));
  const { bold } = paintOf(color);
  yield table([localize(message("By establishment")), byEstablishment], localize, bold);
  if (report.ruleCounts.size > 0) {
    yield "\n";
    yield table([localize(message("By rule")), report.ruleCounts], localize, bold);
  }
}

function sum(one = NO_FINDINGS, other: SeverityCounts): SeverityCounts {
  return {
    error: one.error + other.error,
    warning: one.warning + other.warning,
    information: one.information + other.information,
    hint: one.hint + other.hint,
  };
}

function table(
  [title, rows]: readonly [string, ReadonlyMap<string, SeverityCounts>],
  localize: Localize,
  bold: (text: string) => string,
): string {
  const total = [...rows.values()].reduce(sum, NO_FINDINGS);
  const heads = [message("errors"), message("warnings"), message("information"), message("hints")].map(
    localize,
  );
  const sorted = [...rows].sort(([a, one], [b, other]) => compareCounts(other, one) || (a < b ? -1 : 1));
  const lines = [...sorted, [localize(message("Total")), total] as const].map(
    ([name, counts]) => [shown(name), numbersOf(counts)] as const,
  );
  const left = lines.reduce((width, [name]) => Math.max(width, columnsOf(name)), columnsOf(title));
  const cells = (texts: readonly string[]) =>
    texts.map((text, at) => text.padStart(Math.max(6, heads[at]?.length ?? 0) + 2)).join("");
  const text = lines.map(([name, numbers]) => `${padded(name, left)}${cells(numbers)}\n`).join("");
  return `${bold(`${padded(title, left)}${cells(heads)}`)}\n${text}`;
}

/** A zero is left out, so that what is there is seen. */
function numbersOf({ error, warning, information, hint }: SeverityCounts): readonly string[] {
  return [error, warning, information, hint].map((count) => (count === 0 ? "·" : String(count)));
}

function compareCounts(one: SeverityCounts, other: SeverityCounts): number {
  return (
    one.error - other.error ||
    one.warning - other.warning ||
    one.information - other.information ||
    one.hint - other.hint
  );
}
