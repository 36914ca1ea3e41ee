import type { Location, ReferenceContext } from "vscode-languageserver-types";
import { type Named, named, useAt } from "../model/names.ts";
import { wayTo } from "../syntax/navigate.ts";
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
export function namedAt({ workspace, snapshot, file }: Context, { position }: AtPosition): Named | undefined {
  const node = wayTo(file, position)?.node;
  const use = node && useAt(file, node, position);
  return use && named(workspace, snapshot, use);
}
