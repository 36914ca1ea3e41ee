import { message } from "../base/message.ts";
import { type RunCommand, UsageError } from "./command.ts";

/** Runs the language server until the editor ends it. */
export const lsp: RunCommand = async (args) => {
  if (!args.has("stdio"))
    throw new UsageError(message("Say how to speak with the editor: {0}", "rentree lsp --stdio"));
  // Finds `--stdio` in the arguments of the process by itself.
  await import("../lsp/node.ts");
  return 0;
};
