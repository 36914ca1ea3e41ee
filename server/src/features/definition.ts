import type { Location } from "vscode-languageserver-types";
import { resolveRelative } from "../base/uri.ts";
import { baseReferencesIn } from "../model/layout.ts";
import { originsOf } from "../model/origins.ts";
import { occurrenceAt } from "../model/symbols.ts";
import { namesOf, schemaPathAt } from "../schema/locate.ts";
import { resolveAlias } from "../syntax/file.ts";
import { nodePathTo } from "../syntax/navigate.ts";
import type { Node, Span } from "../syntax/tree.ts";
import { type AtPosition, type Context, locationOf } from "./context.ts";
import { declarationsInView, isInView, occurrencesInView } from "./view.ts";

/**
 * The origin of what is at a position: a base file, the anchor of an alias, the declarations of a name, or the values
 * that a value overrides.
 */
export function definition(context: Context, params: AtPosition): Location[] | null {
  const node = nodePathTo(context.file, params.position)?.node;
  if (!node) return null;
  const base = fileAt(context, node);
  if (base) return [base];
  const candidates = [
    ...anchorOf(context, node),
    ...declarationsOf(context, node),
    ...originsAt(context, params),
  ];
  const [first] = candidates;
  return first ? first.flatMap((at) => locationOf(context, at) ?? []) : null;
}

/**
 * Where a value, or a thing with its values, is inherited from: the base, the niveau, the thing that it is like. Where
 * nothing is inherited, the definition.
 */
export function declaration(context: Context, params: AtPosition): Location[] | null {
  const [inherited] = originsAt(context, params);
  return inherited ? inherited.flatMap((at) => locationOf(context, at) ?? []) : definition(context, params);
}

/** The start of the file that an `herite-de` names, if it exists. */
function fileAt({ file, workspace, uri }: Context, node: Node): Location | undefined {
  const leaf = baseReferencesIn(file).find((reference) => reference.node === node);
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

/** The declarations of a name. On a declaration, also itself: editors then show its references. */
function declarationsOf(context: Context, node: Node): readonly (readonly Span[])[] {
  const use = occurrenceAt(context.file, node);
  if (!use) return [];
  const declared = declarationsInView(context, occurrencesInView(context, use));
  return declared.length > 0 ? [declared.map(({ at }) => at)] : [];
}

/** The values that a value overrides; for a key without a value of its own, where its value is written. */
function originsAt(context: Context, { position }: AtPosition): readonly (readonly Span[])[] {
  const { file, snapshot } = context;
  const schemaPath = schemaPathAt(file, position);
  const own = schemaPath?.segments.findLast(({ name }) => name !== undefined);
  if (!schemaPath || !own) return [];
  const overridden = originsOf(snapshot, namesOf(schemaPath)).filter(
    ({ at }) => at !== own.node && at !== own.pair?.key && isInView(context, at),
  );
  return overridden.length > 0 ? [overridden.map(({ at }) => at)] : [];
}
