import * as vscode from "vscode";
import type { ItemNode } from "../../../client/src/checklist-tree.ts";
import type { Rentree } from "../../../client/src/extension.ts";
import type { ChecklistItem } from "../../../server/src/features/protocol.ts";
import { PATIENCE } from "../../support/patience.ts";

/** Waits until something holds, for the editor and the server answer when they can. */
export async function until<T>(
  what: string,
  look: () => T | undefined | false | Promise<T | undefined | false>,
): Promise<T> {
  for (const end = Date.now() + PATIENCE; Date.now() < end; ) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    await new Promise((wake) => setTimeout(wake, 50));
  }
  throw new Error(`waited in vain for ${what}`);
}

/** Throws unless both are the same, said as JSON. */
export function equal(actual: unknown, expected: unknown): void {
  const [is, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (is !== wanted) throw new Error(`${is} is not ${wanted}`);
}

/** The extension, active. */
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

/** Opens a file in an editor that has the focus. */
export async function open(path: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file(path)));
}

/** Puts the cursor behind the first place where a text stands. */
export function cursorBehind(editor: vscode.TextEditor, text: string): void {
  const at = editor.document.getText().indexOf(text);
  if (at < 0) throw new Error(`“${text}” does not stand in ${editor.document.uri.path}`);
  const position = editor.document.positionAt(at + text.length);
  editor.selection = new vscode.Selection(position, position);
  editor.revealRange(editor.selection);
}

/** Types as a person does, so that all that hangs on a keystroke happens. */
export async function type(text: string): Promise<void> {
  for (const character of text) await vscode.commands.executeCommand("type", { text: character });
}

/** What the extension reports about a file, as `text underlined: message`. */
export async function findings(path: string): Promise<string[]> {
  const document = await vscode.workspace.openTextDocument(file(path));
  return diagnostics(path).map(({ range, message }) => `${document.getText(range)}: ${message}`);
}

/** What the extension reports about a file. */
export function diagnostics(path: string): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(file(path)).filter(({ source }) => source === "rentree");
}

/** The first item of the checklist that fits. */
export function itemWhere(api: Rentree, fits: (item: ChecklistItem) => boolean): ItemNode | undefined {
  for (const establishment of api.checklist()) {
    for (const phase of establishment.phases) {
      const item = phase.items.find(fits);
      if (item) return { establishment, phase, item };
    }
  }
  return undefined;
}

/** The text of a file as it is stored, or nothing while there is none. */
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
