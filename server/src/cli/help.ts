import { type Message, say, type Words } from "../base/say.ts";
import type { Command, Option } from "./command.ts";
import { commands, common } from "./commands.ts";

type Wording = (message: Message | Words) => string;

/** The help of the whole, or of one command. */
export function help(words: Wording, command?: Command): string {
  if (command) {
    const usage = ["rentree", command.name, command.operands, words(say("[options]"))]
      .filter(Boolean)
      .join(" ");
    const own = optionTable(words, command.options);
    return [
      `${words(command.text)}.`,
      `${words(say("Usage:"))} ${usage}`,
      ...(own ? [`${words(say("Options:"))}\n${own}`] : []),
      `${words(say("Common options:"))}\n${optionTable(words, common)}`,
      words(EXIT_CODES),
    ]
      .join("\n\n")
      .concat("\n");
  }
  const list = table(
    commands.map(({ name, operands, text }) => [`rentree ${name} ${operands}`.trim(), words(text)]),
  );
  return [
    words(say("Checks configurations of PRONOTE (*.pronote.yaml).")),
    `${words(say("Commands:"))}\n${list}`,
    `${words(say("Common options:"))}\n${optionTable(words, common)}`,
    words(say("More on one of them: rentree <command> --help")),
  ]
    .join("\n\n")
    .concat("\n");
}

const EXIT_CODES = say(
  "Exit codes: 0 no error found, 1 findings, 2 wrong usage or input that cannot be read, 3 a fault of rentree's own.",
);

function optionTable(words: Wording, options: readonly Option[]): string {
  return table(
    options.map(({ name, short, value, text }) => [
      `${short ? `-${short}, ` : ""}--${name}${value ? ` ${value}` : ""}`,
      words(text),
    ]),
  );
}

const WIDTH = 100;

/** Two columns, the second wrapped. */
function table(rows: readonly (readonly [string, string])[]): string {
  const left = Math.max(0, ...rows.map(([name]) => name.length)) + 4;
  return rows
    .map(
      ([name, text]) =>
        `  ${name.padEnd(left - 2)}${wrapped(text, WIDTH - left).join(`\n${" ".repeat(left)}`)}`,
    )
    .join("\n");
}

function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
