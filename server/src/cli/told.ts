import { withoutPrivateNames } from "../analysis/conceal.ts";
import type { Localize, Message } from "../base/message.ts";
import { shown } from "../base/shown-text.ts";

/** A message as the command line prints it: without private names, arguments and paths, and safe for a terminal. */
export function told(localize: Localize, message: Message): string {
  return shown(localize(withoutPrivateNames(message)));
}
