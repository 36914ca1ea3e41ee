import type { SymbolInformation } from "vscode-languageserver-types";
import { foldName } from "../base/closest.ts";
import { baseName, folderOf } from "../base/uri.ts";
import { declarationsOf } from "../model/symbols.ts";
import { thingTitle } from "../schema/describe.ts";
import { isPrivateName, shownPath } from "../syntax/private-names.ts";
import { type Context, locationOf } from "./context.ts";
import { symbolKindOf } from "./symbol-kinds.ts";

/** How many symbols are returned at most. */
const MAX_SYMBOLS = 200;

/**
 * The declarations in all files whose names contain the letters of the query in order, regardless of case and accents.
 */
export function workspaceSymbols(
  context: Pick<Context, "workspace" | "uri" | "localize" | "client">,
  { query }: { readonly query: string },
): SymbolInformation[] {
  const letters = foldName(query);
  const found: SymbolInformation[] = [];
  for (const file of context.workspace.files.values()) {
    for (const use of declarationsOf(file)) {
      if (!isSubsequence(foldName(use.name), letters) || isPrivateName(use.name)) continue;
      const location = locationOf(context, use.at);
      if (!location) continue;
      const title = context.localize(thingTitle(use.kinds[0] ?? ""));
      found.push({
        name: use.name,
        kind: symbolKindOf(use.kinds[0] ?? "", context.client.workspaceSymbolKind),
        location,
        containerName: `${title}, ${shownPath(baseName(folderOf(file.uri)))}`,
      });
      if (found.length === MAX_SYMBOLS) return found;
    }
  }
  return found;
}

function isSubsequence(name: string, letters: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = name.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
