import * as vscode from "vscode";
import type { Rentree } from "../../../client/src/extension.ts";
import { cursorAfter, equal, file, open, rentree, type, until } from "./support.ts";

const CLASSES = "college-des-tilleuls/classes.pronote.yaml";
const OTHER = "lycee/etablissement.pronote.yaml";

suite("What holds, and who is affected", () => {
  let api: Rentree;

  suiteSetup(async () => {
    api = await rentree();
    await vscode.workspace.fs.writeFile(
      file(OTHER),
      new TextEncoder().encode("etablissement:\n  rne: 0759998K\n  nom: Lycée des Ormes\n"),
    );
    await until("two establishments", () => api.checklist().length > 1);
  });

  suiteTeardown(async () => {
    await vscode.workspace.fs.delete(file(OTHER));
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  });

  test("tells what a teacher is mentioned by", async () => {
    const editor = await open(CLASSES);
    cursorAfter(editor, "  martin");
    const [item] = await vscode.commands.executeCommand<vscode.CallHierarchyItem[]>(
      "vscode.prepareCallHierarchy",
      editor.document.uri,
      editor.selection.active,
    );
    const calls = await vscode.commands.executeCommand<vscode.CallHierarchyIncomingCall[]>(
      "vscode.provideIncomingCalls",
      item,
    );
    equal(calls.filter(({ from }) => from.name === "6E1").length, 1);
  });

  test("shows what holds for the thing at the cursor, read-only, and follows the text", async () => {
    const editor = await open(CLASSES);
    cursorAfter(editor, "  6E1: { niv");
    const shown = vscode.commands.executeCommand("rentree.showEffective");
    await accept(shown);
    const page = vscode.window.activeTextEditor?.document;
    equal([page?.uri.scheme, page?.languageId], ["rentree-effective", "yaml"]);
    await until("an inherited value", () => page?.getText().includes("periodicite: trimestriel"));
    const again = await open(CLASSES);
    cursorAfter(again, "    periodicite: trimestriel");
    await type("x");
    await until("the change", () => !page?.getText().includes("periodicite: trimestriel"));
    await vscode.commands.executeCommand("undo");
    await until("the value", () => page?.getText().includes("periodicite: trimestriel"));
  });

  test("compares what holds for two establishments", async () => {
    const [first] = api.checklist();
    await accept(vscode.commands.executeCommand("rentree.compareEffective", { establishment: first }));
    const input = await until("the differences", () => {
      const tab = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
      return tab instanceof vscode.TabInputTextDiff && tab;
    });
    const texts = await Promise.all([input.original, input.modified].map(textOf));
    equal(texts[0] !== texts[1] && texts.every((text) => text.includes("etablissement:")), true);
    equal(
      texts.some((text) => text.includes(".pronote.yaml:")),
      false,
    );
  });
});

suite("Pages of keys", () => {
  suiteTeardown(() => vscode.commands.executeCommand("workbench.action.closeAllEditors"));

  test("shows the page of a key as its type definition", async () => {
    const editor = await open(CLASSES);
    cursorAfter(editor, "    periodicite: trimes");
    await vscode.commands.executeCommand("editor.action.goToTypeDefinition");
    await until("the page", () => pagesShown().includes("/keys/niveaux/*/periodicite.md"));
  });

  test("leads from the page of a key to those of other keys and of rules", async () => {
    const page = vscode.Uri.parse("rentree-page:/keys/niveaux/*/services.md");
    equal((await textOf(page)).startsWith("# Services\n"), true);
    const links = await until("links", async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
        "vscode.executeLinkProvider",
        page,
        MOST_LINKS,
      );
      return found.length > 2 && found.flatMap(({ target }) => target ?? []);
    });
    for (const path of ["/keys/niveaux/*/services/*.md", "/rules/unknown-reference.md"]) {
      const link = links.find((target) => target.path === path);
      await vscode.commands.executeCommand("vscode.open", link);
      await until(path, () => pagesShown().includes(path));
    }
  });
});

/** More links than a page has: so many are resolved. */
const MOST_LINKS = 1000;

/** The paths of the pages in tabs. */
function pagesShown(): readonly string[] {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.flatMap(({ input }) => {
    const uri = input instanceof vscode.TabInputCustom ? input.uri : undefined;
    return uri?.scheme === "rentree-page" ? uri.path : [];
  });
}

async function textOf(uri: vscode.Uri): Promise<string> {
  return (await vscode.workspace.openTextDocument(uri)).getText();
}

/** Takes the first choice of a list, as soon as there is one, until the command that asks has ended. */
async function accept(running: Thenable<unknown>): Promise<void> {
  let isDone = false;
  const done = running.then(() => {
    isDone = true;
  });
  await until("the command", async () => {
    if (!isDone) await vscode.commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
    return isDone;
  });
  await done;
}
