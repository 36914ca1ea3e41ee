import { commands, l10n, window } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { failureText } from "./failure-text.ts";

/** Logs what failed under a name, and tells the user why; if the server does not run, with a way to start it. */
export function tellFailure(client: BaseLanguageClient, name: string, error: unknown): void {
  client.outputChannel.error(`${name}: ${error}`);
  const isRunning = client.isRunning();
  const text = failureText(error, isRunning, l10n);
  if (text === undefined) return;
  const start = l10n.t("Start It Again");
  void window.showErrorMessage(text, ...(isRunning ? [] : [start])).then((chosen) => {
    if (chosen === start) void commands.executeCommand("rentree.restartServer");
  });
}

/** A page's text that the server makes; where it cannot, why, and the page can be opened again. */
export async function pageText(client: BaseLanguageClient, text: Thenable<string>): Promise<string> {
  try {
    return await text;
  } catch (error) {
    client.outputChannel.warn(`page: ${error}`);
    return failureText(error, client.isRunning(), l10n) ?? "";
  }
}
