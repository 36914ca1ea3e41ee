import { afterEach, expect, test } from "vitest";
import type { Hover, LogMessageParams } from "vscode-languageserver-protocol";
import { CAPABILITIES, LanguageClient } from "../support/language-client.ts";

const CLASSES = "ecole/classes.pronote.yaml";
const FILES = {
  "academie.pronote.yaml": "matieres: { FRANC: { libelle: Français } }\n",
  "ecole/etablissement.pronote.yaml":
    "herite-de: ../academie.pronote.yaml\netablissement: { rne: 0759998K, nom: Collège des Tilleuls }\nhebergement: { mode: heberge }\n",
  "ecole/personnes.pronote.yaml": "professeurs:\n  martin: { nom: MARTIN, prenom: Alice }\n",
  [CLASSES]: "classes:\n  6E1: { periodicite: trimestriel, services: { FRANC: martni } }\n",
};

/** Folders that have no path on this machine. */
const PLACELESS = [
  "file://server/share",
  "file://serveur/partage/",
  "file://./",
  "file:///a%2Fb",
  "nonsense",
  "C:\\ecole",
];

let client: LanguageClient | undefined;
let log: string[] = [];

afterEach(() => {
  client?.process.kill();
});

/** A server on the folder of these files, which is told to it as `params` have it. */
async function started(
  params: (folder: string) => object,
  capabilities: object = {},
): Promise<LanguageClient> {
  client = await LanguageClient.process(FILES);
  log = [];
  client.connection.onNotification("window/logMessage", ({ message }: LogMessageParams) => {
    log.push(message);
  });
  const folder = client.uri("");
  await client.initialize({
    params: { workspaceFolders: undefined, ...params(folder.replace(/\/$/, "")) },
    capabilities: { ...CAPABILITIES, ...capabilities },
  });
  await client.initialized();
  return client;
}

/** Holds that the files of the folder are read, with the base that they name, and that questions are answered. */
async function works(client: LanguageClient): Promise<void> {
  await client.codes(CLASSES, "unknown-reference");
  expect(client.published.get(client.uri("ecole/etablissement.pronote.yaml")) ?? []).toEqual([]);
  const hover = (await client.about("textDocument/hover", CLASSES, { line: 1, character: 9 })) as Hover;
  expect(JSON.stringify(hover.contents)).toContain("Kind of grading periods");
  const place = { line: 1, character: 52 };
  expect(await client.about("textDocument/definition", CLASSES, place)).toMatchObject([
    { uri: client.uri("academie.pronote.yaml") },
  ]);
}

const named = (...uris: unknown[]) => uris.map((uri) => ({ uri, name: "x" }));
const closedIn = (lines: readonly string[]) => lines.filter((line) => line.includes("cannot be read"));
const toldOf = (uri: string) => `The folder “${uri}” cannot be read: what it holds is not checked.`;

test.each(PLACELESS)("a folder that has no path here is told, and the others are read: %s", async (uri) => {
  const client = await started((folder) => ({ workspaceFolders: named(uri, folder) }));
  await works(client);
  await client.connection.sendNotification("workspace/didChangeWatchedFiles", {
    changes: [{ uri: client.uri("ecole"), type: 2 }],
  });
  await works(client);
  expect(closedIn(log)).toEqual([toldOf(uri)]);
  expect(await client.stop()).toBe(0);
});

test("folders that have no path here may be added later, and go", async () => {
  const workspace = { ...CAPABILITIES.workspace, workspaceFolders: true };
  const client = await started((folder) => ({ workspaceFolders: named(folder) }), { workspace });
  await works(client);
  const change = (event: unknown) =>
    client.connection.sendNotification("workspace/didChangeWorkspaceFolders", { event });
  for (const uri of PLACELESS) await change({ added: named(uri), removed: [] });
  await expect.poll(() => closedIn(log)).toEqual(PLACELESS.map(toldOf));
  await works(client);
  await change({ added: [], removed: named(...PLACELESS) });
  for (const junk of [
    undefined,
    null,
    0,
    {},
    { added: 5, removed: [null] },
    { added: [null, 1], removed: "x" },
  ])
    await change(junk);
  await works(client);
  expect(await client.stop()).toBe(0);
});

test.each<readonly [name: string, params: (folder: string) => object]>([
  ["no folders, and a root", (rootUri) => ({ workspaceFolders: [], rootUri })],
  ["null, and a root", (rootUri) => ({ workspaceFolders: null, rootUri })],
  ["a number, and a root", (rootUri) => ({ workspaceFolders: 5, rootUri })],
  ["no folder among them, and a root", (rootUri) => ({ workspaceFolders: [null, 5, {}], rootUri })],
  ["a path alone", (folder) => ({ rootUri: undefined, rootPath: new URL(folder).pathname })],
  ["a path, and null", (folder) => ({ rootUri: null, rootPath: new URL(folder).pathname })],
  ["a root of another kind, and a path", (folder) => ({ rootUri: 5, rootPath: new URL(folder).pathname })],
  ["something between them", (folder) => ({ workspaceFolders: [null, 5, {}, ...named(folder, 5)] })],
  ["with a slash at the end", (folder) => ({ workspaceFolders: named(`${folder}/`) })],
  ["a root with a slash at the end", (folder) => ({ rootUri: `${folder}/` })],
])("reads the folder of a client that names %s", async (_, params) => {
  const client = await started(params);
  await works(client);
  expect(log).toEqual([]);
  expect(await client.stop()).toBe(0);
});

test("does not mind capabilities that are none", async () => {
  const odd = {
    general: { positionEncodings: 5 },
    textDocument: {
      completion: { completionItem: { documentationFormat: 5 }, completionList: { itemDefaults: 5 } },
      hover: { contentFormat: 5 },
    },
    workspace: { workspaceEdit: { resourceOperations: 5 } },
  };
  for (const [capability, value] of Object.entries(odd)) {
    const client = await started((folder) => ({ workspaceFolders: named(folder) }), { [capability]: value });
    await works(client);
    expect(await client.stop()).toBe(0);
  }
});

test("notifications that are none are logged by name, and end nothing", async () => {
  const workspace = { ...CAPABILITIES.workspace, workspaceFolders: true, configuration: true };
  const client = await started((folder) => ({ workspaceFolders: named(folder) }), { workspace });
  // It does not answer what it is asked for: the settings stay what they were.
  const { connection } = client;
  for (const method of [
    "workspace/didChangeWorkspaceFolders",
    "workspace/didChangeConfiguration",
    "workspace/didChangeWatchedFiles",
    "textDocument/didOpen",
    "textDocument/didChange",
    "textDocument/didClose",
    "rentree/files",
    "$/cancelRequest",
  ]) {
    for (const params of [0, null, {}, { changes: [null], textDocument: 5, files: 5 }])
      await connection.sendNotification(method, params as object);
  }
  await works(client);
  for (const name of ["configuration", "watched files", "open", "change", "close", "files"])
    expect(
      log.filter((line) => line.startsWith(`${name}: `)),
      name,
    ).not.toEqual([]);
  expect(await client.stop()).toBe(0);
});
