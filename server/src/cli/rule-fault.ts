import { message } from "../base/message.ts";
import type { Rule } from "../rules/api/rule.ts";
import type { CommandIo } from "./command.ts";

/** Tells that the code of a rule failed; the others go on. */
export function sayRuleFault({ id }: Rule, error: unknown, io: Pick<CommandIo, "say">): void {
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  io.say(
    message("The rule “{0}” failed and reports nothing; please report it with these lines: {1}", id, reason),
  );
}
