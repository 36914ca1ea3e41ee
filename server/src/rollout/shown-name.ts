import { baseName } from "../base/uri.ts";
import { establishmentOf } from "../model/establishment.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { isPrivateName, shownPath } from "../syntax/private-names.ts";
import type { Span } from "../syntax/tree.ts";
import { HIDDEN, isHiddenAt } from "./value-words.ts";

/**
 * A name or a short text as it stands at a place, unless it is private or stands on a line that holds something private:
 * what is made of it is printed, and handed on.
 */
export function shownName(text: string, at: Span, snapshot: Snapshot): string {
  return isPrivateName(text) || isHiddenAt(at, snapshot) ? HIDDEN : text;
}

/** The name of an establishment as it is shown; that of its folder if it says none. */
export function establishmentName(snapshot: Snapshot): string {
  const nom = establishmentOf(snapshot).value.get("etablissement")?.get("nom");
  return nom ? shownName(nom.value, nom.node, snapshot) : shownPath(baseName(snapshot.folder));
}
