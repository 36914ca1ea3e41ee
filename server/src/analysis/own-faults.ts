import { type Message, message } from "../base/message.ts";
import type { Rule } from "../rules/api/rule.ts";

/** Is told that a part of the program, by its name, threw an error; the other parts go on. */
export type OnFault = (part: Message, error: unknown) => void;

/** Throws the error on: for tests, in which no part may fail. */
export const throwOn: OnFault = (_, error) => {
  throw error;
};

/** Tells each part once, however often it fails: its code runs for every entry, and again after each edit. */
export function oncePerPart(tell: OnFault): OnFault {
  const told = new Set<string>();
  return (part, error) => {
    const key = JSON.stringify(part);
    if (told.has(key)) return;
    told.add(key);
    tell(part, error);
  };
}

/** Calls the code of a part. If it throws, that is told, and the result is `otherwise`. */
export function guarded<T>(part: () => Message, onFault: OnFault, call: () => T, otherwise: T): T {
  try {
    return call();
  } catch (error) {
    onFault(part(), error);
    return otherwise;
  }
}

/** The name of a rule as a part of the program. */
export function ruleNamed({ id }: Rule): Message {
  return message("The rule “{0}”", id);
}
