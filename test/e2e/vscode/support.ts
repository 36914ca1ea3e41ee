import * as vscode from "vscode";
import type { ItemNode } from "../../../client/src/checklist-tree.ts";
import type { Rentree } from "../../../client/src/extension.ts";
import type { ChecklistItem } from "../../../server/src/features/protocol.ts";
import { PATIENCE } from "../../support/patience.ts";

/** Waits until a condition has a value, and resolves to it. Rejects after a time limit. */
export async function until<T>(
  what: string,
  condition: () => T | undefined | false | Promise<T | undefined | false>,
): Promise<T> {
  for (const end = Date.now() + PATIENCE; Date.now() < end; ) {
    const found = await condition();
    if (found !== undefined && found !== false) return found;
    await new Promise((wake) => setTimeout(wake, 50));
  }
  throw new Error(`waited in vain for ${what}`);
}

/** Throws unless both values have the same JSON. */
export function equal(actual: unknown, expected: unknown): void {
  const [actualText, expectedText] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (actualText !== expectedText) throw new Error(`${actualText} is not ${expectedText}`);
}

/** Activates the extension. */
export async function rentree(): Promise<Rentree> {
  const extension = vscode.extensions.getExtension<Rentree>("rentree.rentree");
  if (!extension) throw new Error("the extension is not installed");
  return extension.activate();
}

/** A file of the tests' workspace. */
export function file(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error("no folder is open");
  return vscode.Uri.joinPath(folder.uri, path);
}

/** Opens a file in an editor with the focus. */
export async function open(path: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file(path)));
}

/** Puts the cursor after the first occurrence of a text. */
export function cursorAfter(editor: vscode.TextEditor, text: string): void {
  const at = editor.document.getText().indexOf(text);
  if (at < 0) throw new Error(`“${text}” does not stand in ${editor.document.uri.path}`);
  const position = editor.document.positionAt(at + text.length);
  editor.selection = new vscode.Selection(position, position);
  editor.revealRange(editor.selection);
}

/** Types character by character, so that everything that a keystroke triggers happens. */
export async function type(text: string): Promise<void> {
  for (const character of text) await vscode.commands.executeCommand("type", { text: character });
}

/** The diagnostics of the extension in a file, as `underlined text: message`. */
export async function findings(path: string): Promise<string[]> {
  const document = await vscode.workspace.openTextDocument(file(path));
  return diagnostics(path).map(({ range, message }) => `${document.getText(range)}: ${message}`);
}

/** The diagnostics of the extension in a file. */
export function diagnostics(path: string): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(file(path)).filter(({ source }) => source === "rentree");
}

/** The first item of the checklist that matches. */
export function itemWhere(api: Rentree, matches: (item: ChecklistItem) => boolean): ItemNode | undefined {
  for (const establishment of api.checklist()) {
    for (const phase of establishment.phases) {
      const item = phase.items.find(matches);
      if (item) return { establishment, phase, item };
    }
  }
  return undefined;
}

/** The text of a file on the disk; `undefined` if it does not exist. */
export async function stored(path: string): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(file(path)));
  } catch {
    return undefined;
  }
}

/** Changes a setting of the extension for the user. */
export async function set(name: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration("rentree").update(name, value, vscode.ConfigurationTarget.Global);
}
