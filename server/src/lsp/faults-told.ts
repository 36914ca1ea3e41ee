import type { MessageType } from "vscode-languageserver";
import { localizerFor } from "../base/localize.ts";
import { type Language, type Message, message } from "../base/message.ts";
import { CLIENT_REPORT } from "../features/client-commands.ts";
import type { ClientSupport } from "../features/client-support.ts";
import { type Faults, faultsIn } from "./faults.ts";
import type { Session } from "./handshake.ts";

// The number of the protocol: its library is not part of the engine.
const WARNING: typeof MessageType.Warning = 2;

/** Faults in a session that also shows the user, once for each part of our own code, that it failed. */
export function faultsTold(
  { connection, log }: Pick<Session, "connection" | "log">,
  client: ClientSupport,
  language: () => Language,
): Faults {
  const show = async (text: string) => {
    try {
      await connection.sendNotification("window/showMessage", { type: WARNING, message: text });
    } catch {
      // The connection is closed: nobody reads a message.
    }
  };
  return faultsIn(log, {
    name: localizerFor("en"),
    show: (part) => void show(localizerFor(language())(failed(part, client))),
  });
}

/** What the user is told of a part that failed, and where to go on from there. */
function failed(part: Message, { commands }: ClientSupport): Message {
  return commands.has(CLIENT_REPORT)
    ? message("{0} failed; the rest goes on. The command “Report a Problem” gathers the details.", part)
    : message("{0} failed; the rest goes on. The log has the details.", part);
}
