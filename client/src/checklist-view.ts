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

/** The view of the checklist. Disposing of it removes the view. */
export interface ChecklistView extends Disposable {
  readonly view: TreeView<ChecklistNode>;
}

/** Shows the checklist in a view of its own, with a badge and a message that summarize it. */
export function showChecklist(client: BaseLanguageClient, checklist: Checklist): ChecklistView {
  const tree = new ChecklistTree(checklist);
  const view = window.createTreeView("rentree.checklist", {
    treeDataProvider: tree,
    showCollapseAll: true,
    // The states are computed, so a phase cannot be ticked.
    manageCheckboxStateManually: true,
  });
  const resources = Disposable.from(
    view,
    tree,
    view.onDidChangeCheckboxState((change) => tickBoxes(client, change).finally(() => tree.redraw())),
    checklist.onDidChange(() => {
      tree.redraw();
      summarize(view, checklist.establishments);
    }),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("rentree.checklist.show")) tree.redraw();
    }),
  );
  return { view, dispose: () => resources.dispose() };
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
    } catch (error) {
      void window.showErrorMessage(l10n.t("Rentrée could not do that: {0}", String(error)));
    }
  }
}

function summarize(view: TreeView<ChecklistNode>, establishments: readonly EstablishmentChecklist[]): void {
  const sum = (count: "total" | "settled" | "blocked") =>
    establishments.reduce((total, establishment) => total + establishment[count], 0);
  const [total, settled, blocked] = [sum("total"), sum("settled"), sum("blocked")];

  view.badge = blocked > 0 ? { value: blocked, tooltip: blockedText(blocked) } : undefined;
  // An empty text: the type does not allow `undefined`, and `delete` would remove the accessor of the property.
  if (establishments.length === 0) view.message = "";
  else if (blocked === 0) view.message = l10n.t("{0} of {1}", settled, total);
  else view.message = l10n.t("{0} of {1}, {2}", settled, total, blockedText(blocked));
}

function blockedText(count: number): string {
  return count === 1 ? l10n.t("1 blocked") : l10n.t("{0} blocked", count);
}
