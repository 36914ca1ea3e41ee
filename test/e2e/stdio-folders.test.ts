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

/** URIs of folders without a path on this machine. */
const PATHLESS = [
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

/** A server for the folder of `FILES`, initialized with the parameters that `params` makes from the folder. */
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

/** Expects that the files of the folder and their base are read, and that requests are answered. */
async function expectWorking(client: LanguageClient): Promise<void> {
  await client.codes(CLASSES, "unknown-reference");
  expect(client.published.get(client.uri("ecole/etablissement.pronote.yaml")) ?? []).toEqual([]);
  const hover = (await client.about("textDocument/hover", CLASSES, { line: 1, character: 9 })) as Hover;
  expect(JSON.stringify(hover.contents)).toContain("Kind of grading periods");
  const place = { line: 1, character: 52 };
  expect(await client.about("textDocument/definition", CLASSES, place)).toMatchObject([
    { uri: client.uri("academie.pronote.yaml") },
  ]);
}

const foldersOf = (...uris: unknown[]) => uris.map((uri) => ({ uri, name: "x" }));
const unreadableFoldersIn = (lines: readonly string[]) =>
  lines.filter((line) => line.includes("cannot be read"));
const messageFor = (uri: string) => `The folder “${uri}” cannot be read: what it holds is not checked.`;

test.each(PATHLESS)("a folder without a path is reported, and the others are read: %s", async (uri) => {
  const client = await started((folder) => ({ workspaceFolders: foldersOf(uri, folder) }));
  await expectWorking(client);
  await client.connection.sendNotification("workspace/didChangeWatchedFiles", {
    changes: [{ uri: client.uri("ecole"), type: 2 }],
  });
  await expectWorking(client);
  expect(unreadableFoldersIn(log)).toEqual([messageFor(uri)]);
  expect(await client.stop()).toBe(0);
});

test("folders without a path may be added and removed later", async () => {
  const workspace = { ...CAPABILITIES.workspace, workspaceFolders: true };
  const client = await started((folder) => ({ workspaceFolders: foldersOf(folder) }), { workspace });
  await expectWorking(client);
  const change = (event: unknown) =>
    client.connection.sendNotification("workspace/didChangeWorkspaceFolders", { event });
  for (const uri of PATHLESS) await change({ added: foldersOf(uri), removed: [] });
  await expect.poll(() => unreadableFoldersIn(log)).toEqual(PATHLESS.map(messageFor));
  await expectWorking(client);
  await change({ added: [], removed: foldersOf(...PATHLESS) });
  for (const junk of [
    undefined,
    null,
    0,
    {},
    { added: 5, removed: [null] },
    { added: [null, 1], removed: "x" },
  ])
    await change(junk);
  await expectWorking(client);
  expect(await client.stop()).toBe(0);
});

test.each<readonly [name: string, params: (folder: string) => object]>([
  ["an empty list and a root", (rootUri) => ({ workspaceFolders: [], rootUri })],
  ["null and a root", (rootUri) => ({ workspaceFolders: null, rootUri })],
  ["a number and a root", (rootUri) => ({ workspaceFolders: 5, rootUri })],
  ["a list without a folder and a root", (rootUri) => ({ workspaceFolders: [null, 5, {}], rootUri })],
  ["only a path", (folder) => ({ rootUri: undefined, rootPath: new URL(folder).pathname })],
  ["a path and null", (folder) => ({ rootUri: null, rootPath: new URL(folder).pathname })],
  ["a malformed root and a path", (folder) => ({ rootUri: 5, rootPath: new URL(folder).pathname })],
  [
    "a list with malformed entries",
    (folder) => ({ workspaceFolders: [null, 5, {}, ...foldersOf(folder, 5)] }),
  ],
  ["a folder with a slash at the end", (folder) => ({ workspaceFolders: foldersOf(`${folder}/`) })],
  ["a root with a slash at the end", (folder) => ({ rootUri: `${folder}/` })],
])("the folder is read if the client sends %s", async (_, params) => {
  const client = await started(params);
  await expectWorking(client);
  expect(log).toEqual([]);
  expect(await client.stop()).toBe(0);
});

test("malformed capabilities are ignored", async () => {
  const odd = {
    general: { positionEncodings: 5 },
    textDocument: {
      completion: { completionItem: { documentationFormat: 5 }, completionList: { itemDefaults: 5 } },
      hover: { contentFormat: 5 },
    },
    workspace: { workspaceEdit: { resourceOperations: 5 } },
  };
  for (const [capability, value] of Object.entries(odd)) {
    const client = await started((folder) => ({ workspaceFolders: foldersOf(folder) }), {
      [capability]: value,
    });
    await expectWorking(client);
    expect(await client.stop()).toBe(0);
  }
});

test("malformed notifications are logged by name, and the server goes on", async () => {
  const workspace = { ...CAPABILITIES.workspace, workspaceFolders: true, configuration: true };
  const client = await started((folder) => ({ workspaceFolders: foldersOf(folder) }), { workspace });
  // The client does not answer `workspace/configuration`, so the settings stay as they are.
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
  await expectWorking(client);
  for (const name of [
    "configuration",
    "workspace/didChangeWorkspaceFolders",
    "workspace/didChangeWatchedFiles",
    "textDocument/didOpen",
    "textDocument/didChange",
    "textDocument/didClose",
    "rentree/files",
  ])
    expect(
      log.filter((line) => line.startsWith(`${name}: `)),
      name,
    ).not.toEqual([]);
  expect(log.filter((line) => /TypeError|failed with message/.test(line))).toEqual([]);
  expect(await client.stop()).toBe(0);
});
