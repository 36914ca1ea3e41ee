import type { ExecuteCommandParams } from "vscode-languageserver";
import type { WorkspaceEdit } from "vscode-languageserver-types";
import { message } from "../base/message.ts";
import { Refusal, type SharedContext } from "../features/context.ts";
import { COMMAND_EXPLAIN, COMMAND_TICK, type TickArgument } from "../features/protocol.ts";
import { tick } from "../features/tick.ts";
import { rulePageMarkdown } from "../rules/api/page.ts";
import { ruleById } from "../rules/index.ts";

/**
 * Answers `workspace/executeCommand`; null if there is nothing to do or no such command. `apply` sends an edit to the
 * client and returns the client's answer. Throws a `Refusal` if the client cannot apply edits.
 */
export async function executeCommand(
  { command, arguments: args = [] }: ExecuteCommandParams,
  context: SharedContext,
  apply: (edit: WorkspaceEdit) => Promise<unknown>,
): Promise<unknown> {
  if (command === COMMAND_EXPLAIN) {
    const rule = ruleById.get(String(args[0]));
    return rule ? rulePageMarkdown(rule, context.language) : null;
  }
  if (command !== COMMAND_TICK) return null;
  if (!context.client.appliesEdits)
    throw new Refusal(context.localize(message("This editor does not let the server change files.")));
  const edit = tick(context, args[0] as TickArgument);
  return edit ? apply(edit) : null;
}
