import { type Localize, message } from "../base/message.ts";
import type { CliCommand, CommandOption } from "./command.ts";
import { commonOptions } from "./commands.ts";
import { wrapped } from "./wrapped.ts";

/** The help of a command; without one, the list of all `commands`. */
export function help(localize: Localize, commands: readonly CliCommand[], command?: CliCommand): string {
  if (command) {
    const usage = ["rentree", command.name, command.operands, localize(message("[options]"))]
      .filter(Boolean)
      .join(" ");
    const own = optionTable(localize, command.options);
    return [
      `${localize(command.text)}.`,
      `${localize(message("Usage:"))} ${usage}`,
      ...(own ? [`${localize(message("Options:"))}\n${own}`] : []),
      `${localize(message("Common options:"))}\n${optionTable(localize, commonOptions)}`,
      localize(command.exitCodes ?? EXIT_CODES),
    ]
      .join("\n\n")
      .concat("\n");
  }
  const list = table(
    commands.map(({ name, operands, text }) => [`rentree ${name} ${operands}`.trim(), localize(text)]),
  );
  return [
    localize(message("Checks configurations of PRONOTE (*.pronote.yaml).")),
    `${localize(message("Commands:"))}\n${list}`,
    `${localize(message("Common options:"))}\n${optionTable(localize, commonOptions)}`,
    localize(message("More on one of them: rentree <command> --help")),
  ]
    .join("\n\n")
    .concat("\n");
}

const EXIT_CODES = message(
  "Exit codes: 0 no error found, 1 findings, 2 wrong usage, nothing to check, or input that cannot be read, 3 a fault of rentree's own.",
);

function optionTable(localize: Localize, options: readonly CommandOption[]): string {
  return table(
    options.map(({ name, short, value, text }) => [
      `${short ? `-${short}, ` : ""}--${name}${value ? ` ${value}` : ""}`,
      localize(text),
    ]),
  );
}

const WIDTH = 100;

/** A table of two columns; the second is wrapped. */
function table(rows: readonly (readonly [string, string])[]): string {
  const left = Math.max(0, ...rows.map(([name]) => name.length)) + 4;
  return rows
    .map(
      ([name, text]) =>
        `  ${name.padEnd(left - 2)}${wrapped(text, WIDTH - left).join(`\n${" ".repeat(left)}`)}`,
    )
    .join("\n");
}
