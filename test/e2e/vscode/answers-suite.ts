import * as vscode from "vscode";
import { cursorAfter, equal, file, open, rentree, set, type, until } from "./support.ts";

const ACADEMIE = "academie.pronote.yaml";
const CLASSES = "college-des-tilleuls/classes.pronote.yaml";

/** That features answer through the editor in every extension host; what they answer is tested beside them. */
suite("Every feature answers", () => {
  suiteSetup(async () => {
    await rentree();
    await open(ACADEMIE);
    await open(CLASSES);
  });

  test("references and highlights of a subject that another file declares", async () => {
    const at = await placeOf(ACADEMIE, "FRANC:");
    const places = await answered<vscode.Location>("vscode.executeReferenceProvider", file(ACADEMIE), at);
    equal(new Set(places.map(({ uri }) => uri.path.endsWith(CLASSES))).has(true), true);
    await answered("vscode.executeDocumentHighlights", file(ACADEMIE), at);
  });

  test("a rename edits the file of the declaration and those that mention it", async () => {
    const at = await placeOf(ACADEMIE, "FRANC:");
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      "vscode.executeDocumentRenameProvider",
      file(ACADEMIE),
      at,
      "FRANCAIS",
    );
    equal(edit.entries().length > 1, true);
  });

  test("symbols, folding, selection and tokens", async () => {
    await answered("vscode.executeDocumentSymbolProvider", file(CLASSES));
    await answered("vscode.executeWorkspaceSymbolProvider", "6E1");
    await answered("vscode.executeFoldingRangeProvider", file(CLASSES));
    await answered("vscode.executeSelectionRangeProvider", file(CLASSES), [await placeOf(CLASSES, "6E1")]);
    const tokens = await until("tokens", async () =>
      vscode.commands.executeCommand<vscode.SemanticTokens>(
        "vscode.provideDocumentSemanticTokens",
        file(CLASSES),
      ),
    );
    equal(tokens.data.length > 0, true);
  });

  test("who is affected by a subject, and from where a class inherits", async () => {
    const subject = await placeOf(ACADEMIE, "FRANC:");
    const [item] = await answered<vscode.CallHierarchyItem>(
      "vscode.prepareCallHierarchy",
      file(ACADEMIE),
      subject,
    );
    await answered("vscode.provideIncomingCalls", item);
    await answered("vscode.prepareTypeHierarchy", file(CLASSES), await placeOf(CLASSES, "6E1:"));
  });
});

suite("What is added to a text, and how it is formatted", () => {
  suiteSetup(rentree);

  test("lenses with their titles, and hints", async () => {
    await set("codeLens", true);
    const lenses = await until("a lens with its title", async () => {
      const all = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        "vscode.executeCodeLensProvider",
        file(CLASSES),
        MANY,
      );
      return all.some(({ command }) => command !== undefined && command.title !== "") && all;
    });
    equal(lenses.length > 0, true);
    const { document } = await open(CLASSES);
    const whole = new vscode.Range(new vscode.Position(0, 0), document.positionAt(document.getText().length));
    const hints = await answered<vscode.InlayHint>("vscode.executeInlayHintProvider", file(CLASSES), whole);
    equal(
      hints.every((hint) => labelOf(hint).trim() !== ""),
      true,
    );
  });

  test("a badly written line is formatted, and nothing else", async () => {
    const editor = await open(CLASSES);
    cursorAfter(editor, "  roux: { nom: ROUX, prenom: Hugo }");
    await type("   ");
    const edits = await answered<vscode.TextEdit>("vscode.executeFormatDocumentProvider", file(CLASSES), {
      tabSize: 2,
      insertSpaces: true,
    });
    equal([...new Set(edits.map(({ range }) => range.start.line))], [editor.selection.active.line]);
    await vscode.commands.executeCommand("undo");
  });
});

/** So many lenses are asked for with their titles. */
const MANY = 50;

function labelOf({ label }: vscode.InlayHint): string {
  return typeof label === "string" ? label : label.map(({ value }) => value).join("");
}

async function placeOf(path: string, text: string): Promise<vscode.Position> {
  const document = await vscode.workspace.openTextDocument(file(path));
  return document.positionAt(document.getText().indexOf(text) + 1);
}

/** The answer to a command, once it is a list with something in it. */
function answered<T>(command: string, ...args: readonly unknown[]): Promise<T[]> {
  return until(command, async () => {
    const list = await vscode.commands.executeCommand<T[] | undefined>(command, ...args);
    return list !== undefined && list.length > 0 && list;
  });
}
