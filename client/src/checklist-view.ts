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
import { blockedText, totalsOf } from "./item-look.ts";
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
  showReading(view, checklist);
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

/** Shows progress until the server has read the folders, so that nobody takes an empty tree for an answer. */
function showReading(view: TreeView<ChecklistNode>, checklist: Checklist): void {
  view.message = l10n.t("Reading…");
  const read = new Promise<void>((resolve) => {
    const listener = checklist.onDidChange(() => {
      listener.dispose();
      resolve();
    });
  });
  void window.withProgress({ location: { viewId: "rentree.checklist" } }, () => read);
}

function summarize(view: TreeView<ChecklistNode>, establishments: readonly EstablishmentChecklist[]): void {
  const blocked = establishments.reduce((sum, one) => sum + one.blocked, 0);
  view.badge = blocked > 0 ? { value: blocked, tooltip: blockedText(blocked, l10n) } : undefined;
  // An empty text: the type does not allow `undefined`, and `delete` would remove the accessor of the property.
  view.message = establishments.length === 0 ? "" : totalsOf(establishments, l10n);
}
