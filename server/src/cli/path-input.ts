import { type Message, message } from "../base/message.ts";
import type { CommandArguments, CommandIo } from "./command.ts";
import { type CommandInput, inputOf } from "./scope.ts";
import { pathTargetOf } from "./target.ts";

/** The files at the paths of a command; without paths, those of the working folder. */
export async function pathInput(
  { operands }: Pick<CommandArguments, "operands">,
  { cwd }: Pick<CommandIo, "cwd">,
): Promise<CommandInput> {
  const paths = operands.length > 0 ? operands : ["."];
  return inputOf(await Promise.all(paths.map((path) => pathTargetOf(path, cwd))));
}

/** There are files, but no establishment. */
export const NO_ESTABLISHMENT: Message = message(
  "There is no establishment here: its folder would have a file “{0}”.",
  "etablissement.pronote.yaml",
);
