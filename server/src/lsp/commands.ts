import type { ExecuteCommandParams } from "vscode-languageserver";
import type { WorkspaceEdit } from "vscode-languageserver-types";
import { message } from "../base/message.ts";
import type { TickArgument, TickResult } from "../features/checklist-protocol.ts";
import { Refusal } from "../features/context.ts";
import { fixEverywhere } from "../features/fleet-findings.ts";
import {
  COMMAND_FIX_EVERYWHERE,
  COMMAND_NEW_YEAR,
  type FixEverywhereArgument,
  type NewYearArgument,
} from "../features/fleet-protocol.ts";
import { newEstablishment } from "../features/new-establishment.ts";
import {
  COMMAND_NEW_ESTABLISHMENT,
  type NewEstablishmentArgument,
} from "../features/new-establishment-protocol.ts";
import { newYear } from "../features/new-year.ts";
import { pageMarkdown } from "../features/pages.ts";
import {
  COMMAND_EXPLAIN,
  COMMAND_SILENCE,
  COMMAND_TICK,
  type SilenceArgument,
} from "../features/protocol.ts";
import { silence } from "../features/silence.ts";
import type { FoundByFile } from "../features/standings.ts";
import { type Ticked, ticks } from "../features/tick.ts";
import type { Workspace } from "../model/workspace.ts";
import type { Contexts } from "./contexts.ts";

/** What commands are answered from. */
interface CommandHost {
  readonly contexts: Pick<Contexts, "shared" | "of">;
  readonly found: (workspace: Workspace) => FoundByFile;
}

/** The commands that change files, but the ticks. The shape of their arguments is looked at before (`own-params.ts`). */
const EDITS: {
  readonly [command: string]: (argument: unknown, host: CommandHost) => WorkspaceEdit | null | undefined;
} = {
  [COMMAND_SILENCE]: silenced,
  [COMMAND_NEW_ESTABLISHMENT]: (argument, { contexts }) =>
    newEstablishment(contexts.shared(), argument as NewEstablishmentArgument),
  [COMMAND_NEW_YEAR]: (argument, { contexts }) => newYear(contexts.shared(), argument as NewYearArgument),
  [COMMAND_FIX_EVERYWHERE](argument, { contexts, found }) {
    const context = contexts.shared();
    return fixEverywhere(context, found(context.workspace), argument as FixEverywhereArgument);
  },
};

/**
 * Answers `workspace/executeCommand`; null if there is nothing to do or no such command. `apply` sends an edit to the
 * client and returns the client's answer. Throws a `Refusal` if the client cannot apply edits.
 */
export async function executeCommand(
  { command, arguments: args = [] }: ExecuteCommandParams,
  host: CommandHost,
  apply: (edit: WorkspaceEdit) => Promise<unknown>,
): Promise<unknown> {
  const context = host.contexts.shared();
  if (command === COMMAND_EXPLAIN) return pageMarkdown(String(args[0]), context.language);
  const editOf = EDITS[command];
  if (command !== COMMAND_TICK && !editOf) return null;
  if (!context.client.appliesEdits)
    throw new Refusal(context.localize(message("This editor does not let the server change files.")));
  if (!editOf) return ticked(ticks(context, args as TickArgument[]), args.length > 1, apply);
  const edit = editOf(args[0], host);
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

function silenced(argument: unknown, { contexts }: CommandHost): WorkspaceEdit | null {
  const wanted = argument as SilenceArgument;
  const context = contexts.of(wanted.uri);
  return context ? silence(context, wanted) : null;
}
