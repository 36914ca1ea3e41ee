import { Disposable, l10n, type Memento, type TreeView, window } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { Checklist } from "../checklist.ts";
import { FleetState } from "./fleet.ts";
import { DEFAULT_ARRANGEMENT, type FleetArrangement } from "./fleet-lines.ts";
import { type FleetNode, FleetTree } from "./fleet-tree.ts";

const ARRANGEMENT = "rentree.fleet.arrangement";

/** The view of all establishments. Disposing of it removes the view. */
export interface FleetView extends Disposable {
  readonly view: TreeView<FleetNode>;
  readonly state: FleetState;
  /** How it is arranged, kept for this workspace. */
  readonly arrangement: () => FleetArrangement;
  readonly arrange: (arrangement: FleetArrangement) => void;
}

/** Shows all establishments in a view of their own, as soon as there are several. */
export function showFleet(client: BaseLanguageClient, checklist: Checklist, memory: Memento): FleetView {
  const state = new FleetState(client, checklist);
  const arrangement = () => ({
    ...DEFAULT_ARRANGEMENT,
    ...memory.get<Partial<FleetArrangement>>(ARRANGEMENT),
  });
  const tree = new FleetTree(state, arrangement);
  const view = window.createTreeView("rentree.fleet", { treeDataProvider: tree, showCollapseAll: true });
  const summarize = () => {
    const { establishments } = state.current;
    const ready = establishments.filter(({ settled, total, errors }) => settled === total && errors === 0);
    view.message =
      establishments.length === 0 ? "" : l10n.t("{0} of {1} ready", ready.length, establishments.length);
  };
  const resources = Disposable.from(
    state,
    tree,
    view,
    view.onDidChangeVisibility(({ visible }) => state.watched(visible)),
    state.onDidChange(() => {
      tree.redraw();
      summarize();
    }),
  );
  state.watched(view.visible);
  return {
    view,
    state,
    arrangement,
    arrange(next) {
      void memory.update(ARRANGEMENT, next).then(() => tree.redraw());
    },
    dispose: () => resources.dispose(),
  };
}
