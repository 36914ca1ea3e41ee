import { type Localize, type Message, message } from "../base/message.ts";
import type { CliCommand, CommandOption } from "./command.ts";
import { commonOptions } from "./commands.ts";
import { wrapped } from "./wrapped.ts";

/** How the help is printed. */
export interface HelpStyle {
  readonly localize: Localize;
  /** The width of the terminal, if it is printed on one. */
  readonly columns: number | undefined;
}

/** The help of a command; without one, the list of all `commands`. */
export function help(style: HelpStyle, commands: readonly CliCommand[], command?: CliCommand): string {
  const parts = command ? aboutCommand(style, command) : aboutAll(style, commands);
  return `${parts.join("\n\n")}\n`;
}

function aboutCommand(
  style: HelpStyle,
  { name, operands, options, text, exitCodes }: CliCommand,
): readonly string[] {
  const { localize } = style;
  const usage = ["rentree", name, operands, localize(message("[options]"))].filter(Boolean).join(" ");
  return [
    paragraph(style, `${localize(text)}.`),
    paragraph(style, `${localize(message("Usage:"))} ${usage}`),
    ...(options.length > 0 ? [`${localize(message("Options:"))}\n${optionTable(style, options)}`] : []),
    `${localize(message("Common options:"))}\n${optionTable(style, commonOptions)}`,
    paragraph(style, localize(exitCodes ?? EXIT_CODES)),
  ];
}

function aboutAll(style: HelpStyle, commands: readonly CliCommand[]): readonly string[] {
  const { localize } = style;
  const rows = commands.map(
    ({ name, operands, text }) => [`rentree ${name} ${operands}`.trim(), localize(text)] as const,
  );
  return [
    paragraph(style, localize(message("Checks configurations of PRONOTE (*.pronote.yaml)."))),
    `${localize(message("Commands:"))}\n${table(style, rows)}`,
    `${localize(message("Common options:"))}\n${optionTable(style, commonOptions)}`,
    paragraph(style, localize(message("More on one of them: rentree <command> --help"))),
  ];
}

const EXIT_CODES: Message = message(
  "Exit codes: 0 no error found, 1 findings, 2 wrong usage, nothing to check, or input that cannot be read, 3 a fault of rentree's own.",
);

function paragraph({ columns }: HelpStyle, text: string): string {
  return wrapped(text, columns, "").join("\n");
}

function optionTable(style: HelpStyle, options: readonly CommandOption[]): string {
  return table(
    style,
    options.map(({ name, short, value, text }) => [
      `${short ? `-${short}, ` : ""}--${name}${value ? ` ${value}` : ""}`,
      style.localize(text),
    ]),
  );
}

/** A table of two columns; the second is wrapped. Where it would be the narrower one, it stands below the first. */
function table({ columns }: HelpStyle, rows: readonly (readonly [string, string])[]): string {
  const left = Math.max(0, ...rows.map(([name]) => name.length)) + 4;
  const isNarrow = columns !== undefined && left * 2 > columns;
  return rows
    .flatMap(([name, text]) =>
      isNarrow
        ? [`  ${name}`, ...wrapped(`      ${text}`, columns, "      ")]
        : wrapped(`  ${name.padEnd(left - 2)}${text}`, columns, " ".repeat(left)),
    )
    .join("\n");
}
