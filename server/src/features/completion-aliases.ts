import { anchorsAbove } from "../syntax/file.ts";
import type { InsertionContext } from "../syntax/insertion-context.ts";
import type { Position } from "../syntax/positions.ts";
import { type CompletionOffer, NAME } from "./completion-item.ts";
import type { Context } from "./context.ts";

/**
 * The aliases that may stand at a position: of the texts above it that are anchored; for a merge key (`<<`), of the maps
 * among them.
 */
export function aliasOffers(
  { file }: Pick<Context, "file">,
  { path }: InsertionContext,
  position: Position,
): readonly CompletionOffer[] {
  const isMerge = path.at(-1) === MERGE;
  const names = anchorsAbove(file, position)
    .filter(({ kind }) => !isMerge || kind === "map")
    .map(({ anchor }) => anchor);
  return [...new Set(names)].map((name) => ({ label: `*${name}`, kind: NAME, snippet: `*${name}`, rank: 1 }));
}

/** The key whose value is an alias of a map that is taken over. */
export const MERGE = "<<";
