import { type DocumentSymbol, type SymbolInformation, SymbolKind } from "vscode-languageserver-types";
import { isOnPrivateLine } from "../analysis/conceal.ts";
import { memo } from "../base/memo.ts";
import { message } from "../base/message.ts";
import { rootSchema, type Schema, schemaOfKey } from "../schema/schema.ts";
import { rangeOf } from "../syntax/file.ts";
import { isPrivateName } from "../syntax/private-names.ts";
import type { MapNode, Node, Pair } from "../syntax/tree.ts";
import type { Context } from "./context.ts";
import { kindDeclaredBy } from "./hierarchy/subject.ts";
import { symbolKindOf } from "./symbol-kinds.ts";

/** How many levels the outline has. More would repeat the whole text. */
const MAX_DEPTH = 4;

/** The outline of a file: sections with PRONOTE's names for them, and named things with a summary. */
export function documentSymbols(context: Context): DocumentSymbol[] | SymbolInformation[] {
  const symbols = symbolsOf(context, context.file.root.pairs, rootSchema, 1);
  return context.client.symbolTree ? symbols : flattened(context, symbols, undefined);
}

function symbolsOf(
  context: Context,
  pairs: readonly Pair[],
  schema: Schema,
  depth: number,
): DocumentSymbol[] {
  return pairs.flatMap((pair) => {
    const below = schemaOfKey(schema, pair.key.text.normalize("NFC"));
    const named = kindDeclaredBy(schema, pair.key.text);
    // Below the second level, only named things and the keys that lead to them.
    if (depth > 2 && named === undefined && !below?.declares) return [];
    const range = rangeOf(context.file, pair);
    const children =
      pair.value.kind === "map" && below && depth < MAX_DEPTH
        ? symbolsOf(context, pair.value.pairs, below, depth + 1)
        : [];
    const detail = detailFor(context, pair, named, below);
    return [
      {
        name: shownName(pair),
        ...(detail ? { detail } : undefined),
        kind: kindOf(context, depth, named, pair.value),
        range,
        selectionRange: rangeOf(context.file, pair.key),
        ...(children.length > 0 ? { children } : undefined),
      },
    ];
  });
}

/** Of a named thing a summary, of another entry PRONOTE's name for it. */
function detailFor(
  context: Context,
  pair: Pair,
  named: string | undefined,
  schema: Schema | undefined,
): string {
  if (named !== undefined) return shownDetail(context, pair);
  return schema?.title ? context.localize(schema.title) : "";
}

/** The symbol kind of an entry: of a named thing, that of its kind. */
function kindOf({ client }: Context, depth: number, kind: string | undefined, value: Node): SymbolKind {
  if (depth === 1) return SymbolKind.Module;
  if (kind !== undefined) return symbolKindOf(kind, client.documentSymbolKind);
  return value.kind === "map" ? SymbolKind.Namespace : SymbolKind.Property;
}

function shownName({ key }: Pair): string {
  return isPrivateName(key.text) ? "…" : key.text.trim() || "…";
}

function shownDetail(context: Context, pair: Pair): string {
  return isOnPrivateLine(pair, context.file) ? "" : detailOf(context, pair.value);
}

/** A summary of a named thing: person, function, full name, level, number of services. */
function detailOf({ localize }: Context, value: Node): string {
  if (value.kind !== "map") return value.kind === "scalar" ? value.text.slice(0, 60) : "";
  const { words, services, isPrivate } = summaryOf(value);
  if (isPrivate) return "…";
  const counted = services === 1 ? message("1 service") : message("{0} services", services);
  return [...words, ...(services > 0 ? [localize(counted)] : [])].join(", ");
}

/** What the outline tells of a thing, in no language yet. */
interface Summary {
  readonly words: readonly string[];
  readonly services: number;
  readonly isPrivate: boolean;
}

/** Kept for things that did not change. */
const summaryOf = memo(({ pairs }: MapNode): Summary => {
  const valueAt = (key: string) => pairs.find((pair) => pair.key.text === key)?.value;
  const text = (key: string) => {
    const node = valueAt(key);
    return node?.kind === "scalar" ? [node.text] : [];
  };
  const name = [...text("prenom"), ...text("nom")].join(" ");
  const words = [...(name ? [name] : []), ...text("fonction"), ...text("libelle"), ...text("niveau")];
  const services = valueAt("services");
  return {
    words,
    services: services?.kind === "map" ? services.pairs.length : 0,
    isPrivate: isPrivateName(words.join(", ")),
  };
});

function flattened(
  { uri, file }: Context,
  symbols: readonly DocumentSymbol[],
  containerName: string | undefined,
): SymbolInformation[] {
  return symbols.flatMap(({ name, kind, range, children = [] }) => [
    {
      name,
      kind,
      location: { uri: uri(file.uri), range },
      ...(containerName ? { containerName } : undefined),
    },
    ...flattened({ uri, file } as Context, children, name),
  ]);
}
