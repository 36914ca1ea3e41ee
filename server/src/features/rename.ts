import type { Range, WorkspaceEdit } from "vscode-languageserver-types";
import { type Message, message } from "../base/message.ts";
import {
  declarationsIn,
  type Occurrence,
  occurrenceAt,
  occurrencesOf,
  type SymbolOccurrences,
} from "../model/symbols.ts";
import { kindsTitle } from "../schema/describe.ts";
import { kinds } from "../schema/kinds.ts";
import { written } from "../schema/problems.ts";
import { rangeOf } from "../syntax/file.ts";
import { nodePathTo } from "../syntax/navigate.ts";
import type { Edit } from "../syntax/problem.ts";
import { type AtPosition, type Context, Refusal } from "./context.ts";
import { workspaceEdit } from "./workspace-edit.ts";

/** Words that stand for several things where people or classes are listed: no thing may be called so. */
const RESERVED = new Set(["toutes", "professeurs", "personnels"]);

/** What would be renamed; refused, with the reason, where a name is not ours to change. */
export function prepareRename(
  context: Context,
  params: AtPosition,
): { range: Range; placeholder: string } | null {
  const found = renamable(context, params);
  if (!found) return null;
  return { range: rangeOf(context.file, found.use.at), placeholder: found.use.name };
}

/** A name changed everywhere: where it is declared and mentioned, in bases and all that stand on them. */
export function rename(
  context: Context,
  { newName, ...params }: AtPosition & { readonly newName: string },
): WorkspaceEdit | null {
  const found = renamable(context, params);
  if (!found) return null;
  const name = newName.trim().normalize("NFC");
  const refused = whyNot(context, found, name);
  if (refused) throw new Refusal(context.localize(refused));
  return workspaceEdit(
    context,
    found.uses.map((use) => edit(use, name)),
  );
}

function renamable(
  { workspace, snapshot, file, localize }: Context,
  { position }: AtPosition,
): (SymbolOccurrences & { readonly use: Occurrence }) | undefined {
  const node = nodePathTo(file, position)?.node;
  const use = node && occurrenceAt(file, node, position);
  if (!use) return undefined;
  const found = occurrencesOf(workspace, snapshot, use);
  const given = found.kinds.some((kind) => kinds.get(kind)?.predeclared.has(use.name));
  if (given)
    throw new Refusal(
      localize(
        message("“{0}” is a name that PRONOTE has from the start: it cannot be renamed here.", use.name),
      ),
    );
  if (!found.uses.some(({ declares }) => declares))
    throw new Refusal(localize(message("“{0}” is declared nowhere: there is nothing to rename.", use.name)));
  return { ...found, use };
}

/** Why a thing cannot be called so. */
function whyNot(
  { workspace, localize }: Context,
  { kinds: among, uses }: SymbolOccurrences,
  name: string,
): Message | undefined {
  if (name === "") return message("A name is needed.");
  if (/[\n\r]/.test(name)) return message("A name stands on one line.");
  if (RESERVED.has(name))
    return message("“{0}” is a word that stands for several: nothing can be called so.", name);
  const own = new Set(uses.map(({ at }) => at));
  const scope = sharing(among);
  const files = new Set(uses.map(({ at }) => at.block.uri));
  const taken = [...files]
    .flatMap((uri) => workspace.of(uri))
    .some((snapshot) => declarationsIn(snapshot, name, scope).some(({ at }) => !own.has(at)));
  const given = scope.some((kind) => kinds.get(kind)?.predeclared.has(name));
  return taken || given
    ? message("There is already a “{0}” among: {1}.", name, localize(kindsTitle(scope)))
    : undefined;
}

/** People share one scope of names. */
function sharing(among: readonly string[]): readonly string[] {
  const people = ["professeurs", "personnels"];
  return among.some((kind) => people.includes(kind)) ? [...new Set([...among, ...people])] : among;
}

function edit({ node, at }: Occurrence, name: string): Edit {
  if (at === node) return { at: node, newText: inStyle(node.style, name) };
  // A part of a path: the whole is written anew, since the new name may need quotes.
  const from = at.col - node.col - (node.style === "plain" ? 0 : 1);
  const segment = name.replace(/~/g, "~0").replace(/\//g, "~1");
  const length = at.endCol - at.col;
  return {
    at: node,
    newText: inStyle(node.style, node.text.slice(0, from) + segment + node.text.slice(from + length)),
  };
}

/** A text in the quotes that it had, if it had any. */
function inStyle(style: Occurrence["node"]["style"], text: string): string {
  if (style === "single") return `'${text.replace(/'/g, "''")}'`;
  return style === "double" ? `"${text.replace(/["\\]/g, "\\$&")}"` : written(text);
}
