import {
  Disposable,
  l10n,
  type TreeCheckboxChangeEvent,
  type TreeDragAndDropController,
  TreeItemCheckboxState,
  type TreeView,
  window,
} from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { ArrangementChoice } from "./arrangement.ts";
import type { Checklist, ShownEstablishment } from "./checklist.ts";
import { type ChecklistNode, ChecklistTree } from "./checklist-tree.ts";
import { tellFailure } from "./failure.ts";
import { blockedText, totalsOf } from "./item-look.ts";
import { isItemNode } from "./pick-item.ts";
import { tick } from "./tick.ts";

/** The view of the checklist. Disposing of it removes the view. */
export interface ChecklistView extends Disposable {
  readonly view: TreeView<ChecklistNode>;
  /** What it shows, and in which order. */
  readonly arrangement: ArrangementChoice;
}

/** Shows the checklist in a view of its own, with a badge and a message that summarize it. `drop` takes files that are dropped. */
export function showChecklist(
  client: BaseLanguageClient,
  checklist: Checklist,
  drop: TreeDragAndDropController<ChecklistNode>,
): ChecklistView {
  const arrangement = new ArrangementChoice(checklist);
  const tree = new ChecklistTree(client, checklist, () => arrangement.current);
  const view = window.createTreeView("rentree.checklist", {
    treeDataProvider: tree,
    showCollapseAll: true,
    canSelectMany: true,
    dragAndDropController: drop,
    // The states are computed, so a phase cannot be ticked.
    manageCheckboxStateManually: true,
  });
  showReading(checklist);
  const summary = () => summarize(view, checklist.establishments, arrangement);
  const resources = Disposable.from(
    view,
    tree,
    arrangement,
    view.onDidChangeCheckboxState((change) =>
      tickBoxes(client, checklist, change).finally(() => tree.redraw()),
    ),
    checklist.onDidChange((change) => {
      tree.redraw(change);
      summary();
    }),
    arrangement.onDidChange(() => {
      tree.redraw();
      summary();
    }),
  );
  return { view, arrangement, dispose: () => resources.dispose() };
}

/** Ticks all boxes that were changed at once as one edit, and reopens as another. */
async function tickBoxes(
  client: BaseLanguageClient,
  checklist: Checklist,
  { items }: TreeCheckboxChangeEvent<ChecklistNode>,
): Promise<void> {
  for (const state of [TreeItemCheckboxState.Checked, TreeItemCheckboxState.Unchecked]) {
    const steps = items.flatMap(([node, to]) =>
      to === state && isItemNode(node)
        ? [{ establishment: node.establishment.uri, slug: node.item.slug }]
        : [],
    );
    if (steps.length === 0) continue;
    try {
      await tick({ client, checklist }, steps, state === TreeItemCheckboxState.Checked ? "fait" : "a-faire");
    } catch (error) {
      tellFailure(client, "checkbox", error);
    }
  }
}

/** Shows progress until the server has read the folders, so that nobody takes an empty tree for an answer. */
function showReading(checklist: Checklist): void {
  const read = new Promise<void>((resolve) => {
    const listener = checklist.onDidChange(() => {
      listener.dispose();
      resolve();
    });
  });
  void window.withProgress({ location: { viewId: "rentree.checklist" } }, () => read);
}

function summarize(
  view: TreeView<ChecklistNode>,
  establishments: readonly ShownEstablishment[],
  { description }: ArrangementChoice,
): void {
  const blocked = establishments.reduce((sum, one) => sum + one.blocked, 0);
  view.badge = blocked > 0 ? { value: blocked, tooltip: blockedText(blocked, l10n) } : undefined;
  // An empty text: the type does not allow `undefined`, and `delete` would remove the accessor of the property.
  if (establishments.length === 0) view.message = "";
  // The title of a view has no room for what is shown: it would be cut.
  else if (establishments.every(({ settled, total }) => settled === total))
    view.message = l10n.t("All done: nothing is left to do.");
  else if (description === "") view.message = totalsOf(establishments, l10n);
  else view.message = l10n.t("{0}. Only: {1}", totalsOf(establishments, l10n), description);
}
