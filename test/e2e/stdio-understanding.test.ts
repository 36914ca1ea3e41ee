import { expect, test } from "vitest";
import type { CodeLens, InlayHint } from "vscode-languageserver-protocol";
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

test("the colours of a few lines can be asked for alone", async () => {
  const client = await LanguageClient.start(FILES);
  await client.open(CLASSES, TEXT);
  const params = {
    textDocument: { uri: client.uri(CLASSES) },
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 9 } },
  };
  expect(client.capabilities.semanticTokensProvider).toMatchObject({ full: true, range: true });
  expect(await client.request("textDocument/semanticTokens/range", params)).toEqual({ data: [] });
  const all = { ...params, range: WHOLE };
  expect(await client.request("textDocument/semanticTokens/range", all)).toEqual(
    await client.request("textDocument/semanticTokens/full", { textDocument: params.textDocument }),
  );
});
