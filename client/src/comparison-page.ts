import { commands, Disposable, EventEmitter, Uri, workspace } from "vscode";
import type { ShownDifferences } from "./comparison.ts";

const SCHEME = "rentree-pronote";

/** Provides the report on the last comparison as a virtual document: nothing of it is written to a file. */
export function registerComparisonPage(comparison: ShownDifferences): Disposable {
  const changed = new EventEmitter<Uri>();
  return Disposable.from(
    changed,
    workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent: () => comparison.compared?.report ?? "",
    }),
    comparison.onDidChange(() => {
      for (const { uri } of workspace.textDocuments) if (uri.scheme === SCHEME) changed.fire(uri);
    }),
  );
}

/** Shows that report in VS Code's Markdown preview, titled after the establishment. */
export async function showComparisonPage(name: string): Promise<void> {
  const path = `/PRONOTE · ${name.replaceAll("/", " ")}.md`;
  await commands.executeCommand("markdown.showPreviewToSide", Uri.from({ scheme: SCHEME, path }));
}
