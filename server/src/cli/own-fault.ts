import { faultText } from "../base/fault-text.ts";
import { type Message, message } from "../base/message.ts";
import type { CommandIo } from "./command.ts";

/** Tells that a part of our own code failed; the others go on. */
export function sayFault(part: Message, error: unknown, io: Pick<CommandIo, "say">): void {
  io.say(
    message("{0} failed and reports nothing; please report it with these lines: {1}", part, faultText(error)),
  );
}
