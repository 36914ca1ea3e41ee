import { localizerFor } from "../../server/src/base/localize.ts";
import type { Language } from "../../server/src/base/message.ts";
import { argumentsOf } from "../../server/src/cli/arguments.ts";
import { commonOptions } from "../../server/src/cli/commands.ts";
import { allCommands } from "../../server/src/cli/help-command.ts";
import { told } from "../../server/src/cli/told.ts";
import { wrapped } from "../../server/src/cli/wrapped.ts";

/** Where a command is run, and what it is printed on. */
interface Terminal {
  readonly folder: string;
  readonly language: Language;
  readonly color: boolean;
  readonly columns: number | undefined;
}

/** A terminal on which no line is broken or shortened. */
const WIDE = 100_000;

/** What a command prints on both streams, run in this process, in English, without colours and line breaks. */
export function printedBy(folder: string, name: string, ...args: readonly string[]): Promise<string> {
  return printedOn({ folder, language: "en", color: false, columns: WIDE }, name, ...args);
}

/** What a command prints on both streams of a terminal, run in this process. */
export async function printedOn(
  { folder, language, color, columns }: Terminal,
  name: string,
  ...args: readonly string[]
): Promise<string> {
  const command = allCommands.find((one) => one.name === name);
  if (!command) throw new Error(`no command ${name}`);
  const parts: string[] = [];
  const localize = localizerFor(language);
  const run = await command.load();
  await run(argumentsOf(args, [...command.options, ...commonOptions], command.maxOperands), {
    cwd: folder,
    language,
    localize,
    color,
    columns,
    out: async (text) => void parts.push(text),
    say: (text) => void parts.push(wrapped(told(localize, text), columns, "").join("\n")),
    stdin: async () => new Uint8Array(),
  });
  return parts.join("\n");
}
