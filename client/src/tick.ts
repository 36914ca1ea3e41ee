import { ConfigurationTarget, l10n, Uri, window, workspace } from "vscode";
import {
  type BaseLanguageClient,
  CancellationToken,
  ResponseError,
  type WorkspaceEdit,
  type WorkspaceMiddleware,
} from "vscode-languageclient";
import { COMMAND_TICK, type TickArgument } from "../../server/src/features/protocol.ts";
import type { ItemNode } from "./checklist-tree.ts";

type ApplyEdit = NonNullable<WorkspaceMiddleware["handleApplyEdit"]>;

/** How many ticks are in progress. Only during a tick, files that the server edits are saved. */
let ticking = 0;

/** Asks the server to record an action on an item; false if the user cancelled. */
export async function tick(
  client: BaseLanguageClient,
  { establishment, item }: ItemNode,
  action: TickArgument["action"],
  note?: string,
): Promise<boolean> {
  const par = action === "a-faire" ? undefined : await author();
  if (action !== "a-faire" && par === undefined) return false;

  const argument: TickArgument = {
    establishment: establishment.uri,
    slug: item.slug,
    action,
    ...(par === undefined ? {} : { par }),
    ...(note === undefined ? {} : { note }),
  };
  ticking++;
  try {
    await client.sendRequest("workspace/executeCommand", { command: COMMAND_TICK, arguments: [argument] });
  } finally {
    ticking--;
  }
  return true;
}

/** Applies an edit of the server. For a tick, files that had no unsaved changes before are saved too. */
export const applyEdit: ApplyEdit = async (params, next) => {
  if (ticking === 0) return next(params, CancellationToken.None);

  const clean = touchedBy(params.edit).filter((uri) => !isDirty(uri));
  const result = await next(params, CancellationToken.None);
  if (!(result instanceof ResponseError) && result.applied) {
    await Promise.all(clean.map((uri) => workspace.save(Uri.parse(uri))));
  } else {
    void window.showWarningMessage(l10n.t("The tick was not written: its file changed at the same moment."));
  }
  return result;
};

function touchedBy({ changes, documentChanges }: WorkspaceEdit): string[] {
  const texts = (documentChanges ?? []).flatMap((change) =>
    "textDocument" in change ? [change.textDocument.uri] : [],
  );
  return [...Object.keys(changes ?? {}), ...texts];
}

function isDirty(uri: string): boolean {
  const same = Uri.parse(uri).toString();
  return workspace.textDocuments.some((document) => document.isDirty && document.uri.toString() === same);
}

/** The name to record with a tick: from the settings, otherwise asked once and stored there. */
async function author(): Promise<string | undefined> {
  const settings = workspace.getConfiguration("rentree.checklist");
  const known = settings.get("author", "").trim();
  if (known !== "") return known;

  const given = await window.showInputBox({
    title: l10n.t("Who ticks the checklist?"),
    prompt: l10n.t("Written beside each tick, for example c.durand. Asked once and kept in your settings."),
    validateInput: (text) => (text.trim() === "" ? l10n.t("A name is needed.") : undefined),
  });
  if (given === undefined) return undefined;
  await settings.update("author", given.trim(), ConfigurationTarget.Global);
  return given.trim();
}
