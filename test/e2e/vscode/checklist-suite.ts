import * as vscode from "vscode";
import type { ItemNode } from "../../../client/src/checklist-tree.ts";
import type { Rentree } from "../../../client/src/extension.ts";
import { cursorAfter, equal, file, itemWhere, open, rentree, set, stored, until } from "./support.ts";

const DEROULEMENT = "college-des-tilleuls/deroulement.pronote.yaml";
/** How long VS Code may take to show what is on the disk until that is written again, in milliseconds. */
const AGAIN = 5_000;
const ETABLISSEMENT = "college-des-tilleuls/etablissement.pronote.yaml";

suite("The checklist in a real editor", () => {
  let api: Rentree;

  suiteSetup(async () => {
    api = await rentree();
    await set("language", "en");
    await set("checklist.author", "c.durand");
    await vscode.commands.executeCommand("rentree.checklist.focus");
  });

  suiteTeardown(async () => {
    await set("language", undefined);
    await set("checklist.author", undefined);
  });

  teardown(async () => {
    await set("checklist.show", undefined);
    await until("no entries", async () => {
      // Refused, and tried again, where the file is changing.
      await vscode.commands.executeCommand("rentree.checklist.reopen", ...selection(settled()));
      return entriesIn(await stored(DEROULEMENT)).length === 0;
    });
    await until("nothing unsaved", isSaved);
    await until("nothing ticked", () => settled().length === 0);
  });

  test("ticks several at once, in one edit that one undo takes back", async () => {
    const nodes = await until("three to tick", () =>
      tickable().length >= 3 ? tickable().slice(0, 3) : undefined,
    );
    await vscode.commands.executeCommand("rentree.checklist.tick", ...selection(nodes));
    await until("three lines", async () => entriesIn(await stored(DEROULEMENT)).length === 3);
    equal(
      entriesIn(await stored(DEROULEMENT)),
      nodes.map(({ item }) => item.slug),
    );
    await until("three done", () => settled().length === 3);

    await vscode.window.showTextDocument(file(DEROULEMENT));
    await vscode.commands.executeCommand("undo");
    const document = await vscode.workspace.openTextDocument(file(DEROULEMENT));
    await until("none of them", () => entriesIn(document.getText()).length === 0);
    await vscode.commands.executeCommand("redo");
    await until("all of them", () => entriesIn(document.getText()).length === 3);
    await document.save();
    await until("three done again", () => settled().length === 3);
  });

  test("who ticks fast loses no tick: each is written and saved", async () => {
    const nodes = await until("three to tick", () =>
      tickable().length >= 3 ? tickable().slice(0, 3) : undefined,
    );
    await Promise.all(nodes.map((node) => vscode.commands.executeCommand("rentree.checklist.tick", node)));
    equal(
      entriesIn(await stored(DEROULEMENT)),
      nodes.map(({ item }) => item.slug),
    );
    await until("three done", () => settled().length === 3);
  });

  test("a value that changes reopens a step, and it is ticked again", async () => {
    const slug = "rne-etablissement";
    const state = () => itemWhere(api, (item) => item.slug === slug)?.item.state;
    await vscode.commands.executeCommand("rentree.checklist.tick", step(slug));
    await until("done", () => state() === "done");
    const editor = await open(ETABLISSEMENT);
    cursorAfter(editor, "nom: Collège des Tilleuls");
    await vscode.commands.executeCommand("type", { text: "X" });
    await until("to redo", () => state() === "to-redo");
    await vscode.commands.executeCommand("rentree.checklist.tick", step(slug));
    await until("done again", () => state() === "done");
    await vscode.window.showTextDocument(file(ETABLISSEMENT));
    await vscode.commands.executeCommand("undo");
    await until("the name as before", () => !editor.document.getText().includes("TilleulsX"));
    await editor.document.save();
  });

  test("copies a menu path, and shows the step at the cursor", async () => {
    const node = await until("a menu path", () => itemWhere(api, ({ menu }) => menu !== undefined));
    await vscode.commands.executeCommand("rentree.checklist.copyPath", node);
    equal(await vscode.env.clipboard.readText(), node.item.menu);
    const editor = await open(ETABLISSEMENT);
    cursorAfter(editor, "rne: 07599");
    await vscode.commands.executeCommand("rentree.checklist.reveal");
  });

  test("offers the tick of a step on a value that it covers", async () => {
    const editor = await open(ETABLISSEMENT);
    cursorAfter(editor, "rne: 07599");
    const action = await until("the action", async () => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        "vscode.executeCodeActionProvider",
        editor.document.uri,
        editor.selection,
        "refactor",
      );
      return actions.find(({ command }) => command?.command === "rentree.checklist.tick");
    });
    await vscode.commands.executeCommand("rentree.checklist.tick", ...(action.command?.arguments ?? []));
    await until("the line", async () => entriesIn(await stored(DEROULEMENT)).includes("rne-etablissement"));
    await until("it done", () => settled().length === 1);
  });

  test("what is read-only is not changed", async () => {
    await vscode.commands.executeCommand("rentree.checklist.tick", step("rne-etablissement"));
    await until("it done", () => settled().length === 1);
    const before = await stored(DEROULEMENT);
    const files = vscode.workspace.getConfiguration("files");
    await files.update("readonlyInclude", { "**/deroulement.*": true }, vscode.ConfigurationTarget.Global);
    try {
      const other = tickable()[0];
      await vscode.commands.executeCommand("rentree.checklist.tick", other);
      equal(await stored(DEROULEMENT), before);
      // The editor heeds the setting after a while: what it took until then stays unsaved.
      await vscode.window.showTextDocument(file(DEROULEMENT));
      await vscode.commands.executeCommand("workbench.action.files.revert");
      await until("what is stored", () => isSaved() && settled().length === 1);
    } finally {
      await files.update("readonlyInclude", undefined, vscode.ConfigurationTarget.Global);
    }
    // The setting takes a while to be heeded: until then the editor goes on refusing.
    await until("it taken back", async () => {
      await vscode.commands.executeCommand("rentree.checklist.reopen", ...selection(settled()));
      return entriesIn(await stored(DEROULEMENT)).length === 0;
    });
  });

  test("a file that changed on the disk a moment ago keeps what was written there", async () => {
    await vscode.commands.executeCommand("rentree.checklist.tick", step("rne-etablissement"));
    await until("it done", () => settled().length === 1);
    const text = (await stored(DEROULEMENT)) ?? "";
    const changed = text.replace("deroulement:\n", "# un\n# deux\nderoulement:\n");
    await vscode.workspace.fs.writeFile(file(DEROULEMENT), new TextEncoder().encode(changed));
    // Whether the editor has noticed or not: the tick is added to what stands there, or stays unsaved.
    await vscode.commands.executeCommand("rentree.checklist.tick", tickable()[0]);
    const after = (await stored(DEROULEMENT)) ?? "";
    equal(after.includes("# un\n# deux\nderoulement:\n"), true);
    equal(entriesIn(after).includes("rne-etablissement"), true);
    await vscode.window.showTextDocument(file(DEROULEMENT));
    await vscode.commands.executeCommand("workbench.action.files.revert");
    await until("nothing unsaved", isSaved);
  });

  test("neither a merge that is not finished nor a tick from the future is written over", async () => {
    const slug = "rne-etablissement";
    await vscode.commands.executeCommand("rentree.checklist.tick", step(slug));
    const { fait } = (await until("it done", () => settled()[0])).item;
    const before = (await stored(DEROULEMENT)) ?? "";
    const other = tickable()[0];
    const line = before.split("\n").find((one) => one.includes(`${slug}: {`)) ?? "";
    const conflict = before.replace(line, `<<<<<<< HEAD\n${line}\n=======\n${line}\n>>>>>>> autre`);
    const future = before.replace(/fait: [\d-]+/, "fait: 2099-01-01");
    for (const text of [conflict, future]) {
      const document = await written(text);
      const node = text === conflict ? other : step(slug);
      await vscode.commands.executeCommand("rentree.checklist.tick", node).then(undefined, () => undefined);
      equal(await stored(DEROULEMENT), text);
      equal(document.getText(), text);
    }
    await written(before);
    await until(
      "it done as before",
      () => settled().length === 1 && settled()[0]?.item.fait?.date === fait?.date,
    );
  });

  function tickable(): readonly ItemNode[] {
    return nodesWhere(({ item }) => item.tickable);
  }

  function settled(): readonly ItemNode[] {
    return nodesWhere(({ item }) => item.fait !== undefined);
  }

  function nodesWhere(matches: (node: ItemNode) => boolean): readonly ItemNode[] {
    return api
      .checklist()
      .flatMap((establishment) =>
        establishment.phases.flatMap((phase) => phase.items.map((item) => ({ establishment, phase, item }))),
      )
      .filter(matches);
  }

  function step(slug: string): ItemNode | undefined {
    return itemWhere(api, (item) => item.slug === slug);
  }
});

/** Writes the progress file on the disk as another program does, until VS Code shows that. */
async function written(text: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(file(DEROULEMENT));
  let last = 0;
  await until("the text in the editor", async () => {
    // What is written at the end of a save, VS Code takes for that save: it is written again.
    if (Date.now() - last > AGAIN) {
      await vscode.workspace.fs.writeFile(file(DEROULEMENT), new TextEncoder().encode(text));
      last = Date.now();
    }
    return document.getText() === text;
  });
  return document;
}

/** What a menu passes to a command that is run on several selected nodes. */
function selection(nodes: readonly ItemNode[]): readonly unknown[] {
  return [nodes[0], nodes];
}

function entriesIn(text: string | undefined): readonly (string | undefined)[] {
  return Array.from((text ?? "").matchAll(/^ {2}([\w-]+): \{/gm), ([, slug]) => slug);
}

function isSaved(): boolean {
  return vscode.workspace.textDocuments.every(
    ({ isDirty, uri }) => !isDirty || !uri.path.endsWith(DEROULEMENT),
  );
}
