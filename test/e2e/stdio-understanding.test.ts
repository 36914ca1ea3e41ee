import { expect, test } from "vitest";
import type { CodeLens, InlayHint, SemanticTokens } from "vscode-languageserver-protocol";
import { EFFECTIVE, EFFECTIVE_AT } from "../../server/src/features/fleet-protocol.ts";
import { FULL } from "../support/client-kinds.ts";
import { LanguageClient } from "../support/language-client.ts";
import { CLASSES, SMALL_ACADEMIE } from "../support/small-academie.ts";

const TEXT = `classes:
  6E1: { periodicite: trimestriel, services: { FRANC: martin } }
`;
const FILES = { ...SMALL_ACADEMIE, [CLASSES]: TEXT };
const WHOLE = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };

test("inlay hints go by the setting, and are asked for anew when it changes", async () => {
  const client = await LanguageClient.process(FILES);
  let level = "minimal";
  let refreshed = 0;
  client.connection.onRequest("workspace/configuration", () => [{ inlayHints: level }]);
  client.connection.onRequest("client/registerCapability", () => null);
  client.connection.onRequest("workspace/codeLens/refresh", () => null);
  client.connection.onRequest("workspace/inlayHint/refresh", () => {
    refreshed++;
    return null;
  });
  const { capabilities } = await client.initialize({ capabilities: FULL, locale: "fr" });
  expect(capabilities.inlayHintProvider).toBe(true);
  await client.initialized();
  await client.open(CLASSES, TEXT);
  const hints = async () => {
    const params = { textDocument: { uri: client.uri(CLASSES) }, range: WHOLE };
    const found = (await client.request("textDocument/inlayHint", params)) as readonly InlayHint[];
    return found.map(({ position, label }) => [position.line, position.character, label]);
  };
  expect(await hints()).toEqual([[1, 60, "MARTIN Alice"]]);
  level = "all";
  await client.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
  await expect.poll(() => refreshed).toBe(1);
  expect(await hints()).toEqual([
    [1, 52, "Français"],
    [1, 60, "MARTIN Alice"],
  ]);
  level = "off";
  await client.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
  await expect.poll(() => refreshed).toBe(2);
  expect(await hints()).toEqual([]);
});

test("a client that shows no inlay hints is offered none", async () => {
  const client = await LanguageClient.process(FILES);
  const { capabilities } = await client.initialize({ capabilities: {} });
  expect(capabilities.inlayHintProvider).toBeUndefined();
});

test("a lens is told where it stands at once, and what it says when it is shown; its command is the client's", async () => {
  const people = "profils-professeurs: { Profil 1: {} }\nprofesseurs: { martin: { profil: Profil 1 } }\n";
  const client = await LanguageClient.process({ ...FILES, "ecole/personnes.pronote.yaml": people });
  client.connection.onRequest("workspace/configuration", () => [null]);
  client.connection.onRequest("client/registerCapability", () => null);
  await client.initialize({ capabilities: FULL });
  await client.initialized();
  const textDocument = { uri: client.uri("ecole/personnes.pronote.yaml") };
  const lenses = (await client.request("textDocument/codeLens", { textDocument })) as readonly CodeLens[];
  expect(lenses.map(({ range, command }) => [range.start, command])).toEqual([
    [{ line: 0, character: 0 }, undefined],
    [{ line: 0, character: 23 }, undefined],
    [{ line: 1, character: 0 }, undefined],
  ]);
  const { command } = (await client.request("codeLens/resolve", lenses[1] ?? {})) as CodeLens;
  expect(command).toEqual({
    title: "used once",
    command: "rentree.showReferences",
    arguments: [
      {
        ...textDocument,
        position: { line: 0, character: 23 },
        locations: [
          { ...textDocument, range: { start: { line: 1, character: 33 }, end: { line: 1, character: 41 } } },
        ],
      },
    ],
  });
});

