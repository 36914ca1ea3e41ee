import { closest } from "../base/closest.ts";
import { message } from "../base/message.ts";
import { type CliCommand, UsageError } from "./command.ts";
import { commands } from "./commands.ts";
import { help } from "./help.ts";

const helpCommand: CliCommand = {
  name: "help",
  operands: "[command]",
  maxOperands: 1,
  text: message("Show the commands, or how one of them is used"),
  options: [],
  load:
    async () =>
    async ({ operands: [name] }, io) => {
      await io.out(help(io, allCommands, name === undefined ? undefined : commandNamed(name)));
      return 0;
    },
};

/** Every command, with the one that explains the others. */
export const allCommands: readonly CliCommand[] = [...commands, helpCommand];

/** The command with a name. Throws a `UsageError` if there is none. */
export function commandNamed(name: string): CliCommand {
  const command = allCommands.find((one) => one.name === name);
  if (command) return command;
  const names = allCommands.map((one) => one.name);
  const [nearest] = closest(name, names);
  throw new UsageError(
    nearest === undefined
      ? message("There is no command “{0}”: {1}.", name, names.join(", "))
      : message("There is no command “{0}”. Did you mean “{1}”?", name, nearest),
  );
}
