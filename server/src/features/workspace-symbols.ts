import { type SymbolInformation, SymbolKind } from "vscode-languageserver-types";
import { foldName } from "../base/closest.ts";
import { baseName, folderOf } from "../base/uri.ts";
import { declarationsOf } from "../model/symbols.ts";
import { thingTitle } from "../schema/describe.ts";
import { type Context, locationOf } from "./context.ts";

/** More of them nobody reads. */
const MOST = 200;

/** The named things of all files whose name holds the letters that are looked for, in order; accents do not count. */
export function workspaceSymbols(
  context: Pick<Context, "workspace" | "uri" | "localize">,
  { query }: { readonly query: string },
): SymbolInformation[] {
  const wanted = foldName(query);
  const found: SymbolInformation[] = [];
  for (const file of context.workspace.files.values()) {
    for (const use of declarationsOf(file)) {
      if (!holds(foldName(use.name), wanted)) continue;
      const location = locationOf(context, use.at);
      if (!location) continue;
      const title = context.localize(thingTitle(use.kinds[0] ?? ""));
      found.push({
        name: use.name,
        kind: SymbolKind.Object,
        location,
        containerName: `${title}, ${baseName(folderOf(file.uri))}`,
      });
      if (found.length === MOST) return found;
    }
  }
  return found;
}

function holds(name: string, letters: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = name.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
