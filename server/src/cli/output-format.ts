import { type Message, type MessageArgument, message } from "../base/message.ts";
import { noSuchValue } from "./arguments.ts";
import type { CommandArguments, CommandOption } from "./command.ts";

/** One way of printing what a command has to say; `Print` is the function that does it, loaded when it is wanted. */
export interface OutputFormat<Print> {
  /** What `--format` calls it. */
  readonly name: string;
  /** What it is, in a word or two, where the name does not say it. */
  readonly remark?: MessageArgument;
  readonly load: () => Promise<Print>;
}

/** The formats of a command, in the order of its help. The first is used where none is asked for. */
export type OutputFormats<Format> = readonly [Format, ...Format[]];

const OPTION = "format";

/** The option `--format` for these formats. `about` says what it does, given their list. */
export function formatOption(
  formats: OutputFormats<OutputFormat<unknown>>,
  about: (list: Message) => Message,
): CommandOption {
  const [first, ...others] = formats;
  const list = others.reduce(
    (before: Message, format) => message("{0}, {1}", before, labelOf(format)),
    message("{0} (default)", first.name),
  );
  return { name: OPTION, value: "FORMAT", among: formats.map(({ name }) => name), text: about(list) };
}

function labelOf({ name, remark }: OutputFormat<unknown>): MessageArgument {
  return remark ? message("{0} ({1})", name, remark) : name;
}

/** The format that is asked for. One that does not exist is wrong usage. */
export function formatIn<Format extends OutputFormat<unknown>>(
  formats: OutputFormats<Format>,
  args: CommandArguments,
): Format {
  const name = args.value(OPTION);
  const format = name === undefined ? formats[0] : formats.find((one) => one.name === name);
  if (format) return format;
  throw noSuchValue(
    name ?? "",
    `--${OPTION}`,
    formats.map((one) => one.name),
  );
}
