import * as vscode from "vscode";
import type { Rentree } from "../../../client/src/extension.ts";
import {
  cursorAfter,
  diagnostics,
  equal,
  file,
  findings,
  itemWhere,
  open,
  rentree,
  set,
  stored,
  type,
  until,
} from "./support.ts";

const ACADEMIE = "academie.pronote.yaml";
const ETABLISSEMENT = "college-des-tilleuls/etablissement.pronote.yaml";
const CLASSES = "college-des-tilleuls/classes.pronote.yaml";
const DEROULEMENT = "college-des-tilleuls/deroulement.pronote.yaml";

suite("Rentrée in a real editor", () => {
  let api: Rentree;

  suiteSetup(async () => {
    api = await rentree();
    await set("language", "en");
    await set("checklist.author", "c.durand");
  });

  suiteTeardown(async () => {
    await set("language", undefined);
    await set("checklist.author", undefined);
  });

  test("our files have our language, other YAML has not", async () => {
    equal((await open(ETABLISSEMENT)).document.languageId, "pronote");
    const other = await vscode.workspace.openTextDocument(file("autre/notes.yaml"));
    equal([other.languageId, vscode.languages.getDiagnostics(other.uri).length], ["yaml", 0]);
  });

  test("reports a file that is open", async () => {
    const found = await until("oui", async () =>
      (await findings(ETABLISSEMENT)).find((one) => one.startsWith("oui: ")),
    );
    if (!found.includes("true")) throw new Error(`it does not say what to write: ${found}`);
  });

  test("reports a file that nobody opened, against a file elsewhere", async () => {
    equal(
      vscode.window.visibleTextEditors.filter(({ document }) => document.uri.path.endsWith(CLASSES)).length,
      0,
    );
    const at = await until("two findings", () => diagnostics(CLASSES).length >= 2 && diagnostics(CLASSES));
    equal(
      at.every(({ code }) => typeof code === "object" && code.target.scheme === "command"),
      true,
    );
    const words = await findings(CLASSES);
    for (const wrong of ["martni", "professeur-principale"]) {
      equal(words.filter((one) => one.startsWith(`${wrong}: `)).length, 1);
    }
  });

  test("reports while one types, and takes it back", async () => {
    const editor = await open(CLASSES);
    cursorAfter(editor, "6E1: { niveau: 6e, professeur-principal: martin");
    await type("ez");
    await until("martinez", async () =>
      (await findings(CLASSES)).some((one) => one.startsWith("martinez: ")),
    );
    await vscode.commands.executeCommand("deleteLeft");
    await vscode.commands.executeCommand("deleteLeft");
    await until(
      "no martinez",
      async () => !(await findings(CLASSES)).some((one) => one.startsWith("martinez: ")),
    );
  });

  test("completes a name from another place", async () => {
    const editor = await open(CLASSES);
    const line = "6E2: { niveau: 6e, professeur-principale: roux, services: { FRANC: martni, EPS: roux";
    cursorAfter(editor, line);
    for (let times = 0; times < 2; times++) await vscode.commands.executeCommand("deleteLeft");
    await acceptSuggestion(editor, line);
  });

  test("shows what a key means", async () => {
    const editor = await open(ETABLISSEMENT);
    cursorAfter(editor, "delegation-serveu");
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      "vscode.executeHoverProvider",
      editor.document.uri,
      editor.selection.active,
    );
    const text = hovers.flatMap(({ contents }) =>
      contents.map((one) => (typeof one === "string" ? one : one.value)),
    );
    if (!text.join("").includes("PRONOTE")) throw new Error(`no menu path in ${JSON.stringify(text)}`);
  });

  test("goes to a definition in another file", async () => {
    const editor = await open(CLASSES);
    cursorAfter(editor, "services: { FRA");
    await vscode.commands.executeCommand("editor.action.revealDefinition");
    const there = await until("the definition", () => {
      const now = vscode.window.activeTextEditor;
      return now?.document.uri.path.endsWith(ACADEMIE) ? now : undefined;
    });
    equal(there.document.lineAt(there.selection.active).text.trim().startsWith("FRANC:"), true);
  });

  test("applies a quick fix", async () => {
    const editor = await open(ETABLISSEMENT);
    cursorAfter(editor, "sms: o");
    await vscode.commands.executeCommand("editor.action.codeAction", {
      kind: "quickfix",
      apply: "first",
      preferred: true,
    });
    await until("the fix", () => editor.document.getText().includes("sms: true }"));
    await until("no finding", () => diagnostics(ETABLISSEMENT).length === 0);
    await editor.document.save();
  });

  test("ticks an item of the checklist, writes it down, and reopens it", async () => {
    await vscode.commands.executeCommand("rentree.checklist.focus");
    const node = await until("an item to tick", () => itemWhere(api, ({ tickable }) => tickable));
    const { slug } = node.item;
    const ticked = (on: boolean) =>
      (itemWhere(api, (item) => item.slug === slug)?.item.state === "done") === on;

    await vscode.commands.executeCommand("rentree.checklist.tick", node);
    const text = await until("the file", async () => {
      const now = await stored(DEROULEMENT);
      return now?.includes(`  ${slug}: {`) ? now : undefined;
    });
    if (!/fait: \d{4}-\d{2}-\d{2}/.test(text) || !text.includes("par: c.durand")) throw new Error(text);
    await until("the item done", () => ticked(true));

    await vscode.commands.executeCommand(
      "rentree.checklist.reopen",
      itemWhere(api, (item) => item.slug === slug),
    );
    await until("the entry gone", async () => !(await stored(DEROULEMENT))?.includes(`  ${slug}: {`));
    await until("the item open", () => ticked(false));
    // The editor notices the saved file a moment after it is on the disk.
    await until("the file saved", () =>
      vscode.workspace.textDocuments.every(({ isDirty, uri }) => !isDirty || !uri.path.endsWith(DEROULEMENT)),
    );
  });

  test("opens the plan beside the file, at the step that covers its line, and at a step of the checklist", async () => {
    const editor = await open(ETABLISSEMENT);
    cursorAfter(editor, "delegation-serveu");
    await vscode.commands.executeCommand("rentree.openPlan", editor.document.uri);
    await until("the plan", () => planTab()?.label === "Plan: Collège des Tilleuls");
    equal(planTab()?.group.viewColumn === editor.viewColumn, false);
    await vscode.commands.executeCommand(
      "rentree.openPlan",
      itemWhere(api, ({ open }) => open),
    );
    equal(planTab()?.isActive, true);
    await vscode.window.tabGroups.close(planTab() ?? []);
  });

  test("notices an establishment that appears and disappears", async () => {
    const before = api.checklist().length;
    const text = "etablissement:\n  rne: 0759998K\n  nom: Lycée des Ormes\n";
    await vscode.workspace.fs.writeFile(
      file("lycee/etablissement.pronote.yaml"),
      new TextEncoder().encode(text),
    );
    await until("one more", () => api.checklist().length === before + 1);
    await vscode.workspace.fs.delete(file("lycee/etablissement.pronote.yaml"));
    await until("one less", () => api.checklist().length === before);
  });

  test("renames a base, and its heirs follow", async () => {
    const renamed = "rectorat.pronote.yaml";
    const move = async (from: string, to: string) => {
      const edit = new vscode.WorkspaceEdit();
      edit.renameFile(file(from), file(to));
      equal(await vscode.workspace.applyEdit(edit), true);
      await vscode.workspace.saveAll();
      await until(`the heir of ${to}`, async () => (await stored(ETABLISSEMENT))?.includes(`../${to}`));
      await until(`the base ${to}`, () => diagnostics(ETABLISSEMENT).length === 0);
    };
    await move(ACADEMIE, renamed);
    await move(renamed, ACADEMIE);
    await until("no finding", () => diagnostics(ETABLISSEMENT).length === 0);
  });

  test("speaks French and English, and changes at once", async () => {
    const message = () =>
      diagnostics(CLASSES).find(({ message: text }) => text.includes("martni"))?.message ?? "";
    await until("English", () => message().includes("“martni”"));
    const english = api.checklist()[0]?.phases[0]?.title;

    await set("language", "fr");
    await until("French", () => /«\smartni\s»/.test(message()));
    await until("a French checklist", () => api.checklist()[0]?.phases[0]?.title !== english);
    await set("language", "en");
    await until("English again", () => message().includes("“martni”"));
  });

  test("explains a rule", async () => {
    const code = diagnostics(CLASSES)[0]?.code;
    const rule = String(typeof code === "object" ? code.value : code);
    const page = await vscode.workspace.openTextDocument(vscode.Uri.parse(`rentree-page:/rules/${rule}.md`));
    if (!page.getText().includes(rule)) throw new Error(page.getText());
    await vscode.commands.executeCommand("rentree.explainRule", rule);
    await until("the page", () => vscode.window.tabGroups.activeTabGroup.activeTab?.label.includes(rule));
  });

  test("starts the server again", async () => {
    await vscode.commands.executeCommand("rentree.restartServer");
    await until("the findings", () => diagnostics(CLASSES).length >= 2);
    await until("the checklist", () => api.checklist().length === 1);
  });
});

/** Opens the suggestions and accepts the selected one, until the document contains the expected text. */
async function acceptSuggestion(editor: vscode.TextEditor, expected: string): Promise<void> {
  await vscode.commands.executeCommand("editor.action.triggerSuggest");
  await until(`“${expected}”`, async () => {
    await vscode.commands.executeCommand("acceptSelectedSuggestion");
    return editor.document.getText().includes(expected);
  });
}

/** The tab of the plan. */
function planTab(): vscode.Tab | undefined {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.find(
    ({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith("rentree.plan"),
  );
}
