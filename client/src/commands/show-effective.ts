import { commands, l10n, window, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { EFFECTIVE_AT, type EffectiveSubject } from "../../../server/src/features/fleet-protocol.ts";
import { effectiveUri } from "../effective-page.ts";
import { openFirst } from "../item-look.ts";
import type { Command, Tools } from "./command.ts";
import { clickedEstablishment } from "./subject.ts";

/** Shows what PRONOTE is to hold: for the establishment that was clicked, else for what is at the cursor. */
export const showEffective: Command = async (tools, argument) => {
  const title = l10n.t("Effective Configuration");
  const subject = clickedSubject(argument) ?? (await pickSubject(await subjectsFor(tools), title));
  if (!subject) return;
  const document = await workspace.openTextDocument(effectiveUri(subject, true));
  await window.showTextDocument(document, { preview: true });
};

/** Compares what PRONOTE is to hold for two establishments, in VS Code's view of differences. */
export const compareEffective: Command = async (tools, argument) => {
  const title = l10n.t("Compare Effective Configurations");
  const all = establishmentsOf(tools);
  const first = clickedSubject(argument) ?? (await pickSubject(all, title));
  const others = all.filter(({ establishment }) => establishment !== first?.establishment);
  if (!first) return;
  if (others.length === 0) {
    void window.showInformationMessage(l10n.t("There is no other establishment to compare with."));
    return;
  }
  const second = await pickSubject(others, l10n.t("Compare “{0}” with", first.name), true);
  if (!second) return;
  const [left, right] = [effectiveUri(first, false), effectiveUri(second, false)];
  await commands.executeCommand("vscode.diff", left, right, `${first.name} ↔ ${second.name}`);
};

/** What is at the cursor; without an open configuration, all establishments. */
async function subjectsFor(tools: Tools): Promise<readonly EffectiveSubject[]> {
  const editor = window.activeTextEditor;
  const found = editor
    ? await subjectsAt(tools.client, editor.document.uri.toString(), editor.selection.active)
    : [];
  return found.length > 0 ? found : establishmentsOf(tools);
}

async function subjectsAt(
  client: BaseLanguageClient,
  uri: string,
  { line, character }: { readonly line: number; readonly character: number },
): Promise<readonly EffectiveSubject[]> {
  const params = { textDocument: { uri }, position: { line, character } };
  return (await client.sendRequest<readonly EffectiveSubject[] | null>(EFFECTIVE_AT, params)) ?? [];
}

function establishmentsOf({ checklist }: Tools): readonly EffectiveSubject[] {
  const all = openFirst(checklist.establishments, window.activeTextEditor?.document.uri.toString());
  return all.map(({ name, uri }) => ({ name, establishment: uri }));
}

/** One of several, chosen by the user; the only one at once, unless it is to be confirmed. */
async function pickSubject(
  subjects: readonly EffectiveSubject[],
  title: string,
  confirm = false,
): Promise<EffectiveSubject | undefined> {
  const [only, ...others] = subjects;
  if (!only) {
    void window.showInformationMessage(l10n.t("There is no establishment in the open folders."));
    return undefined;
  }
  if (others.length === 0 && !confirm) return only;
  const picks = subjects.map((subject) => ({
    label: subject.at ?? subject.name,
    ...(subject.at === undefined ? {} : { description: subject.name }),
    subject,
  }));
  return (await window.showQuickPick(picks, { title }))?.subject;
}

function clickedSubject(argument: unknown): EffectiveSubject | undefined {
  const clicked = clickedEstablishment(argument);
  return clicked && { establishment: clicked.uri, name: clicked.name };
}
