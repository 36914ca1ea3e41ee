import { commands, Disposable, EventEmitter, l10n, Uri, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { PAGE_SCHEME, RULE_PAGES } from "../../server/src/features/page-protocol.ts";
import { COMMAND_EXPLAIN } from "../../server/src/features/protocol.ts";
import { pageText } from "./failure.ts";

/** Provides the pages of rules and of keys as virtual documents, whose text comes from the server. */
export function registerPages(client: BaseLanguageClient): Disposable {
  const changed = new EventEmitter<Uri>();
  return Disposable.from(
    changed,
    workspace.registerTextDocumentContentProvider(PAGE_SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent: (uri) => pageText(client, pageAt(client, uri)),
    }),
    workspace.onDidChangeConfiguration((change) => {
      if (!change.affectsConfiguration("rentree.language")) return;
      for (const { uri } of workspace.textDocuments) if (uri.scheme === PAGE_SCHEME) changed.fire(uri);
    }),
  );
}

/** Shows the page of a rule in VS Code's Markdown preview, beside the file. */
export async function showRulePage(rule: string): Promise<void> {
  await commands.executeCommand(
    "markdown.showPreviewToSide",
    Uri.from({ scheme: PAGE_SCHEME, path: `${RULE_PAGES}${rule}.md` }),
  );
}

async function pageAt(client: BaseLanguageClient, { path }: Uri): Promise<string> {
  const page = await client.sendRequest<string | null>("workspace/executeCommand", {
    command: COMMAND_EXPLAIN,
    arguments: [path],
  });
  return page ?? l10n.t("There is no such page.");
}
