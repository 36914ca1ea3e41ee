import { PassThrough } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import {
  createConnection,
  createProtocolConnection,
  ErrorCodes,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { handshake, type Session } from "./handshake.ts";

/** A client that spoke with nobody yet; `engine` is there when `load` is called. */
function clientOf(engine: (front: Session) => void): { client: ProtocolConnection; load: () => void } {
  const [there, back] = [new PassThrough(), new PassThrough()];
  let load = () => {};
  const loaded = new Promise<typeof engine>((resolve) => {
    load = () => resolve(engine);
  });
  handshake(
    (options) => createConnection(new StreamMessageReader(there), new StreamMessageWriter(back), options),
    () => loaded,
  );
  const client = createProtocolConnection(new StreamMessageReader(back), new StreamMessageWriter(there));
  client.listen();
  return { client, load };
}

const PARAMS = {
  processId: null,
  rootUri: null,
  capabilities: {},
  initializationOptions: { language: "fr" },
};

test("`initialize` is answered before the engine is there; all else waits for it, in its order", async () => {
  const heard: string[] = [];
  const { client, load } = clientOf(({ connection, params }) => {
    heard.push(JSON.stringify(params.initializationOptions));
    connection.onInitialized(async () => {
      heard.push("initialized");
      heard.push(String(await connection.sendRequest("ask/back")));
    });
    connection.onDidOpenTextDocument(({ textDocument }) => void heard.push(`open ${textDocument.version}`));
    connection.onDidChangeTextDocument(
      ({ textDocument }) => void heard.push(`change ${textDocument.version}`),
    );
    connection.onHover(async ({ position: { line } }) => {
      await pause(5);
      heard.push(`hover ${line}`);
      return { contents: `${line}` };
    });
  });
  client.onRequest("ask/back", () => "answer");
  const { capabilities } = await client.sendRequest<{ capabilities: object }>("initialize", PARAMS);
  expect(capabilities).toMatchObject({ hoverProvider: true });

  const textDocument = { uri: "file:///a", languageId: "pronote", text: "" };
  const hover = (line: number) =>
    client.sendRequest("textDocument/hover", { textDocument, position: { line, character: 0 } });
  void client.sendNotification("initialized", {});
  void client.sendNotification("textDocument/didOpen", { textDocument: { ...textDocument, version: 1 } });
  const first = hover(1);
  void client.sendNotification("textDocument/didChange", {
    textDocument: { ...textDocument, version: 2 },
    contentChanges: [],
  });
  const second = hover(2);
  await pause(5);
  expect(heard).toEqual([]);
  load();
  expect(await Promise.all([first, second])).toEqual([{ contents: "1" }, { contents: "2" }]);
  expect(heard).toEqual([
    '{"language":"fr"}',
    "initialized",
    "open 1",
    "answer",
    "hover 1",
    "change 2",
    "hover 2",
  ]);
  expect(await hover(3)).toEqual({ contents: "3" });
});

test("a fault of the engine's is told in the connection's words", async () => {
  const { client, load } = clientOf(({ connection, refusal }) => {
    connection.onHover(() => {
      throw refusal("not here");
    });
  });
  load();
  await client.sendRequest("initialize", PARAMS);
  const textDocument = { uri: "file:///a" };
  const asked = client.sendRequest("textDocument/hover", {
    textDocument,
    position: { line: 0, character: 0 },
  });
  await expect(asked).rejects.toMatchObject({ code: -32803, message: "not here" });
});

test("an engine that cannot begin is told by name, and what waits for it is answered", async () => {
  const { client, load } = clientOf(() => {
    throw new Error("broken");
  });
  const log: string[] = [];
  client.onNotification("window/logMessage", ({ message }: { message: string }) => void log.push(message));
  const begun = client.sendRequest("initialize", PARAMS);
  const hover = client.sendRequest("textDocument/hover", {});
  await begun;
  load();
  await expect(hover).rejects.toMatchObject({ code: ErrorCodes.MethodNotFound });
  expect(log).toEqual([expect.stringMatching(/^start: Error: broken/)]);
});
