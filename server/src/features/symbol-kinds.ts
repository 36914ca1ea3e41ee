import { SymbolKind } from "vscode-languageserver-types";
import { symbolOf } from "../schema/kind-words.ts";

/** The symbol kind of a kind of named things, or of none in particular, if the client has it; else a field. */
export function symbolKindOf(kind: string, isKnown: (kind: SymbolKind) => boolean): SymbolKind {
  const symbol = SymbolKind[symbolOf(kind) as keyof typeof SymbolKind];
  return isKnown(symbol) ? symbol : SymbolKind.Field;
}
