import type { Location, ReferenceContext } from "vscode-languageserver-types";
import { occurrenceAt, occurrencesOf, type SymbolOccurrences } from "../model/symbols.ts";
import { nodePathTo } from "../syntax/navigate.ts";
import { type AtPosition, type Context, locationOf } from "./context.ts";

/** All occurrences of a name in the establishments that share it. Null if there is no name at the position. */
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

/** The name at a position, with all its occurrences; `undefined` if there is none. */
export function namedAt(
  { workspace, snapshot, file }: Context,
  { position }: AtPosition,
): SymbolOccurrences | undefined {
  const node = nodePathTo(file, position)?.node;
  const use = node && occurrenceAt(file, node, position);
  return use && occurrencesOf(workspace, snapshot, use);
}
