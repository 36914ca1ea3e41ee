import {
  Disposable,
  l10n,
  type TreeCheckboxChangeEvent,
  TreeItemCheckboxState,
  type TreeView,
  window,
  workspace,
} from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { EstablishmentChecklist } from "../../server/src/features/protocol.ts";
import type { Checklist } from "./checklist.ts";
import { type ChecklistNode, ChecklistTree } from "./checklist-tree.ts";
import { tick } from "./tick.ts";

/** The checklist's view, and what ends it. */
export interface ChecklistView extends Disposable {
  readonly view: TreeView<ChecklistNode>;
}

/** Shows the checklist in its own view, with a badge and a line that sum it up. */
export function showChecklist(client: BaseLanguageClient, checklist: Checklist): ChecklistView {
  const tree = new ChecklistTree(checklist);
  const view = window.createTreeView("rentree.checklist", {
    treeDataProvider: tree,
    showCollapseAll: true,
    // Our states are derived: to tick a phase has no meaning.
    manageCheckboxStateManually: true,
  });
  const parts = Disposable.from(
    view,
    tree,
    view.onDidChangeCheckboxState((change) => tickBoxes(client, change).finally(() => tree.redraw())),
    checklist.onDidChange(() => {
      tree.redraw();
      sumUp(view, checklist.establishments);
    }),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("rentree.checklist.show")) tree.redraw();
    }),
  );
  return { view, dispose: () => parts.dispose() };
}

async function tickBoxes(
  client: BaseLanguageClient,
  change: TreeCheckboxChangeEvent<ChecklistNode>,
): Promise<void> {
  for (const [node, state] of change.items) {
    if (!node.item) continue;
    const checked = state === TreeItemCheckboxState.Checked;
    try {
      await tick(client, node, checked ? "fait" : "a-faire");
    } catch (fault) {
      void window.showErrorMessage(l10n.t("Rentrée could not do that: {0}", String(fault)));
    }
  }
}

function sumUp(view: TreeView<ChecklistNode>, establishments: readonly EstablishmentChecklist[]): void {
  const sum = (count: "total" | "settled" | "blocked") =>
    establishments.reduce((total, establishment) => total + establishment[count], 0);
  const [total, settled, blocked] = [sum("total"), sum("settled"), sum("blocked")];

  view.badge = blocked > 0 ? { value: blocked, tooltip: blockedWords(blocked) } : undefined;
  // Not `undefined` and not deleted: the first is no text, the second would take the property itself away.
  if (establishments.length === 0) view.message = "";
  else if (blocked === 0) view.message = l10n.t("{0} of {1}", settled, total);
  else view.message = l10n.t("{0} of {1}, {2}", settled, total, blockedWords(blocked));
}

function blockedWords(count: number): string {
  return count === 1 ? l10n.t("1 blocked") : l10n.t("{0} blocked", count);
}
