import type { CodeAction, Position } from "vscode-languageserver-types";
import { message } from "../base/message.ts";
import { isTickable } from "../checklist/state.ts";
import { folderNamed } from "./checklist.ts";
import type { TickArgument } from "./checklist-protocol.ts";
import { CLIENT_TICK } from "./client-commands.ts";
import type { Context } from "./context.ts";
import { TICK_ACTION } from "./offered.ts";
import { COMMAND_TICK } from "./protocol.ts";
import { stepsCovering } from "./steps-at.ts";

/** More steps than these are not offered for one value. */
const MAX_STEPS = 3;

/**
 * For the value at a position, the ticks of the steps that cover it and may be ticked: “entered in PRONOTE”. None for a
 * client that does not apply edits. A client that knows who ticks is asked to tick.
 */
export function tickActions(context: Context, position: Position): readonly CodeAction[] {
  const { client, snapshot, uri, localize } = context;
  if (!client.appliesEdits) return [];
  const command = client.commands.has(CLIENT_TICK) ? CLIENT_TICK : COMMAND_TICK;
  return stepsCovering(context, position)
    .filter(({ state }) => isTickable(state))
    .slice(0, MAX_STEPS)
    .map(({ item }) => {
      const title = localize(message("Tick “{0}”: entered in PRONOTE", item.title));
      const argument: TickArgument = {
        establishment: folderNamed(snapshot, uri),
        slug: item.slug,
        action: "fait",
      };
      return { title, kind: TICK_ACTION, command: { title, command, arguments: [argument] } };
    });
}
