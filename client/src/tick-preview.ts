import { l10n, type QuickPickItem, QuickPickItemKind, window } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  TICK_PREVIEW,
  type TickCandidate,
  type TickPreviewParams,
} from "../../server/src/features/checklist-protocol.ts";

/** What a preview shows of a step: its title, or where one step is ticked in many establishments, the establishment. */
type Label = (candidate: TickCandidate) => string;

interface CandidatePick extends QuickPickItem {
  readonly candidate?: TickCandidate;
}

/**
 * Shows which steps an action would change, all of them chosen, and why others are left out. The result is what the user
 * leaves chosen; `undefined` if there is nothing to choose, or the user cancels.
 */
export async function chooseCandidates(
  client: BaseLanguageClient,
  params: TickPreviewParams,
  title: string,
  labelOf: Label,
): Promise<readonly TickCandidate[] | undefined> {
  const candidates = await client.sendRequest<readonly TickCandidate[]>(TICK_PREVIEW, params);
  const able = candidates.filter(({ refused }) => refused === undefined);
  const left = candidates.filter(({ refused }) => refused !== undefined);
  if (able.length === 0) {
    const reason = left[0]?.refused ?? l10n.t("No step of the checklist is in a state for that.");
    void window.showInformationMessage(left[0] ? `${labelOf(left[0])}: ${reason}` : reason);
    return undefined;
  }
  const picks: CandidatePick[] = [
    ...able.map((candidate) => ({ label: labelOf(candidate), picked: true, candidate })),
    ...(left.length > 0 ? [{ label: l10n.t("Left out"), kind: QuickPickItemKind.Separator }] : []),
    ...left.map((candidate) => ({ label: labelOf(candidate), detail: candidate.refused ?? "" })),
  ];
  const chosen = await window.showQuickPick(picks, {
    title,
    placeHolder: l10n.t("{0} would be ticked, {1} left out", able.length, left.length),
    canPickMany: true,
    matchOnDetail: true,
  });
  const steps = chosen?.flatMap(({ candidate }) => candidate ?? []) ?? [];
  return steps.length === 0 ? undefined : steps;
}
