import type { Location } from "vscode-languageserver-types";
import { resolveRelative } from "../base/uri.ts";
import { baseReferencesIn } from "../model/layout.ts";
import { originsOf } from "../model/origins.ts";
import { occurrenceAt, occurrencesOf } from "../model/symbols.ts";
import { namesOf, schemaPathAt } from "../schema/locate.ts";
import { resolveAlias } from "../syntax/file.ts";
import { nodePathTo } from "../syntax/navigate.ts";
import type { Node, Span } from "../syntax/tree.ts";
import { type AtPosition, type Context, locationOf } from "./context.ts";

/** Where what stands at a place comes from: a name's declaration, an alias' anchor, a base file, the text under a value. */
export function definition(context: Context, params: AtPosition): Location[] | null {
  const node = nodePathTo(context.file, params.position)?.node;
  if (!node) return null;
  const base = fileAt(context, node);
  if (base) return [base];
  const places = [
    ...anchorOf(context, node),
    ...declarationsOf(context, node),
    ...originsAt(context, params),
  ];
  const [first] = places;
  return first ? first.flatMap((at) => locationOf(context, at) ?? []) : null;
}

/** The file that an `herite-de` names, if it is there. */
function fileAt({ file, workspace, uri }: Context, node: Node): Location | undefined {
  const leaf = baseReferencesIn(file).find((one) => one.node === node);
  const base = leaf && workspace.files.get(resolveRelative(file.uri, leaf.value) ?? "");
  const start = { line: 0, character: 0 };
  return base && base.unreadable !== "missing"
    ? { uri: uri(base.uri), range: { start, end: start } }
    : undefined;
}

function anchorOf({ file }: Context, node: Node): readonly (readonly Span[])[] {
  const target = node.kind === "alias" ? resolveAlias(file, node) : undefined;
  return target ? [[target]] : [];
}

/** Where a name is declared: its own files first. On a declaration, itself, so that editors show who mentions it. */
function declarationsOf({ workspace, snapshot, file }: Context, node: Node): readonly (readonly Span[])[] {
  const use = occurrenceAt(file, node);
  if (!use) return [];
  const declared = occurrencesOf(workspace, snapshot, use).uses.filter(({ declares }) => declares);
  return declared.length > 0 ? [declared.map(({ at }) => at)] : [];
}

/** What a value lies over, or (of a key without its own) where it is written. */
function originsAt({ file, snapshot }: Context, { position }: AtPosition): readonly (readonly Span[])[] {
  const standing = schemaPathAt(file, position);
  const own = standing?.segments.findLast(({ name }) => name !== undefined);
  if (!standing || !own) return [];
  const under = originsOf(snapshot, namesOf(standing)).filter(
    ({ at }) => at !== own.node && at !== own.pair?.key,
  );
  return under.length > 0 ? [under.map(({ at }) => at)] : [];
}
