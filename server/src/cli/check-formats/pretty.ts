import { type Localize, message } from "../../base/message.ts";
import { shown } from "../../base/shown-text.ts";
import { severityWords } from "../../rules/api/page.ts";
import type { Range } from "../../syntax/positions.ts";
import { wrapped } from "../wrapped.ts";
import { excerptOf } from "./excerpt.ts";
import { type Paint, paintOf } from "./paint.ts";
import { allFindings, type Report, type ReportedFinding, type ReportLocation } from "./report.ts";

interface PrettyStyle {
  readonly localize: Localize;
  readonly color: boolean;
  readonly columns: number | undefined;
}

/** The findings for people: each with its line of the file and a caret, its related locations and its fixes. */
export function* pretty(report: Report, style: PrettyStyle): Generator<string> {
  const printer = new PrettyPrinter(report, style);
  for (const finding of allFindings(report)) yield printer.finding(finding);
}

const SAFETIES = {
  sure: message("fix"),
  probable: message("perhaps"),
  placeholder: message("to complete"),
};

/** The width in columns if the output is not a terminal. */
const DEFAULT_WIDTH = 120;

/** How many related locations, and how many fixes, are printed for a finding. */
const MAX_LISTED = 3;

class PrettyPrinter {
  readonly #report: Report;
  readonly #style: PrettyStyle;
  readonly #paint: Paint;

  constructor(report: Report, style: PrettyStyle) {
    this.#report = report;
    this.#style = style;
    this.#paint = paintOf(style.color);
  }

  finding(finding: ReportedFinding): string {
    const { localize } = this.#style;
    const { bold, dim, severity } = this.#paint;
    const title = severity(finding.severity, severityWords(localize)[finding.severity]);
    const lastLine = (last: number, { range }: { readonly range: Range }) =>
      Math.max(last, range.start.line + 1);
    const gutter = Math.max(3, String([finding, ...finding.related].reduce(lastLine, 0)).length);
    const lines = [
      `${bold(positionOf(finding))} ${title} ${dim(finding.rule)}`,
      ...this.#text(`  ${shown(finding.message)}`, "  "),
      ...this.#source(finding, gutter, "^", (text) => severity(finding.severity, text)),
      ...finding.related.slice(0, MAX_LISTED).flatMap((item) => this.#related(finding, item, gutter)),
      ...this.#omitted(finding.relatedCount, gutter),
      ...finding.fixes.slice(0, MAX_LISTED).flatMap((fix) => this.#fix(fix, gutter)),
    ];
    return `${lines.join("\n")}\n\n`;
  }

  #source(
    { file, range }: ReportLocation,
    gutter: number,
    mark: string,
    color: (text: string) => string,
  ): readonly string[] {
    const line = this.#report.line(file, range.start.line);
    if (line === undefined || line.trim() === "") return [];
    const { dim } = this.#paint;
    const number = String(range.start.line + 1).padStart(gutter);
    const { source, underline } = excerptOf(
      line,
      range,
      (this.#style.columns ?? DEFAULT_WIDTH) - gutter - 6,
      mark,
    );
    const marks = underline.trimStart();
    const space = underline.slice(0, underline.length - marks.length);
    return [
      `  ${dim(`${number} │`)} ${source}`,
      `  ${dim(`${" ".repeat(gutter)} │`)} ${space}${color(marks)}`,
    ];
  }

  #related(
    main: ReportLocation,
    related: ReportLocation & { readonly message: string },
    gutter: number,
  ): readonly string[] {
    const { dim } = this.#paint;
    const text = `${" ".repeat(gutter + 5)}${dim("→")} ${positionOf(related)} ${shown(related.message)}`;
    // The line of the finding itself was printed just above.
    const isSameLine = related.file === main.file && related.range.start.line === main.range.start.line;
    return [...this.#text(text), ...(isSameLine ? [] : this.#source(related, gutter, "-", dim))];
  }

  #omitted(count: number, gutter: number): readonly string[] {
    return count > MAX_LISTED
      ? [`${" ".repeat(gutter + 5)}${this.#style.localize(message("… and {0} more", count - MAX_LISTED))}`]
      : [];
  }

  #fix({ title, safety }: ReportedFinding["fixes"][number], gutter: number): readonly string[] {
    const text = this.#style.localize(message("{0}: {1}", SAFETIES[safety], shown(title)));
    return this.#text(`${" ".repeat(gutter + 5)}${safety === "sure" ? this.#paint.green(text) : text}`);
  }

  #text(text: string, indent?: string): readonly string[] {
    return wrapped(text, this.#style.columns, indent);
  }
}

function positionOf({ file, range }: ReportLocation): string {
  return `${shown(file)}:${range.start.line + 1}:${range.start.character + 1}`;
}
