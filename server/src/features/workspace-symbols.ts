import { type SymbolInformation, SymbolKind } from "vscode-languageserver-types";
import { folded } from "../base/closest.ts";
import { baseName, folderOf } from "../base/uri.ts";
import { declarationsOf } from "../model/names.ts";
import { thingTitle } from "../schema/describe.ts";
import { type Context, locationOf } from "./context.ts";

/** More of them nobody reads. */
const MOST = 200;

/** The named things of all files whose name holds the letters that are looked for, in order; accents do not count. */
export function workspaceSymbols(
  context: Pick<Context, "workspace" | "uri" | "words">,
  { query }: { readonly query: string },
): SymbolInformation[] {
  const wanted = folded(query);
  const found: SymbolInformation[] = [];
  for (const file of context.workspace.files.values()) {
    for (const use of declarationsOf(file)) {
      if (!holds(folded(use.name), wanted)) continue;
      const location = locationOf(context, use.at);
      if (!location) continue;
      const title = context.words(thingTitle(use.kinds[0] ?? ""));
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
