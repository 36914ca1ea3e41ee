import { PassThrough } from "node:stream";
import { setImmediate as turn } from "node:timers/promises";
import { expect, test } from "vitest";
import {
  createConnection,
  createProtocolConnection,
  type DataCallback,
  type Disposable,
  ErrorCodes,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { handshake, type Session } from "./handshake.ts";

/** Counts the messages that have arrived. */
class CountingReader extends StreamMessageReader {
  count = 0;

  override listen(callback: DataCallback): Disposable {
    return super.listen((message) => {
      this.count++;
      callback(message);
    });
  }
}

interface Started {
  readonly client: ProtocolConnection;
  /** Loads the engine. */
  readonly load: () => void;
  /** Waits until the server has received and queued so many messages. */
  readonly received: (count: number) => Promise<void>;
}

/** A client before `initialize`; `engine` is loaded when `load` is called. */
function clientOf(engine: (session: Session) => void): Started {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const reader = new CountingReader(toServer);
  let load = () => {};
  const loaded = new Promise<typeof engine>((resolve) => {
    load = () => resolve(engine);
  });
  handshake(
    (options) => createConnection(reader, new StreamMessageWriter(toClient), options),
    () => loaded,
  );
  const client = createProtocolConnection(
    new StreamMessageReader(toClient),
    new StreamMessageWriter(toServer),
  );
  client.listen();
  const received = async (count: number) => {
    // A message is decoded in one turn and handled in a later one.
    for (let turns = 0; turns < 20; turns += reader.count < count ? 0 : 1) await turn();
  };
  return { client, load, received };
}

const PARAMS = {
  processId: null,
  rootUri: null,
  capabilities: {},
  initializationOptions: { language: "fr" },
};

test("`initialize` is answered before the engine is loaded; later messages wait and keep their order", async () => {
  const log: string[] = [];
  let answered = () => {};
  const answer = new Promise<void>((resolve) => {
    answered = resolve;
  });
  const { client, load, received } = clientOf(({ connection, params }) => {
    log.push(JSON.stringify(params.initializationOptions));
    connection.onInitialized(async () => {
      log.push("initialized");
      log.push(String(await connection.sendRequest("ask/back")));
      answered();
    });
    connection.onDidOpenTextDocument(({ textDocument }) => void log.push(`open ${textDocument.version}`));
    connection.onDidChangeTextDocument(({ textDocument }) => void log.push(`change ${textDocument.version}`));
    connection.onHover(async ({ position: { line } }) => {
      log.push(`hover ${line}`);
      // An answer of the client gets through although messages wait.
      await answer;
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
  // initialize, initialized, didOpen, hover, didChange, hover
  await received(6);
  expect(log).toEqual([]);
  load();
  expect(await Promise.all([first, second])).toEqual([{ contents: "1" }, { contents: "2" }]);
  expect(log).toEqual([
    '{"language":"fr"}',
    "initialized",
    "open 1",
    "hover 1",
    "change 2",
    "hover 2",
    "answer",
  ]);
  expect(await hover(3)).toEqual({ contents: "3" });
});

test("a request that needs a message behind it does not hold it up, nor the end", async () => {
  const { client, load, received } = clientOf(({ connection }) => {
    let initialized = () => {};
    const ready = new Promise<void>((resolve) => {
      initialized = resolve;
    });
    connection.onInitialized(() => initialized());
    connection.onHover(async () => {
      await ready;
      return { contents: "ready" };
    });
    connection.onShutdown(() => undefined);
  });
  await client.sendRequest("initialize", PARAMS);
  const textDocument = { uri: "file:///a" };
  const hover = client.sendRequest("textDocument/hover", {
    textDocument,
    position: { line: 0, character: 0 },
  });
  void client.sendNotification("initialized", {});
  const end = client.sendRequest("shutdown");
  await received(4);
  load();
  expect(await hover).toEqual({ contents: "ready" });
  expect(await end).toBeNull();
});

test("a request that the engine refuses is answered with an error of the connection's class", async () => {
  const { client, load } = clientOf(({ connection, refusal }) => {
    connection.onHover(() => {
      throw refusal("not here");
    });
  });
  load();
  await client.sendRequest("initialize", PARAMS);
  const textDocument = { uri: "file:///a" };
  const answer = client.sendRequest("textDocument/hover", {
    textDocument,
    position: { line: 0, character: 0 },
  });
  await expect(answer).rejects.toMatchObject({ code: -32803, message: "not here" });
});

test("an engine that fails to start is logged, and requests that wait for it are answered", async () => {
  const { client, load } = clientOf(() => {
    throw new Error("broken");
  });
  const log: string[] = [];
  client.onNotification("window/logMessage", ({ message }: { message: string }) => void log.push(message));
  const initialized = client.sendRequest("initialize", PARAMS);
  const position = { line: 0, character: 0 };
  const hover = client.sendRequest("textDocument/hover", { textDocument: { uri: "file:///a" }, position });
  await initialized;
  load();
  await expect(hover).rejects.toMatchObject({ code: ErrorCodes.MethodNotFound });
  expect(log).toEqual([expect.stringMatching(/^start: Error: broken/)]);
});
