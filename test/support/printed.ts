import { localizerFor } from "../../server/src/base/localize.ts";
import { argumentsOf } from "../../server/src/cli/arguments.ts";
import { commands, commonOptions } from "../../server/src/cli/commands.ts";
import { told } from "../../server/src/cli/told.ts";

/** What a command prints on both streams, run in this process, in English and without colours. */
export async function printedBy(folder: string, name: string, ...args: readonly string[]): Promise<string> {
  const command = commands.find((one) => one.name === name);
  if (!command) throw new Error(`no command ${name}`);
  const parts: string[] = [];
  const localize = localizerFor("en");
  const run = await command.load();
  await run(argumentsOf(args, [...command.options, ...commonOptions], command.maxOperands), {
    cwd: folder,
    language: "en",
    localize,
    color: false,
    columns: 200,
    out: async (text) => void parts.push(text),
    say: (text) => void parts.push(told(localize, text)),
    stdin: async () => new Uint8Array(),
  });
  return parts.join("\n");
}
