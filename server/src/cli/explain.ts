import { unknownRule } from "../analysis/severities.ts";
import { rulePageMarkdown, severityWords, summaryOf } from "../rules/api/page.ts";
import type { Rule } from "../rules/api/rule.ts";
import { families, ruleById, rules } from "../rules/index.ts";
import { type Paint, paintOf } from "./check-formats/paint.ts";
import { columnsOf, fitted } from "./columns.ts";
import { type CommandIo, type RunCommand, UsageError } from "./command.ts";
import { wrapped } from "./wrapped.ts";

/** Prints the page of a rule, or the list of all rules. */
export const explain: RunCommand = async (args, io) => {
  const [id] = args.operands;
  const rule = id === undefined ? undefined : ruleById.get(id);
  if (id !== undefined && !rule) throw new UsageError(unknownRule(id));
  await io.out(rule ? page(rule, io) : list(io));
  return 0;
};

/** The page of a rule as Markdown; with colours, these replace the markup. Its examples are not wrapped. */
function page(rule: Rule, { language, color, columns }: CommandIo): string {
  const paint = paintOf(color);
  // Every second part is an example, between two fences.
  return rulePageMarkdown(rule, language)
    .split(/^```/m)
    .map((part, at) => {
      if (at % 2 === 1) return color ? example(part, paint) : `\`\`\`${part}\`\`\``;
      const lines = (color ? part.replace(/^\n/, "") : part).split("\n");
      return lines.flatMap((line) => wrapped(color ? withColors(line, paint) : line, columns, "")).join("\n");
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
