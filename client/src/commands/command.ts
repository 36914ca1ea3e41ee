import type { TreeView } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { ArrangementChoice } from "../arrangement.ts";
import type { Checklist } from "../checklist.ts";
import type { ChecklistNode } from "../checklist-tree.ts";
import type { ShownDifferences } from "../comparison.ts";
import type { ClientFiles } from "../files.ts";
import type { FleetView } from "../fleet/fleet-view.ts";
import type { Importer } from "../import/importer.ts";
import type { PlanView } from "../plan/plan-view.ts";
import type { RecordedLog } from "../recorded-log.ts";
import type { ServerStatus } from "../status.ts";
import type { System } from "../system.ts";

/** The objects that commands may use. */
export interface Tools {
  readonly client: BaseLanguageClient;
  readonly checklist: Checklist;
  readonly comparison: ShownDifferences;
  readonly files: ClientFiles;
  readonly importer: Importer;
  readonly view: TreeView<ChecklistNode>;
  /** What the view shows, and in which order. */
  readonly arrangement: ArrangementChoice;
  readonly fleet: FleetView;
  readonly log: RecordedLog;
  readonly status: ServerStatus;
  readonly system: () => System;
  readonly plan: PlanView;
}

/**
 * A command. `argument` is what the menu item or link passes; it may be anything. `selection` is what a menu passes besides
 * if it was opened on one of several selected nodes: all of them.
 */
export type Command = (tools: Tools, argument?: unknown, selection?: unknown) => unknown;
