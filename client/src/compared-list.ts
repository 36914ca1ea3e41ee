import { commands, l10n, type QuickPickItem, QuickPickItemKind, Range, Uri, window } from "vscode";
import type { ComparedEstablishment, ListedDifference } from "../../server/src/features/compare-protocol.ts";
import { showComparisonPage } from "./comparison-page.ts";
import { recordTicks, type TickTools } from "./tick.ts";

/** What to compare next: with another establishment, or after it is said what the columns hold. */
type NextComparison = "another" | "columns";

/** A line of the list, and what picking it does. */
interface Line extends QuickPickItem {
  readonly run?: () => unknown;
  /** What is to be done before it is compared again. */
  readonly next?: NextComparison;
}

/**
 * Shows what a comparison found as a list, under the name of the establishment: picking a difference opens its place.
 * Resolves to what the user wants to compare next, if anything.
 */
export async function showCompared(
  tools: TickTools,
  compared: ComparedEstablishment,
  hasOthers: boolean,
): Promise<NextComparison | undefined> {
  const { name, title, summary, differences, alike } = compared;
  const lines: readonly Line[] = [
    ...part(l10n.t("Differences"), differences.map(lineOf)),
    ...part(l10n.t("Taken for the same"), alike.map(lineOf)),
    ...part(l10n.t("What to do"), actionsFor(tools, compared, hasOthers)),
    ...part(
      l10n.t("What was compared"),
      compared.foot.map((label) => ({ label, run: () => showComparisonPage(name) })),
    ),
  ];
  const picked = await window.showQuickPick(lines, {
    title: `${name} · ${title}`,
    placeHolder: summary,
    matchOnDescription: true,
    // The list is looked at beside PRONOTE.
    ignoreFocusOut: true,
  });
  await picked?.run?.();
  return picked?.next;
}

/** Lines under a heading; nothing without any. */
function part(heading: string, lines: readonly Line[]): readonly Line[] {
  return lines.length === 0 ? [] : [{ label: heading, kind: QuickPickItemKind.Separator }, ...lines];
}

function lineOf({ sign, message, place }: ListedDifference): Line {
  const { start, end } = place.range;
  const selection = new Range(start.line, start.character, end.line, end.character);
  const uri = Uri.parse(place.uri);
  const file = uri.path.split("/").at(-1) ?? "";
  return {
    label: `${sign}  ${message}`,
    description: `${file}:${start.line + 1}`,
    run: () => window.showTextDocument(uri, { selection }),
  };
}

function actionsFor(tools: TickTools, compared: ComparedEstablishment, hasOthers: boolean): readonly Line[] {
  const { name, differences, alike, proofs, open } = compared;
  return [
    ...(proofs.length > 0
      ? [
          {
            label: `$(verified) ${l10n.t("Write Down the Proof")}`,
            description: proofs.map(({ title }) => title).join(", "),
            run: () => writeProofs(tools, compared),
          },
        ]
      : []),
    ...(differences.length + alike.length > 0
      ? [
          {
            label: `$(lightbulb) ${l10n.t("Show them in the Problems, with their fixes")}`,
            run: () => commands.executeCommand("workbench.actions.view.problems"),
          },
        ]
      : []),
    ...(open
      ? [
          {
            label: `$(question) ${l10n.t("Say What the Columns Hold")}`,
            description: open.titles.map(({ title }) => title).join(", "),
            next: "columns" as const,
          },
        ]
      : []),
    { label: `$(book) ${l10n.t("Show the whole report")}`, run: () => showComparisonPage(name) },
    ...(hasOthers
      ? [
          {
            label: `$(arrow-swap) ${l10n.t("It is a list of another establishment…")}`,
            next: "another" as const,
          },
        ]
      : []),
  ];
}

function writeProofs(tools: TickTools, { uri, proofs }: ComparedEstablishment): Promise<void> {
  const action = "preuve";
  return recordTicks(
    tools,
    proofs.map(({ slug, preuve }) => ({ establishment: uri, slug, action, preuve })),
  );
}
