import * as vscode from "vscode";
import type { Beside } from "./beside-extension.ts";
import { cursorAfter, equal, file, open, rentree, set, type, until } from "./support.ts";

const COPY = "copie.yaml";
const CLASSES = "college-des-tilleuls/classes.pronote.yaml";

suite("Beside other tools for YAML", () => {
  let beside: Beside;

  suiteSetup(async () => {
    await rentree();
    await set("language", "en");
    const extension = vscode.extensions.getExtension<Beside>("rentree-test.beside");
    if (!extension) throw new Error("the other extension is not there");
    beside = await extension.activate();
  });

  suiteTeardown(() => set("language", undefined));

  test("the others work, with our schema, in a file that is theirs", async () => {
    const { document } = await open(COPY);
    const [found] = await until("their finding", () => all(COPY, 0));
    equal(
      [found?.source?.startsWith("yaml-schema"), found?.message],
      [true, "Property classs is not allowed."],
    );
    const hovers = await hoversAt(COPY, new vscode.Position(1, 4));
    equal(hovers.length, 1);
    equal((await labelsAt(COPY, new vscode.Position(0, 0))).includes("classes"), true);
    await vscode.commands.executeCommand("editor.action.formatDocument");
    equal(document.getText(), 'classs: {}\nhebergement: { mode: "heberge" }\n');
  });

  test("in our file, a fault has one finding, of ours", async () => {
    const { document } = await writtenAnew("classs: {}\nclasses:\n  6E1: { niveau: 6e }\n");
    const found = await until("a finding", () => all(CLASSES, 0));
    equal(
      found.map(({ source, range }) => [source, document.getText(range)]),
      [["rentree", "classs"]],
    );
  });

  test("in our file, a broken line has one finding, of ours", async () => {
    await writtenAnew("classes:\n  6E1: { niveau: '6e }\n  6E2: {}\n");
    const found = await until("a finding", () => all(CLASSES, 1));
    equal(found.map(({ source }) => source).join(), "rentree");
    equal(
      (all(CLASSES) || []).filter(({ source }) => source !== "rentree"),
      [],
    );
  });

  test("in our file, each key is proposed once, and there is one hover", async () => {
    await writtenAnew("classes:\n  6E1:\n    niveau: 6e\n    p\n");
    const labels = await labelsAt(CLASSES, new vscode.Position(3, 5));
    equal(labels.includes("professeur-principal"), true);
    equal(
      labels.filter((label, index) => labels.indexOf(label) !== index),
      [],
    );
    equal((await hoversAt(CLASSES, new vscode.Position(2, 6))).length, 1);
  });

  test("in our file, one formatter is asked, ours, without a question", async () => {
    const { document } = await writtenAnew("classes:\n  6E1:   { niveau: '6e' }\n");
    await vscode.commands.executeCommand("editor.action.formatDocument");
    equal(document.getText(), "classes:\n  6E1: { niveau: '6e' }\n");
  });

  test("ghost text of others and our suggestions do not disturb each other", () =>
    typeBesideGhostText(beside));
});

async function typeBesideGhostText({ asked }: Beside): Promise<void> {
  const editor = await writtenAnew("classes:\n  6E1:\n    niveau: 6e\n");
  cursorAfter(editor, "niveau: 6e\n");
  await type("    prof");
  await until("ghost text asked", () => asked.has(editor.document.uri.path));
  await vscode.commands.executeCommand("editor.action.triggerSuggest");
  await until("our suggestion accepted", async () => {
    await vscode.commands.executeCommand("acceptSelectedSuggestion");
    return editor.document.getText().includes("professeur");
  });
  equal(editor.document.getText().includes("ghost"), false);
}

/** All findings of all extensions in a file, or on one of its lines; `false` if there are none. */
function all(path: string, line?: number): vscode.Diagnostic[] | false {
  const found = vscode.languages
    .getDiagnostics(file(path))
    .filter(({ range }) => line === undefined || range.start.line === line);
  return found.length > 0 && found;
}

/** Our file with another text, in an editor. */
async function writtenAnew(text: string): Promise<vscode.TextEditor> {
  const editor = await open(CLASSES);
  const whole = new vscode.Range(0, 0, editor.document.lineCount, 0);
  await editor.edit((edit) => edit.replace(whole, text));
  return editor;
}

async function hoversAt(path: string, position: vscode.Position): Promise<vscode.Hover[]> {
  return vscode.commands.executeCommand("vscode.executeHoverProvider", file(path), position);
}

async function labelsAt(path: string, position: vscode.Position): Promise<string[]> {
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
    "vscode.executeCompletionItemProvider",
    file(path),
    position,
  );
  return items.map(({ label }) => (typeof label === "string" ? label : label.label));
}
