import type { Snapshot } from "../model/snapshot.ts";
import { isPrivateName } from "../syntax/private-names.ts";
import type { Span } from "../syntax/tree.ts";
import { HIDDEN, isHiddenAt } from "./value-words.ts";

/**
 * A name or a short text as it stands at a place, unless it is private or stands on a line that holds something private:
 * what is made of it is printed, and handed on.
 */
export function shownName(text: string, at: Span, snapshot: Snapshot): string {
  return isPrivateName(text) || isHiddenAt(at, snapshot) ? HIDDEN : text;
}
