import * as vscode from "vscode";
import type { Rentree } from "../../../client/src/extension.ts";
import { MemoryFiles } from "./memory-files.ts";
import { equal, rentree, set, until } from "./support.ts";

const VIRTUAL = "rentree-test:/virtuel";
const READ_ONLY = "rentree-fixe:/ecole";
const text = "etablissement: { rne: 0759901E, nom: École, annee-scolaire: 2026-2027 }\nclasss: {}\n";
const files = new MemoryFiles({
  "/virtuel/lycee/etablissement.pronote.yaml": text,
  "/virtuel/lycee/classes.pronote.yaml": "classs: {}\n",
});
const fixed = new MemoryFiles({ "/ecole/etablissement.pronote.yaml": text });

const codes = (uri: vscode.Uri) =>
  vscode.languages
    .getDiagnostics(uri)
    .map(({ code }) => (typeof code === "object" ? String(code.value) : String(code)))
    .sort();

suite("Several folders", () => {
  let api: Rentree;
  const below = (folder: number, path: string) => {
    const { uri } = vscode.workspace.workspaceFolders?.[folder] ?? { uri: undefined };
    if (!uri) throw new Error(`there is no folder ${folder}`);
    return vscode.Uri.joinPath(uri, path);
  };

  suiteSetup(async () => {
    vscode.workspace.registerFileSystemProvider("rentree-test", files);
    vscode.workspace.registerFileSystemProvider("rentree-fixe", fixed, { isReadonly: true });
    api = await rentree();
    await set("language", "en");
    // The extension may have started before the file systems were there.
    await vscode.commands.executeCommand("rentree.checklist.refresh");
  });

  suiteTeardown(() => set("language", undefined));

  test("the workspace is not trusted, and is checked all the same", async () => {
    equal(vscode.workspace.isTrusted, false);
    await until("a finding", () => codes(below(0, "ecole/classes.pronote.yaml")).includes("unknown-key"));
  });

  test("what is in two folders, as one is in the other, is one", async () => {
    const classes = below(1, "classes.pronote.yaml");
    equal(classes.path, below(0, "ecole/classes.pronote.yaml").path);
    equal(codes(classes), ["unknown-key"]);
    await until("each school once", () => {
      const names = api.checklist().map(({ uri }) => vscode.Uri.parse(uri).path.replace(/^.*\//, ""));
      return names.sort().join() === "ecole,lycee,sud";
    });
  });

  test("folders are compared, and no folder inherits from outside of it", async () => {
    await until("both", () => {
      const found = codes(below(2, "etablissement.pronote.yaml"));
      return found.includes("rne-of-two-establishments") && found.includes("herite-de");
    });
  });

  test("a folder of a virtual file system is read by the client", async () => {
    const uri = vscode.Uri.parse(`${VIRTUAL}/lycee/classes.pronote.yaml`);
    await until("a finding of a closed file", () => codes(uri).includes("unknown-key"));
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode("classes: {}\n"));
    await until("no finding", () => codes(uri).length === 0);
  });

  test("a file of a read-only file system is checked, and a fix that cannot be saved breaks nothing", async () => {
    const uri = vscode.Uri.parse(`${READ_ONLY}/etablissement.pronote.yaml`);
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    await until("a finding", () => codes(uri).includes("unknown-key"));
    await vscode.commands.executeCommand("editor.action.fixAll");
    equal(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)), text);
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  });

  test("a folder that is removed takes its findings along", async () => {
    const sud = below(2, "etablissement.pronote.yaml");
    vscode.workspace.updateWorkspaceFolders(2, 1);
    await until("none", () => codes(sud).length === 0);
  });
});
