import type { CodeAction, Position, WorkspaceEdit } from "vscode-languageserver-types";
import { withoutPrivateNames } from "../../analysis/conceal.ts";
import { type Message, message } from "../../base/message.ts";
import { schemaPathAt } from "../../schema/locate.ts";
import { leavesOf } from "../../syntax/blocks.ts";
import { commentsIn } from "../../syntax/comments.ts";
import type { File } from "../../syntax/file.ts";
import { nodePathTo } from "../../syntax/navigate.ts";
import { type Context, refusal } from "../context.ts";
import { creationEdit, labelledParts, workspaceEdit } from "../workspace-edit.ts";
import { addSection } from "./add-section.ts";
import { toBlock, toFlow } from "./block-flow.ts";
import { breaksSyntax, Draft } from "./draft.ts";
import { inlineInherited } from "./inline-inherited.ts";
import { mergeDuplicate } from "./merge-duplicate.ts";
import { moveSection } from "./move-section.ts";
import type { OfferedRefactoring, Place, Refactoring } from "./refactoring.ts";
import { hasSameEffect } from "./same-effect.ts";
import { shareWithBase } from "./share-base.ts";
import { shareWithNiveau } from "./share-niveau.ts";
import { sortEntries } from "./sort-entries.ts";

/** All refactorings, in the order in which they are offered. */
export const refactorings: readonly Refactoring[] = [
  moveSection,
  shareWithNiveau,
  shareWithBase,
  inlineInherited,
  mergeDuplicate,
  sortEntries,
  addSection,
  toBlock,
  toFlow,
];

/** What a code action of a refactoring carries until it is resolved. Positions are in UTF-16. */
export interface RefactoringData {
  readonly refactoring: string;
  readonly uri: string;
  readonly position: Position;
}

/**
 * The refactorings at a position. Their edits follow when they are resolved, if the client can do that. Those that are
 * refused are listed, with the reason, only where refactorings are asked for by their kind.
 */
export function refactoringActions(
  context: Context,
  position: Position,
  wants: (kind: string) => boolean,
  showsRefused: boolean,
): readonly CodeAction[] {
  const place = placeAt(context.file, position);
  if (!place) return [];
  return refactorings.flatMap((one) => {
    const offered = wants(one.kind) ? one.at(context, place) : undefined;
    return offered ? actionsFor(context, one, offered, position, showsRefused) : [];
  });
}

function actionsFor(
  context: Context,
  { id, kind }: Refactoring,
  offered: OfferedRefactoring,
  position: Position,
  showsRefused: boolean,
): readonly CodeAction[] {
  const { client, localize, uri, file } = context;
  const shown = (text: Message) => localize(withoutPrivateNames(text));
  const action: CodeAction = { title: shown(offered.title), kind };
  const disabled = (reason: Message) =>
    showsRefused && client.disabledActions ? [{ ...action, disabled: { reason: shown(reason) } }] : [];
  if (offered.refused) return disabled(offered.refused);
  const data: RefactoringData = { refactoring: id, uri: uri(file.uri), position };
  if (client.resolvesActions) return [{ ...action, data }];
  const result = resultOf(context, offered);
  return "edit" in result ? [{ ...action, edit: result.edit }] : disabled(result.reason);
}

/** The edit of a refactoring. Throws a `Refusal` if it is not possible any more, or would change what holds. */
export function refactoringEdit(context: Context, { refactoring, position }: RefactoringData): WorkspaceEdit {
  const place = placeAt(context.file, position);
  const offered = place && refactorings.find(({ id }) => id === refactoring)?.at(context, place);
  if (!offered) throw refusal(context, message("The text has changed: this is not possible any more."));
  if (offered.refused) throw refusal(context, offered.refused);
  const result = resultOf(context, offered);
  if ("reason" in result) throw refusal(context, result.reason);
  return result.edit;
}

function placeAt(file: File, position: Position): Place | undefined {
  const path = nodePathTo(file, position);
  return (
    path && { position, steps: path.steps, onKey: path.on === "key", path: schemaPathAt(file, position) }
  );
}

type RefactoringResult = { readonly edit: WorkspaceEdit } | { readonly reason: Message };

/** The edit of an offer, once it is verified that no value in effect changes but those that are meant to. */
function resultOf(context: Context, offered: OfferedRefactoring): RefactoringResult {
  const draft = new Draft(context.workspace);
  offered.apply(draft);
  const changed = draft.edits();
  if (changed.size === 0) return { reason: message("There is nothing to change.") };
  const { changes } = offered;
  if (losesComment(draft, changed.keys()))
    return { reason: message("A comment would be lost: it stands beside what is removed.") };
  if (breaksSyntax(draft) || !hasSameEffect(draft, changes))
    return { reason: message("This would change values that are in effect.") };
  const edit = editOf(context, draft, offered.title);
  return edit ? { edit } : { reason: message("This editor does not let the server create files.") };
}

function losesComment(draft: Draft, uris: Iterable<string>): boolean {
  const files = [...uris];
  const created = draft.creates.map(({ uri }) => uri);
  const before = commentsOf(files.map((uri) => draft.before.files.get(uri)));
  const after = commentsOf([...files, ...created].map((uri) => draft.file(uri)));
  return before.length !== after.length || before.some((text, at) => text !== after[at]);
}

function commentsOf(files: readonly (File | undefined)[]): readonly string[] {
  const leaves = files.flatMap((file) => (file ? leavesOf(file.root) : []));
  return leaves.flatMap((leaf) => commentsIn(leaf).map(({ text }) => text.trimEnd())).sort();
}

/** One edit; where several files change, a client that can shows it before it is applied. */
function editOf(context: Context, draft: Draft, label: Message): WorkspaceEdit | undefined {
  const changed = draft.edits();
  const edits = [...changed.values()].flat();
  const edit = changed.size > 1 ? labelledParts(context, [{ label, edits }]) : workspaceEdit(context, edits);
  if (draft.creates.length === 0) return edit;
  const created = creationEdit(
    context,
    draft.creates.map(({ uri, text }) => ({ uri: context.uri(uri), text })),
  );
  return (
    created && {
      ...edit,
      documentChanges: [...(created.documentChanges ?? []), ...(edit.documentChanges ?? [])],
    }
  );
}
