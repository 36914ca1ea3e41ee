import { afterEach, expect, test } from "vitest";
import type { CodeAction, TextDocumentEdit } from "vscode-languageserver-protocol";
import { CAPABILITIES, LanguageClient } from "../support/language-client.ts";

const MARKER = "etablissement.pronote.yaml";
const TEXT = "classes:\n  6É: { libelle: Sixième É, niveau: 6e }\n";

let client: LanguageClient | undefined;
afterEach(async () => {
  await client?.stop();
});

test.each([
  ["utf-16", 40],
  ["utf-8", 43],
])("a refactoring gets its edit when it is resolved, in columns of %s", async (encoding, length) => {
  const general = { positionEncodings: [encoding] };
  client = await LanguageClient.start({ [MARKER]: TEXT }, { capabilities: { ...CAPABILITIES, general } });
  expect(client.capabilities.codeActionProvider).toMatchObject({ resolveProvider: true });
  await client.open(MARKER, TEXT);
  const textDocument = { uri: client.uri(MARKER) };
  // Behind the accents, where columns differ.
  const at = { line: 1, character: length - 4 };
  const range = { start: at, end: at };
  const context = { diagnostics: [], only: ["refactor.rewrite"] };
  const actions = await client.request("textDocument/codeAction", { textDocument, range, context });
  const [action] = actions as CodeAction[];
  expect([action?.title, action?.edit]).toEqual(["Write “6É” over several lines", undefined]);
  const { edit } = (await client.request("codeAction/resolve", action ?? {})) as CodeAction;
  const [change] = (edit?.documentChanges ?? []) as TextDocumentEdit[];
  expect(change?.edits).toEqual([
    {
      range: { start: { line: 1, character: 0 }, end: { line: 2, character: 0 } },
      newText: "  6É:\n    libelle: Sixième É\n    niveau: 6e\n",
    },
  ]);
});

test("an action that nothing is known of stays as it is; one that is not possible any more is refused", async () => {
  client = await LanguageClient.start({ [MARKER]: TEXT });
  await client.open(MARKER, TEXT);
  expect(await client.request("codeAction/resolve", { title: "x" })).toEqual({ title: "x" });
  const data = { refactoring: "sort", uri: client.uri(MARKER), position: { line: 1, character: 3 } };
  await expect(client.request("codeAction/resolve", { title: "x", data })).rejects.toThrow(
    "not possible any more",
  );
});
