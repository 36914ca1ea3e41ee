import type { Location, ReferenceContext } from "vscode-languageserver-types";
import { occurrenceAt, occurrencesOf, type SymbolOccurrences } from "../model/symbols.ts";
import { nodePathTo } from "../syntax/navigate.ts";
import { type AtPosition, type Context, locationOf } from "./context.ts";

/** Everywhere a name stands, in all files of the establishments that share it. */
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

/** The name at a place, with all its uses. */
export function namedAt(
  { workspace, snapshot, file }: Context,
  { position }: AtPosition,
): SymbolOccurrences | undefined {
  const node = nodePathTo(file, position)?.node;
  const use = node && occurrenceAt(file, node, position);
  return use && occurrencesOf(workspace, snapshot, use);
}
