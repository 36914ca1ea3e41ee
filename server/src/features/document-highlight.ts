import { type DocumentHighlight, DocumentHighlightKind } from "vscode-languageserver-types";
import { rangeOf } from "../syntax/file.ts";
import type { AtPosition, Context } from "./context.ts";
import { namedAt } from "./view.ts";

/** The occurrences of a name in this file: declarations as writes, mentions as reads. Null if there is no name. */
export function documentHighlight(context: Context, params: AtPosition): DocumentHighlight[] | null {
  const found = namedAt(context, params);
  if (!found) return null;
  return found.uses
    .filter(({ at }) => at.block.uri === context.file.uri)
    .map(({ at, declares }) => ({
      range: rangeOf(context.file, at),
      kind: declares ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
    }));
}
