import type { TreeView } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { Checklist } from "../checklist.ts";
import type { ChecklistNode } from "../checklist-tree.ts";
import type { ClientFiles } from "../files.ts";
import type { RecordedLog } from "../recorded-log.ts";
import type { ServerStatus } from "../status.ts";
import type { System } from "../system.ts";

/** The objects that commands may use. */
export interface Tools {
  readonly client: BaseLanguageClient;
  readonly checklist: Checklist;
  readonly files: ClientFiles;
  readonly view: TreeView<ChecklistNode>;
  readonly log: RecordedLog;
  readonly status: ServerStatus;
  readonly system: () => System;
}

/** A command. `argument` is what the menu item or link passes; it may be anything. */
export type Command = (tools: Tools, argument?: unknown) => unknown;
