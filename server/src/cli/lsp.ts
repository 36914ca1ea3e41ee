import { message } from "../base/message.ts";
import { type RunCommand, UsageError } from "./command.ts";

/** Starts the language server, which runs until the editor ends it. */
export const lsp: RunCommand = async (args) => {
  if (!args.has("stdio"))
    throw new UsageError(message("Say how to speak with the editor: {0}", "rentree lsp --stdio"));
  // The connection reads `--stdio` from the arguments of the process.
  await import("../lsp/node.ts");
  return 0;
};
