import type { Location, ReferenceContext } from "vscode-languageserver-types";
import { type AtPosition, type Context, locationOf } from "./context.ts";
import { namedAt } from "./view.ts";

/**
 * All occurrences of a name in the establishment and its bases; from a base, also in all heirs that share it. Null if
 * there is no name at the position.
 */
export function references(
  context: Context,
  { position, context: { includeDeclaration } }: AtPosition & { readonly context: ReferenceContext },
): Location[] | null {
  const found = namedAt(context, { position });
  if (!found) return null;
  return found.uses
    .filter(({ declares }) => includeDeclaration || !declares)
    .flatMap(({ at }) => locationOf(context, at) ?? []);
}
