import { afterEach, expect, test } from "vitest";
import type {
  CodeAction,
  CompletionItem,
  CompletionList,
  DocumentSymbol,
  Hover,
  Location,
  WorkspaceEdit,
} from "vscode-languageserver-protocol";
import { CAPABILITIES, LanguageClient } from "../support/language-client.ts";

const CLASSES = "ecole/classes.pronote.yaml";
const PERSONNES = "ecole/personnes.pronote.yaml";

const SCHOOL = {
  "academie.pronote.yaml": "matieres: { FRANC: { libelle: Français } }\n",
  "ecole/etablissement.pronote.yaml":
    "herite-de: ../academie.pronote.yaml\netablissement: { rne: 0759998K, nom: Collège des Tilleuls }\nhebergement: { mode: heberge }\n",
  [PERSONNES]: "professeurs:\n  martin: { nom: MARTIN, prenom: Alice }\n",
  [CLASSES]: "classes:\n  6E1: { periodicite: trimestriel, services: { FRANC: martni } }\n",
};

let client: LanguageClient | undefined;

afterEach(() => {
  client?.process.kill();
});

const at = (line: number, character: number) => ({ line, character });

test("files that are not open are checked, in English or French", async () => {
  client = await LanguageClient.start(SCHOOL);
  const [english] = await client.codes(CLASSES, "unknown-reference");
  expect(english?.message).toContain("“martni” is not declared");
  expect(await client.stop()).toBe(0);
  client = await LanguageClient.start(SCHOOL, { locale: "fr-FR" });
  const [french] = await client.codes(CLASSES, "unknown-reference");
  expect(french?.message).toContain("«\u00a0martni\u00a0»");
  expect(await client.stop()).toBe(0);
});

test("while a document is open, its text replaces the file's", async () => {
  client = await LanguageClient.start(SCHOOL);
  await client.codes(CLASSES, "unknown-reference");
  await client.open(CLASSES, SCHOOL[CLASSES] ?? "");
  await client.change(CLASSES, [
    { range: { start: at(1, 58), end: at(1, 60) }, text: "i" },
    { range: { start: at(1, 59), end: at(1, 59) }, text: "n" },
  ]);
  await client.codes(CLASSES);
  await client.onDisk(CLASSES, "classes: { 6E1: { periodicite: hebdomadaire } }\n", 2);
  await client.codes(CLASSES);
  await client.close(CLASSES);
  await client.codes(CLASSES, "unknown-value");
  expect(await client.stop()).toBe(0);
});

test("created, changed and deleted files are noticed", async () => {
  client = await LanguageClient.start(SCHOOL);
  await client.codes(CLASSES, "unknown-reference");
  await client.onDisk("ecole/autres.pronote.yaml", "professeurs: { martni: { nom: MARTNI } }\n", 1);
  await client.codes(CLASSES);
  await client.onDisk("ecole/autres.pronote.yaml", "professeurs: { durand: { nom: DURAND } }\n", 2);
  await client.codes(CLASSES, "unknown-reference");
  await client.onDisk(PERSONNES, "professeurs: { martni: {} }\n", 2);
  await client.codes(CLASSES);
  await client.onDisk(PERSONNES, undefined, 3);
  await client.codes(CLASSES, "unknown-reference");
  await client.onDisk(CLASSES, undefined, 3);
  await client.codes(CLASSES);
  expect(await client.stop()).toBe(0);
});

test("requests of all features are answered", async () => {
  client = await LanguageClient.start(SCHOOL);
  await client.codes(CLASSES, "unknown-reference");
  const textDocument = { uri: client.uri(CLASSES) };

  const { items, itemDefaults } = (await client.about(
    "textDocument/completion",
    CLASSES,
    at(1, 57),
  )) as CompletionList;
  expect(items.map(({ label }) => label)).toEqual(["martin"]);
  const resolved = (await client.request("completionItem/resolve", {
    ...items[0],
    data: itemDefaults?.data,
  })) as CompletionItem;
  expect(JSON.stringify(resolved.documentation)).toContain("PRONOTE");

  const hover = (await client.about("textDocument/hover", CLASSES, at(1, 9))) as Hover;
  expect(JSON.stringify(hover.contents)).toContain("Kind of grading periods");

  const [declared] = (await client.about("textDocument/definition", CLASSES, at(1, 52))) as Location[];
  expect(declared?.uri).toBe(client.uri("academie.pronote.yaml"));

  const uses = await client.about("textDocument/references", PERSONNES, at(1, 3), {
    context: { includeDeclaration: true },
  });
  expect(uses).toHaveLength(1);
  expect(await client.about("textDocument/documentHighlight", CLASSES, at(1, 52))).toHaveLength(1);

  const range = { start: at(1, 58), end: at(1, 58) };
  const actions = (await client.request("textDocument/codeAction", {
    textDocument,
    range,
    context: { diagnostics: [] },
  })) as CodeAction[];
  expect(actions[0]?.title).toBe("Replace by “martin”");
  expect(actions[0]?.edit?.documentChanges).toMatchObject([{ edits: [{ newText: "martin" }] }]);

  const name = await client.about("textDocument/prepareRename", PERSONNES, at(1, 3));
  expect(name).toMatchObject({ placeholder: "martin" });
  const edit = (await client.about("textDocument/rename", PERSONNES, at(1, 3), {
    newName: "martni",
  })) as WorkspaceEdit;
  expect(edit.documentChanges).toHaveLength(1);
  await expect(
    client.about("textDocument/rename", PERSONNES, at(1, 3), { newName: "toutes" }),
  ).rejects.toThrow("stands for several");

  const [section] = (await client.request("textDocument/documentSymbol", {
    textDocument,
  })) as DocumentSymbol[];
  expect(section?.children?.[0]).toMatchObject({ name: "6E1", detail: "1 service" });
  expect(await client.request("workspace/symbol", { query: "mart" })).toHaveLength(1);
  expect(await client.request("textDocument/foldingRange", { textDocument })).toHaveLength(1);
  const links = await client.request("textDocument/documentLink", {
    textDocument: { uri: client.uri("ecole/etablissement.pronote.yaml") },
  });
  expect(links).toMatchObject([{ target: client.uri("academie.pronote.yaml") }]);
  expect(await client.stop()).toBe(0);
});

