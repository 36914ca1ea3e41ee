import { type Localize, type Message, message } from "../../base/message.ts";
import type { Severity } from "../../rules/api/rule.ts";
import { excerptOf } from "./excerpt.ts";
import { shown } from "./mask.ts";
import { type Paint, paintOf } from "./paint.ts";
import { allIn, type Report, type ReportedFinding, type ReportLocation } from "./report.ts";

interface PrettyStyle {
  readonly localize: Localize;
  readonly color: boolean;
  readonly columns: number | undefined;
}

/** The findings as people read them: the line of the file with a caret, the places that belong to it, what mends it. */
export function* pretty(report: Report, look: PrettyStyle): Generator<string> {
  const page = new PrettyPrinter(report, look);
  for (const finding of allIn(report)) yield page.finding(finding);
}

const SEVERITIES: { readonly [S in Severity]: Message } = {
  error: message("error"),
  warning: message("warning"),
  information: message("information"),
  hint: message("hint"),
};

const SAFETIES = {
  sure: message("fix"),
  probable: message("perhaps"),
  placeholder: message("to complete"),
};

/** The width where there is no terminal. */
const USUAL = 120;

/** More related places, and more proposals, than one reads. */
const MOST = 3;

class PrettyPrinter {
  readonly #report: Report;
  readonly #look: PrettyStyle;
  readonly #paint: Paint;

  constructor(report: Report, look: PrettyStyle) {
    this.#report = report;
    this.#look = look;
    this.#paint = paintOf(look.color);
  }

  finding(finding: ReportedFinding): string {
    const { localize } = this.#look;
    const { bold, dim, severity } = this.#paint;
    const title = severity(finding.severity, localize(SEVERITIES[finding.severity]));
    const last = Math.max(...[finding, ...finding.related].map(({ range }) => range.start.line + 1));
    const gutter = Math.max(3, String(last).length);
    const lines = [
      `${bold(where(finding))} ${title} ${dim(finding.rule)}`,
      `  ${shown(finding.message)}`,
      ...this.#source(finding, gutter, "^", (text) => severity(finding.severity, text)),
      ...finding.related.slice(0, MOST).flatMap((one) => this.#related(finding, one, gutter)),
      ...this.#surplus(finding.related.length, gutter),
      ...finding.fixes.slice(0, MOST).map((fix) => this.#fix(fix, gutter)),
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
    const { source, underline } = excerptOf(line, range, (this.#look.columns ?? USUAL) - gutter - 6, mark);
    const [, space = "", marks = ""] = /^(\s*)(.*)$/.exec(underline) ?? [];
    return [
      `  ${dim(`${number} │`)} ${source}`,
      `  ${dim(`${" ".repeat(gutter)} │`)} ${space}${color(marks)}`,
    ];
  }

  #related(
    of: ReportLocation,
    place: ReportLocation & { readonly message: string },
    gutter: number,
  ): readonly string[] {
    const { dim } = this.#paint;
    const text = `${" ".repeat(gutter + 5)}${dim("→")} ${where(place)} ${shown(place.message)}`;
    // A place on the same line was just shown.
    const same = place.file === of.file && place.range.start.line === of.range.start.line;
    return [text, ...(same ? [] : this.#source(place, gutter, "-", dim))];
  }

  #surplus(count: number, gutter: number): readonly string[] {
    return count > MOST
      ? [`${" ".repeat(gutter + 5)}${this.#look.localize(message("… and {0} more", count - MOST))}`]
      : [];
  }

  #fix({ title, safety }: ReportedFinding["fixes"][number], gutter: number): string {
    const { localize } = this.#look;
    const text = localize(message("{0}: {1}", SAFETIES[safety], shown(title)));
    return `${" ".repeat(gutter + 5)}${safety === "sure" ? this.#paint.green(text) : text}`;
  }
}

function where({ file, range }: ReportLocation): string {
  return `${shown(file)}:${range.start.line + 1}:${range.start.character + 1}`;
}
