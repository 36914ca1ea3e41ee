import { l10n, type QuickPickItem, QuickPickItemKind, window } from "vscode";
import type { FleetArrangement, FleetFilter, FleetGrouping, FleetSort } from "../fleet/fleet-lines.ts";
import type { Command } from "./command.ts";

interface Choice extends QuickPickItem {
  readonly change?: Partial<FleetArrangement>;
}

/** Asks how the establishments are sorted, filtered and put together: one pick for all three. */
export const arrangeFleet: Command = async ({ fleet }) => {
  const now = fleet.arrangement();
  const picked = await window.showQuickPick(choicesFor(now), {
    title: l10n.t("Arrange the Establishments"),
    matchOnDescription: true,
  });
  if (picked?.change) fleet.arrange({ ...now, ...picked.change });
};

function choicesFor(now: FleetArrangement): Choice[] {
  const sorts: Readonly<Record<FleetSort, string>> = {
    attention: l10n.t("What needs attention first"),
    name: l10n.t("By name"),
    progress: l10n.t("By progress, the least first"),
    errors: l10n.t("By errors, the most first"),
    redo: l10n.t("By steps to redo, the most first"),
    overdue: l10n.t("By overdue steps, the most first"),
    start: l10n.t("By the start of the first period"),
  };
  const filters: Readonly<Record<FleetFilter, string>> = {
    all: l10n.t("All establishments"),
    open: l10n.t("Only those that are not ready"),
    errors: l10n.t("Only those with errors"),
    redo: l10n.t("Only those with steps to redo"),
    overdue: l10n.t("Only those with overdue steps"),
  };
  const groups: Readonly<Record<FleetGrouping, string>> = {
    none: l10n.t("Not grouped"),
    base: l10n.t("Grouped by base"),
    folder: l10n.t("Grouped by folder"),
  };
  return [
    separator(l10n.t("Sort")),
    ...linesOf(sorts, now.sort, (sort) => ({ sort })),
    separator(l10n.t("Filter")),
    ...linesOf(filters, now.filter, (filter) => ({ filter })),
    separator(l10n.t("Group")),
    ...linesOf(groups, now.group, (group) => ({ group })),
  ];
}

function separator(label: string): Choice {
  return { label, kind: QuickPickItemKind.Separator };
}

function linesOf<K extends string>(
  labels: Readonly<Record<K, string>>,
  now: K,
  change: (key: K) => Partial<FleetArrangement>,
): Choice[] {
  return (Object.keys(labels) as K[]).map((key) => ({
    label: `${key === now ? "$(check)" : "$(blank)"} ${labels[key]}`,
    change: change(key),
  }));
}
