import { message } from "../base/message.ts";
import type { CommandArguments, CommandIo, ExitCode } from "./command.ts";
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

/**
 * Tells that there is no establishment, which makes the exit code 2: nothing is told of any. Paths without a configuration
 * were told already.
 */
export function reportNone(
  establishments: readonly unknown[],
  emptyCode: ExitCode,
  { say }: Pick<CommandIo, "say">,
): ExitCode {
  if (establishments.length > 0 || emptyCode > 0) return emptyCode;
  say(
    message(
      "There is no establishment here: its folder would have a file “{0}”.",
      "etablissement.pronote.yaml",
    ),
  );
  return 2;
}
