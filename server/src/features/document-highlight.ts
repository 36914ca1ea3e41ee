import { type DocumentHighlight, DocumentHighlightKind } from "vscode-languageserver-types";
import { rangeOf } from "../syntax/file.ts";
import type { AtPosition, Context } from "./context.ts";
import { namedAt } from "./references.ts";

/** The uses of a name in this file; what declares it is told apart. */
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
