import type { Range, WorkspaceEdit } from "vscode-languageserver-types";
import { type Message, message } from "../base/message.ts";
import {
  declarationsIn,
  type Occurrence,
  occurrenceAt,
  occurrencesOf,
  type SymbolOccurrences,
} from "../model/symbols.ts";
import { allOf } from "../schema/kind-words.ts";
import { kinds } from "../schema/kinds.ts";
import { doubleQuoted, scalarText } from "../schema/problems.ts";
import { rangeOf } from "../syntax/file.ts";
import { nodePathTo } from "../syntax/navigate.ts";
import { isPrivateName } from "../syntax/private-names.ts";
import type { Edit } from "../syntax/problem.ts";
import { type AtPosition, type Context, refusal } from "./context.ts";
import { filesInView } from "./view.ts";
import { labelled, workspaceEdit } from "./workspace-edit.ts";

/** Words that mean several people or classes where these are listed: not valid as names. */
const RESERVED = new Set(["toutes", "professeurs", "personnels"]);

/** The range and name that would be renamed, or null; of a private name only the range. Throws a `Refusal` if the name cannot be changed here. */
export function prepareRename(
  context: Context,
  params: AtPosition,
): Range | { range: Range; placeholder: string } | null {
  const found = renamable(context, params);
  if (!found) return null;
  const range = rangeOf(context.file, found.occurrence.at);
  const { name } = found.occurrence;
  // Without a placeholder, the editor takes what it has at the range.
  return isPrivateName(name) ? range : { range, placeholder: name };
}

/** The edit that changes a name at all occurrences, in bases and heirs. Throws a `Refusal` if it cannot be changed. */
export function rename(
  context: Context,
  { newName, ...params }: AtPosition & { readonly newName: string },
): WorkspaceEdit | null {
  const found = renamable(context, params);
  if (!found) return null;
  const name = newName.trim().normalize("NFC");
  const reason = refusalOf(context, found, name);
  if (reason) throw refusal(context, reason);
  const edits = workspaceEdit(
    context,
    found.uses.map((occurrence) => edit(occurrence, name)),
  );
  const near = new Set(filesInView(context).map(({ uri }) => context.uri(uri)));
  // Nothing to be confirmed one by one: a name that is changed in some schools only is unknown in the others.
  return labelled(context, edits, (uri) => !near.has(uri), {
    label: context.localize(message("In other establishments")),
    description: context.localize(message("They share the name through a base.")),
  });
}

function renamable(
  context: Context,
  { position }: AtPosition,
): (SymbolOccurrences & { readonly occurrence: Occurrence }) | undefined {
  const { workspace, snapshot, file } = context;
  const node = nodePathTo(file, position)?.node;
  const occurrence = node && occurrenceAt(file, node, position);
  if (!occurrence) return undefined;
  const found = occurrencesOf(workspace, snapshot, occurrence);
  const isPredeclared = found.kinds.some((kind) => kinds.get(kind)?.predeclared.has(occurrence.name));
  if (isPredeclared)
    throw refusal(
      context,
      message("“{0}” is a name that PRONOTE has from the start: it cannot be renamed here.", occurrence.name),
    );
  if (!found.uses.some(({ declares }) => declares))
    throw refusal(
      context,
      message("“{0}” is declared nowhere: there is nothing to rename.", occurrence.name),
    );
  return { ...found, occurrence };
}

/** Why the new name is not possible; `undefined` if it is. */
function refusalOf(
  { workspace }: Context,
  { kinds: kindIds, uses }: SymbolOccurrences,
  name: string,
): Message | undefined {
  if (name === "") return message("A name is needed.");
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(name))
    return message("A name stands on one line and has no control characters.");
  if (RESERVED.has(name))
    return message("“{0}” is a word that stands for several: nothing can be called so.", name);
  const own = new Set(uses.map(({ at }) => at));
  const scope = scopeOf(kindIds);
  const files = new Set(uses.map(({ at }) => at.block.uri));
  const isTaken = [...files]
    .flatMap((uri) => workspace.of(uri))
    .some((snapshot) => declarationsIn(snapshot, name, scope).some(({ at }) => !own.has(at)));
  const isPredeclared = scope.some((kind) => kinds.get(kind)?.predeclared.has(name));
  return isTaken || isPredeclared
    ? message("There is already a “{0}” among {1}.", name, allOf(scope))
    : undefined;
}

/** The kinds whose names must be distinct from those of `kindIds`: all kinds of people share one scope. */
function scopeOf(kindIds: readonly string[]): readonly string[] {
  const people = ["professeurs", "personnels"];
  return kindIds.some((kind) => people.includes(kind)) ? [...new Set([...kindIds, ...people])] : kindIds;
}

function edit({ node, at }: Occurrence, name: string): Edit {
  if (at === node) return { at: node, newText: inStyle(node.style, name) };
  // A segment of a path: the whole scalar is replaced, since the new name may need quotes.
  const from = at.col - node.col - (node.style === "plain" ? 0 : 1);
  const segment = name.replace(/~/g, "~0").replace(/\//g, "~1");
  const length = at.endCol - at.col;
  return {
    at: node,
    newText: inStyle(node.style, node.text.slice(0, from) + segment + node.text.slice(from + length)),
  };
}

/** A text in the given style of quotes; plain text is quoted if YAML needs it. */
export function inStyle(style: Occurrence["node"]["style"], text: string): string {
  if (style === "single") return `'${text.replace(/'/g, "''")}'`;
  return style === "double" ? doubleQuoted(text) : scalarText(text);
}