test("the parts around a position, and what is linked", async () => {
  const client = await LanguageClient.start({ ...FILES, "ecole/espaces.pronote.yaml": LINKED });
  await client.open("ecole/espaces.pronote.yaml", LINKED);
  const textDocument = { uri: client.uri("ecole/espaces.pronote.yaml") };
  expect(client.capabilities.selectionRangeProvider).toBe(true);
  const positions = [{ line: 0, character: 24 }];
  const range = (from: number, to: number) => ({
    start: { line: 0, character: from },
    end: { line: 0, character: to },
  });
  const parents = { range: range(9, 52), parent: { range: range(0, 52) } };
  expect(await client.request("textDocument/selectionRange", { textDocument, positions })).toMatchObject([
    {
      range: range(21, 49),
      parent: { range: range(20, 50), parent: { range: range(11, 50), parent: parents } },
    },
  ]);
  expect(await client.request("textDocument/documentLink", { textDocument })).toEqual([
    { range: range(20, 50), target: "https://pronote.exemple.fr/a", tooltip: "Open the page" },
  ]);
});

const LINKED = 'espaces: { adresse: "https://pronote.exemple.fr/a" }\n';

interface Item {
  readonly name: string;
  readonly uri: string;
}

const SCHOOLS = {
  "academie.pronote.yaml": "profils-professeurs: { Commun: {}, Proche: { comme: Commun } }\n",
  "a/etablissement.pronote.yaml": "herite-de: ../academie.pronote.yaml\netablissement: { nom: Collège A }\n",
  "a/personnes.pronote.yaml": "professeurs: { é: { nom: É, profil: Commun } }\n",
  "b/etablissement.pronote.yaml": "herite-de: ../academie.pronote.yaml\netablissement: { nom: Collège B }\n",
};

test("the impact of a profile of a base is the schools that use it, and in them who has it", async () => {
  const client = await LanguageClient.start(SCHOOLS);
  expect(client.capabilities).toMatchObject({ callHierarchyProvider: true, typeHierarchyProvider: true });
  const textDocument = { uri: client.uri("academie.pronote.yaml") };
  const position = { line: 0, character: 24 };
  const ask = (method: string, item: unknown) => client.request(method, { item });
  const [item] = (await client.request("textDocument/prepareCallHierarchy", {
    textDocument,
    position,
  })) as readonly Item[];
  const callers = (await ask("callHierarchy/incomingCalls", item)) as readonly { from: Item }[];
  expect(callers.map(({ from }) => from.name)).toEqual(["Proche", "Collège A"]);
  const inSchool = (await ask("callHierarchy/incomingCalls", callers[1]?.from)) as readonly { from: Item }[];
  expect(inSchool).toMatchObject([
    {
      from: { name: "é", uri: client.uri("a/personnes.pronote.yaml") },
      fromRanges: [{ start: { line: 0, character: 36 }, end: { line: 0, character: 42 } }],
    },
  ]);
  expect(await ask("callHierarchy/outgoingCalls", inSchool[0]?.from)).toMatchObject([
    { to: { name: "Commun" }, fromRanges: [{ start: { character: 36 } }] },
  ]);
  const [type] = (await client.request("textDocument/prepareTypeHierarchy", {
    textDocument,
    position,
  })) as readonly Item[];
  expect(await ask("typeHierarchy/subtypes", type)).toMatchObject([{ name: "Proche" }]);
  expect(await ask("typeHierarchy/supertypes", type)).toEqual([]);
});

test("the ranges of a call are in the columns of the caller's text", async () => {
  const client = await LanguageClient.process(SCHOOLS);
  client.connection.onRequest("client/registerCapability", () => null);
  client.connection.onRequest("workspace/configuration", () => [null]);
  await client.initialize({ capabilities: { ...FULL, general: { positionEncodings: ["utf-8"] } } });
  await client.initialized();
  const textDocument = { uri: client.uri("a/personnes.pronote.yaml") };
  const at = { textDocument, position: { line: 0, character: 40 } };
  const [item] = (await client.request("textDocument/prepareCallHierarchy", at)) as readonly Item[];
  const calls = await client.request("callHierarchy/incomingCalls", { item });
  expect(calls).toMatchObject([
    { from: { name: "é" }, fromRanges: [{ start: { character: 38 }, end: { character: 44 } }] },
    { from: { name: "Proche" }, fromRanges: [{ start: { character: 52 }, end: { character: 58 } }] },
  ]);
});

