import { commands, Uri } from "vscode";
import type { ShownReferences } from "../../../server/src/features/protocol.ts";
import type { Command } from "./command.ts";

/** Lists places beside the one that they are about, as *Peek References* does. */
export const showReferences: Command = ({ client }, argument) => {
  const { uri, position, locations } = argument as ShownReferences;
  if (locations.length === 0) return;
  const { protocol2CodeConverter: convert } = client;
  void commands.executeCommand(
    "editor.action.showReferences",
    Uri.parse(uri),
    convert.asPosition(position),
    locations.map((one) => convert.asLocation(one)),
  );
};
