/**
 * What a server tells beside its answers: its log, its messages to the user, its trace and standard error. Nothing of
 * what private lines hold may be there, and nothing of a text at all where a part of the server fails.
 */
import { expect, test } from "vitest";
import { canaries } from "../corpus/canaries.ts";
import { LanguageClient } from "../support/language-client.ts";

const TOLD = [
  "window/logMessage",
  "window/showMessage",
  "$/logTrace",
  "telemetry/event",
  "$/progress",
  "rentree/status",
  "rentree/checked",
];
const METHODS = [
  ...["hover", "completion", "definition", "references", "documentSymbol", "documentLink", "prepareRename"],
  ...["rename", "codeAction", "foldingRange", "inlayHint", "codeLens", "formatting", "selectionRange"],
  ...["prepareCallHierarchy", "prepareTypeHierarchy", "declaration", "typeDefinition", "documentHighlight"],
].map((name) => `textDocument/${name}`);

const planted = canaries();
const pathOf = (index: number) => `c${index}/etablissement.pronote.yaml`;

/** A client of a server that traces all it can, and what the server tells beside its answers. */
async function traced() {
  const files = Object.fromEntries(planted.map(({ text }, index) => [pathOf(index), text]));
  const client = await LanguageClient.process(files);
  const told: string[] = [];
  for (const method of TOLD)
    client.connection.onNotification(method, (params: unknown) => void told.push(JSON.stringify(params)));
  client.capabilities = (await client.initialize({ params: { trace: "verbose" } })).capabilities;
  await client.initialized();
  await client.connection.sendNotification("$/setTrace", { value: "verbose" });
  return { client, all: () => told.join("\n") + client.stderr };
}

/** The hidden parts of texts that a text shows. */
function shownIn(text: string): readonly string[] {
  return planted.flatMap(({ hidden }) => hidden).filter((part) => text.includes(part));
}

test("log, trace, messages and standard error tell nothing of private lines", async () => {
  const { client, all } = await traced();
  // Also what is no valid request or edit, with private text in it.
  for (const [index, { text, hidden }] of planted.entries()) {
    const [part = ""] = hidden;
    const path = pathOf(index);
    const textDocument = { uri: client.uri(path) };
    await client.open(path, text);
    await client.change(path, [
      { range: { start: part, end: null }, text: part },
      { text },
      part,
    ] as object[]);
    await client.change(path, [{ text: `${text}\n"${part}: [ {` }, { text }]);
    const line = text.split("\n").findIndex((one) => one.includes(part));
    const position = { line: Math.max(0, line), character: 3 };
    const range = { start: position, end: position };
    const context = { diagnostics: [], includeDeclaration: true };
    const method = METHODS[index % METHODS.length] ?? "";
    const params = {
      textDocument,
      position,
      range,
      context,
      newName: part,
      positions: [position],
      options: {},
    };
    for (const one of [params, { ...params, position: part }, { ...params, textDocument: { uri: part } }])
      await client.request(method, one).catch(() => {});
    await client.request(part, { [part]: part }).catch(() => {});
    await client.request("workspace/executeCommand", { command: part, arguments: [part] }).catch(() => {});
  }
  await client.request("rentree/checklist", {});
  const text = all();
  expect(text.length).toBeGreaterThan(100);
  expect(shownIn(text)).toEqual([]);
  await client.stop();
});
