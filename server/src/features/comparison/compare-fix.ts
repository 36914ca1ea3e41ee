import type { WorkspaceEdit } from "vscode-languageserver-types";
import { message } from "../../base/message.ts";
import { effectiveAt } from "../../model/origins.ts";
import { placeInWords } from "../../schema/place-words.ts";
import { scalarText } from "../../schema/problems.ts";
import type { CompareFixParams } from "../compare-protocol.ts";
import { refusal, type SharedContext } from "../context.ts";
import { breaksSyntax, Draft } from "../refactor/draft.ts";
import { hasSameEffect } from "../refactor/same-effect.ts";
import { ticks } from "../tick.ts";
import { createsFiles, creationEdit, joined, workspaceEdit } from "../workspace-edit.ts";
import { writeChange } from "./written-change.ts";

/**
 * The edit of a fix of a difference; undefined if there is nothing to write. Throws a `Refusal` if it cannot be written
 * without changing something else too.
 */
export function compareFix(
  context: SharedContext,
  { establishment, change: { path, text, reopens = [] }, reason }: CompareFixParams,
): WorkspaceEdit | undefined {
  if (!path) return reopened(context, establishment, reopens);
  const value = text ?? scalarText((reason ?? "").replace(/\s+/g, " ").trim());
  const snapshot = context.workspace.establishmentIn(establishment);
  const draft = new Draft(context.workspace);
  const creates = createsFiles(context.client);
  const isWritten = snapshot && writeChange(draft, snapshot, { path, text: value }, creates);
  const isNew = (at: readonly string[]) => !snapshot || effectiveAt(snapshot, at) === undefined;
  const isAlone = hasSameEffect(draft, (at) => isOn(at, path) && (at.length >= path.length || isNew(at)));
  if (!isWritten || !isAlone || breaksSyntax(draft))
    throw refusal(
      context,
      message(
        "This cannot be written here without changing something else. Write it by hand: {0} = {1}",
        placeInWords(path),
        value === "" ? "~" : value,
      ),
    );
  return editOf(context, draft);
}

function reopened(
  context: SharedContext,
  establishment: string,
  slugs: readonly string[],
): WorkspaceEdit | undefined {
  const wanted = slugs.map((slug) => ({ establishment, slug, action: "a-faire" as const }));
  return ticks(context, wanted).edit;
}

/** Whether a path is on the way to another one, at it or below it. */
function isOn(at: readonly string[], path: readonly string[]): boolean {
  return path.every((key, index) => index >= at.length || at[index] === key);
}

function editOf(context: SharedContext, draft: Draft): WorkspaceEdit | undefined {
  const edits = [...draft.edits().values()].flat();
  const created = draft.creates.flatMap(
    ({ uri, text }) => creationEdit(context, [{ uri: context.uri(uri), text }]) ?? [],
  );
  const all = [...(edits.length > 0 ? [workspaceEdit(context, edits)] : []), ...created];
  return all.length > 0 ? joined(all) : undefined;
}
