import { env, l10n, window } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  type AskedTitles,
  COMPARE,
  type CompareAnswer,
  type CompareParams,
} from "../../../server/src/features/compare-protocol.ts";
import { isToBeKept, pickColumns } from "../column-picks.ts";
import { showCompared } from "../compared-list.ts";
import { writeChange } from "../written-change.ts";
import type { Command, Tools } from "./command.ts";

/** Compares the list in the clipboard with the establishment of the open file. No file is left of it. */
export const compareClipboard: Command = async (tools) => {
  const { client, comparison } = tools;
  await client.start();
  const text = await env.clipboard.readText();
  const uri = window.activeTextEditor?.document.uri.toString();
  let params: CompareParams | undefined = { text, ...(uri === undefined ? {} : { uri }) };
  while (params) {
    const answer: CompareAnswer = await client.sendRequest(COMPARE, params);
    const { compared, refused } = answer;
    if (compared) comparison.show(compared);
    params = refused ? await afterRefusal(client, params, refused) : await afterAnswer(tools, params, answer);
  }
};

/** Takes the differences of the last comparison away, and what was noticed about the files of the last import. */
export const clearComparison: Command = ({ comparison, importer }) => {
  comparison.clear();
  importer.clear();
};

/** Shows what was found, and resolves to what to compare next: with another establishment, or with other titles. */
async function afterAnswer(
  tools: Tools,
  params: CompareParams,
  { compared, choices }: CompareAnswer,
): Promise<CompareParams | undefined> {
  const next = compared ? await showCompared(tools, compared, choices.length > 1) : "another";
  if (next === "another") {
    const uri = await establishmentOf(choices);
    return uri === undefined ? undefined : { ...params, uri };
  }
  return next === "columns" && compared?.open
    ? withColumns(tools.client, params, compared.uri, compared.open)
    : undefined;
}

/** Tells why a list was not compared; where it is for a title that nobody knows, the user can say what it is. */
async function afterRefusal(
  client: BaseLanguageClient,
  params: CompareParams,
  { name, uri, reason, open }: NonNullable<CompareAnswer["refused"]>,
): Promise<CompareParams | undefined> {
  const say = l10n.t("Say What the Columns Hold");
  const picked = await window.showWarningMessage(`${name}: ${reason}`, ...(open ? [say] : []));
  return picked && open ? withColumns(client, params, uri, open) : undefined;
}

async function withColumns(
  client: BaseLanguageClient,
  params: CompareParams,
  establishment: string,
  open: AskedTitles,
): Promise<CompareParams | undefined> {
  const said = await pickColumns(open);
  if (!said || said.length === 0) return undefined;
  if (await isToBeKept())
    for (const { path, column } of said)
      await writeChange(client, { establishment, change: { path, text: column === "" ? "~" : column } });
  const titles = Object.fromEntries(said.map(({ title, column }) => [title, column]));
  return { ...params, uri: establishment, titles: { ...params.titles, ...titles } };
}

async function establishmentOf(choices: CompareAnswer["choices"]): Promise<string | undefined> {
  const picks = choices.map(({ name, uri }) => ({ label: name, description: decodeURI(uri), uri }));
  const picked = await window.showQuickPick(picks, {
    title: l10n.t("Compare with What PRONOTE Shows"),
    placeHolder: l10n.t("Which establishment is the list of?"),
  });
  return picked?.uri;
}
