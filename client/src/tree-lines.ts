import {
  env,
  l10n,
  MarkdownString,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCheckboxState,
  TreeItemCollapsibleState,
  Uri,
} from "vscode";
import type { StepDetail } from "../../server/src/features/checklist-protocol.ts";
import type {
  ChecklistItem,
  ChecklistPhase,
  EstablishmentChecklist,
} from "../../server/src/features/protocol.ts";
import { FEW, type ShownEstablishment } from "./checklist.ts";
import { assignmentOf, type ItemLook, lookOf, progressOf, totalsOf, wordsOf } from "./item-look.ts";

/** The item that a line is about. */
interface ItemOfLine {
  readonly establishment: EstablishmentChecklist;
  readonly item: ChecklistItem;
}

/** The line of an establishment. Few are unfolded from the beginning. */
export function establishmentLine(establishment: ShownEstablishment, count: number): TreeItem {
  const line = new TreeItem(
    establishment.name,
    count <= FEW ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed,
  );
  // An id keeps what is unfolded unfolded when a new answer comes.
  line.id = establishment.uri;
  line.iconPath = new ThemeIcon("mortar-board");
  line.description = totalsOf([establishment], l10n, true);
  line.contextValue = "establishment";
  return spoken(line);
}

/** The line of a phase. */
export function phaseLine(establishment: EstablishmentChecklist, phase: ChecklistPhase): TreeItem {
  const line = new TreeItem(
    phase.title,
    isCurrent(establishment, phase) ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed,
  );
  line.id = `${establishment.uri}#${phase.id}`;
  line.description = progressOf(phase);
  line.contextValue = phase.items.some(({ tickable }) => tickable) ? "phase tickable" : "phase";
  return spoken(line);
}

/** Where the rollout stands, or where something blocks it; all phases would be four screens. */
function isCurrent({ phases }: EstablishmentChecklist, phase: ChecklistPhase): boolean {
  const first = phases.find(({ items }) => items.some(({ open }) => open));
  return phase.id === first?.id || phase.items.some(({ state }) => state === "blocked-by-error");
}

/** The line of an item. */
export function itemLine(node: ItemOfLine): TreeItem {
  const { establishment, item } = node;
  const look = lookOf(item, wordsOf(l10n, env.language));
  const line = new TreeItem(
    look.label,
    item.detailed ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None,
  );
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

const DETAIL_ICONS: Readonly<Record<StepDetail["kind"], readonly [icon: string, color?: string]>> = {
  error: ["error", "list.errorForeground"],
  missing: ["edit", "list.warningForeground"],
  waits: ["lock"],
  changed: ["history", "list.warningForeground"],
  value: ["symbol-field"],
  tick: ["comment"],
};

/** A line of what stands behind an item. */
export function detailLine(node: ItemOfLine, detail: StepDetail, index: number): TreeItem {
  const line = new TreeItem(kindInWords(detail), TreeItemCollapsibleState.None);
  const [icon, color] = DETAIL_ICONS[detail.kind];
  line.id = `${node.establishment.uri}#${node.item.slug}#${index}`;
  line.iconPath = new ThemeIcon(icon, color === undefined ? undefined : new ThemeColor(color));
  line.description = [valueInWords(detail), placeInWords(detail)].filter((part) => part !== "").join(" · ");
  line.tooltip = new MarkdownString().appendText(`${detail.label}\n${line.description}`);
  line.contextValue = "detail";
  if (detail.slug !== undefined) {
    const step = { establishment: node.establishment.uri, slug: detail.slug };
    line.command = { command: "rentree.checklist.reveal", title: l10n.t("Show the Step"), arguments: [step] };
  } else if (detail.place) {
    line.command = {
      command: "rentree.checklist.preview",
      title: l10n.t("Go to the Place"),
      arguments: [{ ...node, detail: undefined, item: { ...node.item, place: detail.place } }],
    };
  }
  return spoken(line);
}

/** The line that counts the values which are not listed. */
export function moreLine({ establishment, item }: ItemOfLine, count: number): TreeItem {
  const line = new TreeItem(l10n.t("and {0} more", count), TreeItemCollapsibleState.None);
  line.id = `${establishment.uri}#${item.slug}#more`;
  line.iconPath = new ThemeIcon("ellipsis");
  line.contextValue = "detail";
  return line;
}

function kindInWords({ kind, label }: StepDetail): string {
  switch (kind) {
    case "missing":
      return l10n.t("to write: {0}", label);
    case "changed":
      return l10n.t("changed: {0}", label);
    case "waits":
      return l10n.t("waits for: {0}", label);
    default:
      return label;
  }
}

/** The value; of one that changed, what stood there before. */
function valueInWords({ value = "", before }: StepDetail): string {
  return before === undefined ? value : `${before} → ${value}`;
}

/** The file with its line from 1, as an editor shows it. */
function placeInWords({ place }: StepDetail): string {
  if (!place) return "";
  const name = Uri.parse(place.uri).path.split("/").at(-1) ?? "";
  return `${name}:${place.range.start.line + 1}`;
}

/** A line whose description is read out too: screen readers leave it out otherwise. */
function spoken(line: TreeItem): TreeItem {
  const parts = [line.label, line.description].filter((part) => typeof part === "string" && part !== "");
  line.accessibilityInformation = { label: parts.join(", ") };
  return line;
}
