import { type CodeAction, CodeActionKind } from "vscode-languageserver-types";
import { isPrivateText } from "../analysis/conceal.ts";
import { message } from "../base/message.ts";
import { occurrenceAt } from "../model/symbols.ts";
import type { Finding } from "../rules/api/rule.ts";
import { allOf } from "../schema/kind-words.ts";
import { kinds } from "../schema/kinds.ts";
import { rangeOf } from "../syntax/file.ts";
import { nodePathTo } from "../syntax/navigate.ts";
import { isPrivateName } from "../syntax/private-names.ts";
import type { Context } from "./context.ts";
import { diagnostic } from "./diagnostics.ts";
import { Draft } from "./refactor/draft.ts";
import { pairAt, writeAt } from "./refactor/write-at.ts";
import { labelledParts, workspaceEdit } from "./workspace-edit.ts";

/** For a name that nothing declares: an action for each kind of thing that it may be, which declares it. */
export function declareActions(context: Context, finding: Finding): readonly CodeAction[] {
  const { file } = context;
  if (finding.id !== "unknown-reference" || finding.at.block.uri !== file.uri) return [];
  const { start } = rangeOf(file, finding.at);
  const node = nodePathTo(file, start)?.node;
  const occurrence = node && occurrenceAt(file, node, start);
  if (!occurrence || isPrivateName(occurrence.name) || isPrivateText(occurrence.name)) return [];
  return occurrence.kinds.flatMap((kind) => {
    const section = sectionOf(kind);
    const edit = section && declaration(context, section, occurrence.name);
    if (!edit) return [];
    return {
      title: context.localize(message("Declare “{0}” among {1}", occurrence.name, allOf([kind]))),
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostic(context, finding)],
      edit,
    };
  });
}

/** The path of the map in which a kind of things is declared, if that is one place, and open to any name. */
function sectionOf(kind: string): readonly string[] | undefined {
  const spec = kinds.get(kind);
  const [path, ...others] = spec?.paths ?? [];
  const isOpen = spec?.at === "key" && spec.schema.declares?.closed !== true;
  return path && others.length === 0 && isOpen && !path.includes("*") ? path : undefined;
}

/** The edit that declares a name in the file that declares others of its kind, otherwise in this one. */
function declaration(context: Context, section: readonly string[], name: string) {
  const { snapshot, file, workspace } = context;
  const draft = new Draft(workspace);
  const others = snapshot.members.find((one) => pairAt(one, section)?.value.kind === "map");
  const { uri } = others ?? file;
  if (!writeAt(draft, uri, [...section, name], "{}")) return undefined;
  const edits = [...draft.edits().values()].flat();
  if (uri === file.uri) return workspaceEdit(context, edits);
  return labelledParts(context, [{ label: message("Declare “{0}”", name), edits }]);
}
