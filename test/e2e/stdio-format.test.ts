import { afterEach, expect, test } from "vitest";
import type { Registration, TextEdit } from "vscode-languageserver-protocol";
import { FULL } from "../support/client-kinds.ts";
import { LanguageClient } from "../support/language-client.ts";

const MARKER = "etablissement.pronote.yaml";
const FILES = { [MARKER]: "edt :  {}\n" };
const options = { tabSize: 2, insertSpaces: true };
const METHODS = ["textDocument/formatting", "textDocument/rangeFormatting", "textDocument/onTypeFormatting"];

let client: LanguageClient | undefined;
afterEach(async () => {
  await client?.stop();
});

test("a client to which formatters cannot come and go is offered them, and gets none when they are off", async () => {
  client = await LanguageClient.start(FILES);
  expect(client.capabilities).toMatchObject({
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: "\n" },
  });
  const textDocument = { uri: client.uri(MARKER) };
  await client.open(MARKER, FILES[MARKER] ?? "");
  const ask = () => client?.request("textDocument/formatting", { textDocument, options });
  expect(((await ask()) as TextEdit[]).map(({ newText }) => newText)).toEqual(["", " "]);
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
  expect(await client.request("textDocument/rangeFormatting", { textDocument, range, options })).toHaveLength(
    2,
  );
  const position = { line: 1, character: 0 };
  expect(
    await client.request("textDocument/onTypeFormatting", { textDocument, position, ch: "\n", options }),
  ).toHaveLength(2);
  await client.connection.sendNotification("workspace/didChangeConfiguration", {
    settings: { rentree: { format: { enable: false } } },
  });
  await expect.poll(ask).toBeNull();
});

test("other clients are offered formatters while the setting allows them", async () => {
  client = await LanguageClient.process(FILES);
  const offered = new Set<string>();
  let format: object | null = null;
  client.connection.onRequest("workspace/configuration", () => [{ format }]);
  client.connection.onRequest("client/registerCapability", ({ registrations }) => {
    for (const { method } of registrations as Registration[]) offered.add(method);
    return null;
  });
  client.connection.onRequest("client/unregisterCapability", ({ unregisterations }) => {
    for (const { method } of unregisterations as Registration[]) offered.delete(method);
    return null;
  });
  const { capabilities } = await client.initialize({ capabilities: FULL });
  expect(capabilities).not.toHaveProperty("documentFormattingProvider");
  await client.initialized();
  const formatters = () => [...offered].filter((method) => METHODS.includes(method));
  await expect.poll(formatters).toEqual(METHODS);
  const set = async (value: object) => {
    format = value;
    await client?.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
  };
  await set({ enable: false });
  await expect.poll(formatters).toEqual([]);
  await set({ enable: true });
  await expect.poll(formatters).toEqual(METHODS);
});
