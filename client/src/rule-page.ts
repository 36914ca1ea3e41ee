import { commands, Disposable, EventEmitter, l10n, Uri, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { COMMAND_EXPLAIN } from "../../server/src/features/protocol.ts";
import { pageText } from "./failure.ts";

const SCHEME = "rentree-rule";

/** Provides the pages of rules as virtual documents, whose text comes from the server. */
export function registerRulePages(client: BaseLanguageClient): Disposable {
  const changed = new EventEmitter<Uri>();
  return Disposable.from(
    changed,
    workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent: (uri) => pageText(client, pageOf(client, ruleOf(uri))),
    }),
    workspace.onDidChangeConfiguration((change) => {
      if (!change.affectsConfiguration("rentree.language")) return;
      for (const { uri } of workspace.textDocuments) if (uri.scheme === SCHEME) changed.fire(uri);
    }),
  );
}

/** Shows the page of a rule in VS Code's Markdown preview, beside the file. */
export async function showRulePage(rule: string): Promise<void> {
  await commands.executeCommand(
    "markdown.showPreviewToSide",
    Uri.from({ scheme: SCHEME, path: `${rule}.md` }),
  );
}

async function pageOf(client: BaseLanguageClient, rule: string): Promise<string> {
  const page = await client.sendRequest<string | null>("workspace/executeCommand", {
    command: COMMAND_EXPLAIN,
    arguments: [rule],
  });
  return page ?? l10n.t("No rule is called “{0}”.", rule);
}

function ruleOf({ path }: Uri): string {
  return path.replace(/\.md$/, "");
}