test("requests about unknown documents and other YAML files are answered by null", async () => {
  client = await LanguageClient.start(SCHOOL);
  await client.codes(CLASSES, "unknown-reference");
  await client.open("notes.yaml", "a: 1\n");
  for (const path of ["notes.yaml", "nulle-part.pronote.yaml"]) {
    expect(await client.about("textDocument/hover", path, at(0, 0))).toBeNull();
    expect(await client.about("textDocument/completion", path, at(0, 0))).toBeNull();
    expect(
      await client.request("textDocument/documentSymbol", { textDocument: { uri: client.uri(path) } }),
    ).toBeNull();
  }
  expect(await client.stop()).toBe(0);
});

test("rule pages and the checklist are answered, and a changed checklist is notified", async () => {
  client = await LanguageClient.start(SCHOOL, { locale: "fr" });
  await client.codes(CLASSES, "unknown-reference");
  const page = await client.request("workspace/executeCommand", {
    command: "rentree.server.explain",
    arguments: ["unknown-reference"],
  });
  expect(page).toContain("# unknown-reference");
  expect(
    await client.request("workspace/executeCommand", {
      command: "rentree.server.explain",
      arguments: ["nulle-part"],
    }),
  ).toBeNull();
  const [list] = (await client.request("rentree/checklist", {})) as { name: string; total: number }[];
  expect(list).toMatchObject({ name: "Collège des Tilleuls" });
  const changed = new Promise<void>((resolve) =>
    client?.connection.onNotification("rentree/checklistChanged", resolve),
  );
  await client.onDisk(
    "ecole/etablissement.pronote.yaml",
    "etablissement: { rne: 0759998K, nom: Autre }\nhebergement: { mode: non-heberge }\n",
    2,
  );
  await changed;
  expect(await client.stop()).toBe(0);
});

test("a tick is sent to the client as an edit", async () => {
  client = await LanguageClient.start(SCHOOL, {
    capabilities: { ...CAPABILITIES, workspace: { applyEdit: true } },
  });
  await client.codes(CLASSES, "unknown-reference");
  const edits: WorkspaceEdit[] = [];
  client.connection.onRequest("workspace/applyEdit", ({ edit }: { edit: WorkspaceEdit }) => {
    edits.push(edit);
    return { applied: true };
  });
  const [list] = (await client.request("rentree/checklist", {})) as {
    uri: string;
    phases: { items: { slug: string; tickable: boolean }[] }[];
  }[];
  const slug = list?.phases.flatMap(({ items }) => items).find(({ tickable }) => tickable)?.slug;
  const argument = { establishment: list?.uri, slug, action: "fait", par: "c.durand" };
  await client.request("workspace/executeCommand", { command: "rentree.server.tick", arguments: [argument] });
  expect(JSON.stringify(edits)).toContain(`${slug}: { fait: `);
  expect(await client.stop()).toBe(0);
});

test("changed settings are applied, whether they are sent or requested", async () => {
  client = await LanguageClient.start(SCHOOL);
  await client.codes(CLASSES, "unknown-reference");
  await client.connection.sendNotification("workspace/didChangeConfiguration", {
    settings: { rentree: { rules: { "unknown-reference": "off" } } },
  });
  await client.codes(CLASSES);
  expect(await client.stop()).toBe(0);

  client = await LanguageClient.start(SCHOOL, {
    capabilities: { ...CAPABILITIES, workspace: { configuration: true } },
  });
  let language = "fr";
  client.connection.onRequest("workspace/configuration", () => [{ language }]);
  await client.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
  const [french] = await client.codes(CLASSES, "unknown-reference");
  expect(french?.message).toContain("«");
  language = "en";
  await client.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
  await expect.poll(() => client?.published.get(client.uri(CLASSES))?.[0]?.message).toContain("“");
  expect(await client.stop()).toBe(0);
});

test("columns are UTF-8 bytes if the client prefers that", async () => {
  const files = {
    ...SCHOOL,
    [CLASSES]: "classes: { 6É🎒: { periodicite: trimestriel, professeur-principal: martni } }\n",
  };
  const capabilities = { ...CAPABILITIES, general: { positionEncodings: ["utf-8", "utf-16"] } };
  client = await LanguageClient.start(files, { capabilities });
  expect(client.capabilities.positionEncoding).toBe("utf-8");
  const [found] = await client.codes(CLASSES, "unknown-reference");
  // In UTF-8, É has one byte more than it has UTF-16 code units, and the emoji two.
  const character = (files[CLASSES] ?? "").indexOf("martni") + 3;
  expect(found?.range.start).toEqual(at(0, character));
  await client.open(CLASSES, files[CLASSES] ?? "");
  await client.change(CLASSES, [
    { range: { start: at(0, character + 4), end: at(0, character + 6) }, text: "in" },
  ]);
  await client.codes(CLASSES);
  const [declared] = (await client.about(
    "textDocument/definition",
    CLASSES,
    at(0, character + 6),
  )) as Location[];
  expect(declared?.uri).toBe(client.uri(PERSONNES));
  expect(await client.stop()).toBe(0);
});
