import { unknownRule } from "../analysis/severities.ts";
import { type Language, message } from "../base/message.ts";
import { keyPageMarkdown } from "../features/key-page/key-page.ts";
import { noLinks } from "../features/key-page/page-links.ts";
import { rulePageMarkdown, severityWords, summaryOf } from "../rules/api/page.ts";
import type { Rule } from "../rules/api/rule.ts";
import { families, ruleById, rules } from "../rules/index.ts";
import { languageKeyAt } from "../schema/language-keys.ts";
import { pathOfPointer } from "../schema/pointer.ts";
import { type Paint, paintOf } from "./check-formats/paint.ts";
import { columnsOf, fitted } from "./columns.ts";
import { type CommandIo, type RunCommand, UsageError } from "./command.ts";
import { wrapped } from "./wrapped.ts";

/** Prints the page of a rule or of a key, or the list of all rules. */
export const explain: RunCommand = async (args, io) => {
  const [name] = args.operands;
  await io.out(name === undefined ? list(io) : shownPage(pageOn(name, io.language), io));
  return 0;
};

/** The page on a rule, by its id, or on a key, by the keys that lead to it with a slash between them. */
function pageOn(name: string, language: Language): string {
  const rule = ruleById.get(name);
  if (rule) return rulePageMarkdown(rule, language);
  const key = languageKeyAt(pathOfPointer(name));
  if (key) return keyPageMarkdown(key, { language, links: noLinks });
  throw new UsageError(name.includes("/") ? message("There is no key “{0}”.", name) : unknownRule(name));
}

/** A page as Markdown; with colours, these replace the markup. Its examples are not wrapped. */
function shownPage(markdown: string, { color, columns }: CommandIo): string {
  const paint = paintOf(color);
  // Every second part is an example, between two fences.
  return markdown
    .split(/^```/m)
    .map((part, at) => {
      if (at % 2 === 1) return color ? example(part, paint) : `\`\`\`${part}\`\`\``;
      const lines = (color ? part.replace(/^\n/, "") : part).split("\n");
      return lines
        .flatMap((line) =>
          wrapped(color ? withColors(line, paint) : line, columns, line.startsWith("- ") ? "  " : ""),
        )
        .join("\n");
    })
    .join("");
}

/** The lines of an example, without its language. */
function example(text: string, { dim }: Paint): string {
  const lines = text.trimEnd().split("\n").slice(1);
  return lines.map((line) => `  ${dim("│")} ${line}\n`).join("");
}

/** A line of Markdown in which colours replace the markup. */
function withColors(line: string, { bold }: Paint): string {
  const heading = /^#+ (.*)$/.exec(line)?.[1];
  return heading === undefined ? marked(line, bold) : bold(heading);
}

function marked(line: string, bold: (text: string) => string): string {
  return line.replace(/\*\*(.+?)\*\*|`(.+?)`|^\*(.+)\*$/g, (_, ...parts: (string | undefined)[]) =>
    bold(parts.slice(0, 3).find((part) => part !== undefined) ?? ""),
  );
}

/** All rules by family, one per line: its id, its severity, the first sentence of its page. */
function list({ color, columns, language, localize }: CommandIo): string {
  const { bold, dim, severity: painted } = paintOf(color);
  const width = Math.max(...rules.map(({ id }) => id.length));
  const words = severityWords(localize);
  const widest = Math.max(...Object.values(words).map((word) => word.length));
  const room = (columns ?? Number.POSITIVE_INFINITY) - width - widest - 4;
  const lineOf = ({ id, severity, docs }: Rule) => {
    const text = summaryOf(docs, language);
    const shown = columnsOf(text) > room ? fitted(text, room) : text;
    return `${bold(id.padEnd(width))}  ${painted(severity, words[severity].padEnd(widest))}  ${shown}`.trimEnd();
  };
  return families
    .map((family) => [dim(localize(family.title)), ...family.rules.map(lineOf)].join("\n"))
    .join("\n\n")
    .concat("\n");
}
