import { expect, test } from "vitest";
import type { InlayHint } from "vscode-languageserver-protocol";
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
