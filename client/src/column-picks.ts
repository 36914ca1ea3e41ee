import { l10n, type QuickPickItem, window } from "vscode";
import type { AskedTitle, AskedTitles } from "../../server/src/features/compare-protocol.ts";

/** What a user says that a title stands for: a column, or nothing that is wanted. */
export interface SaidTitle extends AskedTitle {
  /** The name of the column; empty if it is not wanted. */
  readonly column: string;
}

interface ColumnPick extends QuickPickItem {
  readonly column?: string;
}

/**
 * Asks what each title stands for that nobody knows. A title may be left open. Resolves to the answers; to `undefined` if
 * the user cancels.
 */
export async function pickColumns({
  titles,
  columns,
}: AskedTitles): Promise<readonly SaidTitle[] | undefined> {
  const said: SaidTitle[] = [];
  for (const [index, one] of titles.entries()) {
    const left = columns.filter(({ name }) => said.every(({ column }) => column !== name));
    const picks: readonly ColumnPick[] = [
      ...left.map(({ name, title }) => ({ label: title, description: name, column: name })),
      { label: l10n.t("Nothing that is wanted"), column: "" },
      { label: l10n.t("Leave it open") },
    ];
    const picked = await window.showQuickPick(picks, {
      title: l10n.t("What does the column “{0}” hold? ({1} of {2})", one.title, index + 1, titles.length),
      ignoreFocusOut: true,
    });
    if (!picked) return undefined;
    if (picked.column !== undefined) said.push({ ...one, column: picked.column });
  }
  return said;
}

/** Asks whether what was said about titles is to be written down. */
export async function isToBeKept(): Promise<boolean> {
  const keep = {
    label: l10n.t("Keep these answers"),
    detail: l10n.t("They are written under “correspondances”, and are not asked for again."),
  };
  const picked = await window.showQuickPick([keep, { label: l10n.t("Only this time") }], {
    title: l10n.t("What was said about the columns"),
    ignoreFocusOut: true,
  });
  return picked === keep;
}
