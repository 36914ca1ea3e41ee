import { type Message, type MessageArgument, message } from "../base/message.ts";
import { noSuchValue } from "./arguments.ts";
import type { CommandArguments, CommandOption } from "./command.ts";

/** An output format of a command. `Print` is the type of its function, which is loaded when it is needed. */
export interface OutputFormat<Print> {
  /** Its name as a value of `--format`. */
  readonly name: string;
  /** A word or two of explanation for the help, if the name does not suffice. */
  readonly remark?: MessageArgument;
  readonly load: () => Promise<Print>;
}

/** The formats of a command, in the order of its help. The first is the default. */
export type OutputFormats<Format> = readonly [Format, ...Format[]];

const OPTION = "format";

/** The option `--format` for these formats. `about` makes the text of the help from their list. */
export function formatOption(
  formats: OutputFormats<OutputFormat<unknown>>,
  about: (list: Message) => Message,
): CommandOption {
  const [first, ...others] = formats;
  const list = others.reduce(
    (before: Message, format) => message("{0}, {1}", before, labelOf(format)),
    message("{0} (default)", first.name),
  );
  return { name: OPTION, value: "FORMAT", values: formats.map(({ name }) => name), text: about(list) };
}

function labelOf({ name, remark }: OutputFormat<unknown>): MessageArgument {
  return remark ? message("{0} ({1})", name, remark) : name;
}

/** The format that the arguments ask for. Throws a `UsageError` if it does not exist. */
export function formatIn<Format extends OutputFormat<unknown>>(
  formats: OutputFormats<Format>,
  args: CommandArguments,
): Format {
  const name = args.value(OPTION);
  const format = name === undefined ? formats[0] : formats.find((format) => format.name === name);
  if (format) return format;
  throw noSuchValue(
    name ?? "",
    `--${OPTION}`,
    formats.map((format) => format.name),
  );
}
