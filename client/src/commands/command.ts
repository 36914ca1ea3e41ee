import type { LogOutputChannel, TreeView } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { Checklist } from "../checklist.ts";
import type { ChecklistNode } from "../checklist-tree.ts";

/** What a command may use. */
export interface Tools {
  readonly client: BaseLanguageClient;
  readonly checklist: Checklist;
  readonly view: TreeView<ChecklistNode>;
  readonly log: LogOutputChannel;
}

/** A command: its argument is whatever the menu or the link that called it passes. */
export type Command = (tools: Tools, argument?: unknown) => unknown;
