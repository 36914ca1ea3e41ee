import { type Message, say, type Words } from "../../base/say.ts";
import type { Severity } from "../../rules/api/rule.ts";
import { excerpt } from "./excerpt.ts";
import { shown } from "./mask.ts";
import { type Paint, paintOf } from "./paint.ts";
import { allIn, type Place, type Report, type Reported } from "./report.ts";

interface Look {
  readonly words: (message: Message | Words) => string;
  readonly color: boolean;
  readonly columns: number | undefined;
}

/** The findings as people read them: the line of the file with a caret, the places that belong to it, what mends it. */
export function* pretty(report: Report, look: Look): Generator<string> {
  const page = new Page(report, look);
  for (const finding of allIn(report)) yield page.finding(finding);
}

const SEVERITIES: { readonly [S in Severity]: Message } = {
  error: say("error"),
  warning: say("warning"),
  information: say("information"),
  hint: say("hint"),
};

const SAFETIES = {
  sure: say("fix"),
  probable: say("perhaps"),
  placeholder: say("to complete"),
};

/** The width where there is no terminal. */
const USUAL = 120;

/** More related places, and more proposals, than one reads. */
const MOST = 3;

class Page {
  readonly #report: Report;
  readonly #look: Look;
  readonly #paint: Paint;

  constructor(report: Report, look: Look) {
    this.#report = report;
    this.#look = look;
    this.#paint = paintOf(look.color);
  }

  finding(finding: Reported): string {
    const { words } = this.#look;
    const { bold, dim, severity } = this.#paint;
    const title = severity(finding.severity, words(SEVERITIES[finding.severity]));
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
    { file, range }: Place,
    gutter: number,
    mark: string,
    color: (text: string) => string,
  ): readonly string[] {
    const line = this.#report.line(file, range.start.line);
    if (line === undefined || line.trim() === "") return [];
    const { dim } = this.#paint;
    const number = String(range.start.line + 1).padStart(gutter);
    const { source, underline } = excerpt(line, range, (this.#look.columns ?? USUAL) - gutter - 6, mark);
    const [, space = "", marks = ""] = /^(\s*)(.*)$/.exec(underline) ?? [];
    return [
      `  ${dim(`${number} │`)} ${source}`,
      `  ${dim(`${" ".repeat(gutter)} │`)} ${space}${color(marks)}`,
    ];
  }

  #related(of: Place, place: Place & { readonly message: string }, gutter: number): readonly string[] {
    const { dim } = this.#paint;
    const text = `${" ".repeat(gutter + 5)}${dim("→")} ${where(place)} ${shown(place.message)}`;
    // A place on the same line was just shown.
    const same = place.file === of.file && place.range.start.line === of.range.start.line;
    return [text, ...(same ? [] : this.#source(place, gutter, "-", dim))];
  }

  #surplus(count: number, gutter: number): readonly string[] {
    return count > MOST
      ? [`${" ".repeat(gutter + 5)}${this.#look.words(say("… and {0} more", count - MOST))}`]
      : [];
  }

  #fix({ title, safety }: Reported["fixes"][number], gutter: number): string {
    const { words } = this.#look;
    const text = words(say("{0}: {1}", SAFETIES[safety], shown(title)));
    return `${" ".repeat(gutter + 5)}${safety === "sure" ? this.#paint.green(text) : text}`;
  }
}

function where({ file, range }: Place): string {
  return `${shown(file)}:${range.start.line + 1}:${range.start.character + 1}`;
}
