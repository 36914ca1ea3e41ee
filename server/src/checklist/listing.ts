import { type MessageArgument, message } from "../base/message.ts";

/** Lists name this many elements, and count the rest. */
const MAX_NAMED = 3;

/** A list in one sentence: the first elements, and how many more there are. */
export function listOf(texts: readonly MessageArgument[]): MessageArgument {
  const [first = "", ...others] = texts.slice(0, MAX_NAMED);
  const shown = others.reduce<MessageArgument>((list, next) => message("{0}, {1}", list, next), first);
  const more = texts.length - MAX_NAMED;
  return more > 0 ? message("{0} and {1} more", shown, more) : shown;
}
