import { isPrivateName } from "../syntax/private-names.ts";

/** A name or a short text, unless it holds personal data or a secret: what is made of it is printed, and handed on. */
export function shownName(text: string): string {
  return isPrivateName(text) ? "…" : text;
}
