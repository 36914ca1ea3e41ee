import {
  type Disposable,
  EventEmitter,
  env,
  l10n,
  MarkdownString,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCheckboxState,
  TreeItemCollapsibleState,
  workspace,
} from "vscode";
import type {
  ChecklistItem,
  ChecklistPhase,
  EstablishmentChecklist,
} from "../../server/src/features/protocol.ts";
import type { Checklist } from "./checklist.ts";
import { assignmentOf, type ItemLook, lookOf, progressOf, totalsOf, wordsOf } from "./item-look.ts";

/** An item together with the establishment that it belongs to. */
export interface ItemNode {
  readonly establishment: EstablishmentChecklist;
  readonly phase: ChecklistPhase;
  readonly item: ChecklistItem;
}

/** A line of the tree: an establishment, one of its phases, one item of that. */
export type ChecklistNode =
  | { readonly establishment: EstablishmentChecklist; readonly phase?: undefined; readonly item?: undefined }
  | {
      readonly establishment: EstablishmentChecklist;
      readonly phase: ChecklistPhase;
      readonly item?: undefined;
    }
  | ItemNode;

/** Shows the last checklist as establishments, phases and items; decides nothing. */
export class ChecklistTree implements TreeDataProvider<ChecklistNode>, Disposable {
  readonly #checklist: Checklist;
  readonly #changed = new EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(checklist: Checklist) {
    this.#checklist = checklist;
  }

  /** Draws what changed, and puts right what a click drew ahead of the server. */
  redraw(): void {
    this.#changed.fire();
  }

  dispose(): void {
    this.#changed.dispose();
  }

  getChildren(node?: ChecklistNode): ChecklistNode[] {
    if (!node) return this.#checklist.establishments.map((establishment) => ({ establishment }));
    const { establishment, phase } = node;
    if (node.item) return [];
    if (phase) return shown(phase).map((item) => ({ establishment, phase, item }));
    return establishment.phases
      .filter((one) => shown(one).length > 0)
      .map((one) => ({ establishment, phase: one }));
  }

  getTreeItem(node: ChecklistNode): TreeItem {
    if (node.item) return itemLine(node);
    if (node.phase) return phaseLine(node.establishment, node.phase);
    return establishmentLine(node.establishment, this.#checklist.establishments.length);
  }
}

/** Every item of the checklist, in its order. */
export function itemsOf(establishments: readonly EstablishmentChecklist[]): ItemNode[] {
  return establishments.flatMap((establishment) =>
    establishment.phases.flatMap((phase) => phase.items.map((item) => ({ establishment, phase, item }))),
  );
}

function shown(phase: ChecklistPhase): readonly ChecklistItem[] {
  const all = workspace.getConfiguration("rentree").get("checklist.show", "all") === "all";
  return all ? phase.items : phase.items.filter(({ open }) => open);
}

function establishmentLine(establishment: EstablishmentChecklist, count: number): TreeItem {
  const few = count <= 3;
  const line = new TreeItem(
    establishment.name,
    few ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed,
  );
  // An id keeps what is unfolded unfolded when a new answer comes.
  line.id = establishment.uri;
  line.iconPath = new ThemeIcon("mortar-board");
  line.description = totalsOf([establishment], l10n);
  line.contextValue = "establishment";
  return line;
}

function phaseLine(establishment: EstablishmentChecklist, phase: ChecklistPhase): TreeItem {
  const line = new TreeItem(
    phase.title,
    isCurrent(establishment, phase) ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed,
  );
  line.id = `${establishment.uri}#${phase.id}`;
  line.description = progressOf(phase);
  line.contextValue = "phase";
  return line;
}

/** Where the rollout stands, or where something blocks it; all phases would be four screens. */
function isCurrent({ phases }: EstablishmentChecklist, phase: ChecklistPhase): boolean {
  const first = phases.find(({ items }) => items.some(({ open }) => open));
  return phase === first || phase.items.some(({ state }) => state === "blocked-by-error");
}

function itemLine(node: ItemNode): TreeItem {
  const { establishment, item } = node;
  const look = lookOf(item, wordsOf(l10n, env.language));
  const line = new TreeItem(look.label, TreeItemCollapsibleState.None);
  line.id = `${establishment.uri}#${item.slug}`;
  line.description = look.description ?? "";
  line.iconPath = new ThemeIcon(look.icon, look.color === undefined ? undefined : new ThemeColor(look.color));
  line.tooltip = tooltipOf(item, look);
  line.accessibilityInformation = { label: look.spoken };
  line.contextValue = look.context;
  if (look.checked !== undefined) line.checkboxState = checkboxOf(look.checked, look.spoken);
  const title = item.place ? l10n.t("Go to the Place") : l10n.t("Explain the Step");
  line.command = { command: "rentree.checklist.preview", title, arguments: [node] };
  return line;
}

function checkboxOf(checked: boolean, label: string): TreeItem["checkboxState"] & object {
  return {
    state: checked ? TreeItemCheckboxState.Checked : TreeItemCheckboxState.Unchecked,
    tooltip: checked ? l10n.t("Reopen") : l10n.t("Tick: done in PRONOTE"),
    accessibilityInformation: { label },
  };
}

function tooltipOf(item: ChecklistItem, look: ItemLook): MarkdownString {
  const text = new MarkdownString("", true);
  text
    .appendMarkdown("**")
    .appendText(item.longTitle ?? item.title)
    .appendMarkdown(`** $(${look.icon}) `)
    .appendText(look.state);
  text.appendMarkdown("\n\n").appendText(item.what);
  if (item.why) text.appendMarkdown("\n\n").appendText(item.why);
  const who = assignmentOf(item, wordsOf(l10n, env.language));
  if (who) text.appendMarkdown("\n\n$(person) ").appendText(who);
  if (item.path) text.appendMarkdown("\n\n$(list-tree) ").appendText(l10n.t("In PRONOTE: {0}", item.path));
  if (item.rgpd) text.appendMarkdown("\n\n$(shield) ").appendText(l10n.t("Personal data (RGPD)"));
  if (item.fait?.note) text.appendMarkdown("\n\n$(note) ").appendText(item.fait.note);
  return text;
}