test("what effective values may be shown of at a position, and these values", async () => {
  const client = await LanguageClient.start(FILES);
  await client.open(CLASSES, TEXT);
  const textDocument = { uri: client.uri(CLASSES) };
  const subjects = await client.request(EFFECTIVE_AT, { textDocument, position: { line: 1, character: 3 } });
  const establishment = client.uri("ecole");
  const name = "Collège des Tilleuls";
  expect(subjects).toEqual([
    { establishment, name, at: "classes/6E1" },
    { establishment, name },
  ]);
  const text = await client.request(EFFECTIVE, { establishment, at: "classes/6E1" });
  expect(text).toMatch(/^classes:\n {2}6E1:\n {4}periodicite: trimestriel +# classes\.pronote\.yaml:2/);
});

test("a client that shows no hierarchies is offered none", async () => {
  const client = await LanguageClient.process(FILES);
  const { capabilities } = await client.initialize({ capabilities: {} });
  expect(capabilities.callHierarchyProvider).toBeUndefined();
  expect(capabilities.typeHierarchyProvider).toBeUndefined();
});

test("the colours of a few lines can be asked for alone", async () => {
  const client = await LanguageClient.start(FILES);
  await client.open(CLASSES, TEXT);
  const params = {
    textDocument: { uri: client.uri(CLASSES) },
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 9 } },
  };
  expect(client.capabilities.semanticTokensProvider).toMatchObject({ full: { delta: true }, range: true });
  expect(await client.request("textDocument/semanticTokens/range", params)).toEqual({ data: [] });
  const all = { ...params, range: WHOLE };
  const { textDocument } = params;
  const whole = (await client.request("textDocument/semanticTokens/full", {
    textDocument,
  })) as SemanticTokens;
  expect(await client.request("textDocument/semanticTokens/range", all)).toEqual({ data: whole.data });
});

test("after an edit, only what is different in the colours is sent", async () => {
  const client = await LanguageClient.start(FILES);
  await client.open(CLASSES, TEXT);
  const textDocument = { uri: client.uri(CLASSES) };
  const ask = (method: string, more = {}) =>
    client.request(`textDocument/semanticTokens/${method}`, { textDocument, ...more });
  const { resultId: previousResultId, data } = (await ask("full")) as SemanticTokens;
  await client.change(CLASSES, [{ text: `${TEXT}  6E2: {}\n` }]);
  const delta = await ask("full/delta", { previousResultId });
  expect(delta).toMatchObject({ edits: [{ start: data.length, deleteCount: 0, data: [1, 2, 3, 0, 1] }] });
  expect(await ask("full/delta", { previousResultId })).toMatchObject({ data: [...data, 1, 2, 3, 0, 1] });
});

test("a client that asks for no ranges and differences is offered none, and gets no ids", async () => {
  const client = await LanguageClient.process(FILES);
  client.connection.onRequest("workspace/configuration", () => [null]);
  client.connection.onRequest("client/registerCapability", () => null);
  const semanticTokens = { ...FULL.textDocument.semanticTokens, requests: { full: true } };
  const capabilities = { ...FULL, textDocument: { ...FULL.textDocument, semanticTokens } };
  const offered = (await client.initialize({ capabilities })).capabilities.semanticTokensProvider;
  expect(offered).toEqual({ legend: expect.anything(), full: true });
  await client.initialized();
  const textDocument = { uri: client.uri(CLASSES) };
  expect(await client.request("textDocument/semanticTokens/full", { textDocument })).toEqual({
    data: expect.any(Array),
  });
});
