import { say } from "../base/say.ts";
import { type Run, UsageError } from "./command.ts";

/** Runs the language server until the editor ends it. */
export const lsp: Run = async (args) => {
  if (!args.has("stdio"))
    throw new UsageError(say("Say how to speak with the editor: {0}", "rentree lsp --stdio"));
  // Finds `--stdio` in the arguments of the process by itself.
  await import("../lsp/node.ts");
  return 0;
};
