import { l10n, window } from "vscode";
import { COMMAND_SILENCE, type SilenceArgument } from "../../../server/src/features/protocol.ts";
import { findingsAt, ruleOf } from "../findings.ts";
import type { Command, Tools } from "./command.ts";

/** A finding: its file, its rule, its line. */
type Place = Omit<SilenceArgument, "reason">;

/** Asks why the given finding, or one at the cursor, does not matter, and lets the server write that as a comment. */
export const silence: Command = async ({ client }, argument) => {
  const place = isPlace(argument) ? argument : await placeAtCursor(client);
  if (!place) return;
  const reason = await window.showInputBox({
    title: l10n.t("Silence “{0}” Here", place.rule),
    prompt: l10n.t("Why does it not matter here? Written as a comment, for those who read the file later."),
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === "" ? l10n.t("A reason is needed.") : undefined),
  });
  if (reason === undefined) return;
  const complete: SilenceArgument = { ...place, reason };
  await client.sendRequest("workspace/executeCommand", { command: COMMAND_SILENCE, arguments: [complete] });
};

function isPlace(value: unknown): value is Place {
  return typeof value === "object" && value !== null && "uri" in value && "rule" in value && "line" in value;
}

async function placeAtCursor(client: Tools["client"]): Promise<Place | undefined> {
  const editor = window.activeTextEditor;
  const picks = findingsAt(editor).flatMap((finding) => {
    const rule = ruleOf(finding);
    return rule === undefined ? [] : { label: rule, detail: finding.message, line: finding.range.start.line };
  });
  if (!editor || picks.length === 0) {
    void window.showInformationMessage(l10n.t("There is no finding at the cursor."));
    return undefined;
  }
  const picked = picks.length === 1 ? picks[0] : await window.showQuickPick(picks, { matchOnDetail: true });
  const uri = client.code2ProtocolConverter.asUri(editor.document.uri);
  return picked && { uri, rule: picked.label, line: picked.line };
}
