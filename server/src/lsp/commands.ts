import type { ExecuteCommandParams } from "vscode-languageserver";
import type { WorkspaceEdit } from "vscode-languageserver-types";
import { message } from "../base/message.ts";
import type { TickArgument, TickResult } from "../features/checklist-protocol.ts";
import { Refusal } from "../features/context.ts";
import {
  COMMAND_EXPLAIN,
  COMMAND_SILENCE,
  COMMAND_TICK,
  type SilenceArgument,
} from "../features/protocol.ts";
import { silence } from "../features/silence.ts";
import { type Ticked, ticks } from "../features/tick.ts";
import { rulePageMarkdown } from "../rules/api/page.ts";
import { ruleById } from "../rules/index.ts";
import type { Contexts } from "./contexts.ts";

/**
 * Answers `workspace/executeCommand`; null if there is nothing to do or no such command. `apply` sends an edit to the
 * client and returns the client's answer. Throws a `Refusal` if the client cannot apply edits.
 */
export async function executeCommand(
  { command, arguments: args = [] }: ExecuteCommandParams,
  contexts: Pick<Contexts, "shared" | "of">,
  apply: (edit: WorkspaceEdit) => Promise<unknown>,
): Promise<unknown> {
  const context = contexts.shared();
  if (command === COMMAND_EXPLAIN) {
    const rule = ruleById.get(String(args[0]));
    return rule ? rulePageMarkdown(rule, context.language) : null;
  }
  if (command !== COMMAND_TICK && command !== COMMAND_SILENCE) return null;
  if (!context.client.appliesEdits)
    throw new Refusal(context.localize(message("This editor does not let the server change files.")));
  if (command === COMMAND_TICK) return ticked(ticks(context, args as TickArgument[]), args.length > 1, apply);
  const edit = silenced(args[0], contexts);
  return edit ? apply(edit) : null;
}

/** Of several ticks, those that are refused are named beside the answer of the client. */
async function ticked(
  { edit, refused }: Ticked,
  isSeveral: boolean,
  apply: (edit: WorkspaceEdit) => Promise<unknown>,
): Promise<unknown> {
  const [first] = refused;
  if (first && !isSeveral) throw new Refusal(first.reason);
  const answer = edit ? await apply(edit) : null;
  if (refused.length === 0) return answer;
  return { applied: false, ...(answer ?? {}), refused } satisfies TickResult;
}

function silenced(argument: unknown, contexts: Pick<Contexts, "of">): WorkspaceEdit | null {
  const { uri } = (argument ?? {}) as Partial<SilenceArgument>;
  const context = contexts.of(String(uri));
  return context ? silence(context, argument as SilenceArgument) : null;
}
