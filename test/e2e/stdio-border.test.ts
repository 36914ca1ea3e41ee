/** Broken packets, messages that are none, and parameters of any shape: each is answered, and the server goes on. */
import { once } from "node:events";
import { afterEach, expect, test } from "vitest";
import { COMMAND_TICK } from "../../server/src/features/protocol.ts";
import { packet, RawClient } from "../support/raw-client.ts";

const URI = "file:///ecole/etablissement.pronote.yaml";

let raw: RawClient | undefined;

afterEach(() => {
  raw?.process.kill();
});

const ask = JSON.stringify({ jsonrpc: "2.0", id: "lost", method: "workspace/symbol", params: { query: "" } });

test.each<readonly [name: string, text: string]>([
  ["a length that is no number", packet(ask, "Content-Length: NaN\r\n\r\n")],
  ["a negative length", packet(ask, "Content-Length: -5\r\n\r\n")],
  ["a length beyond any message", packet(ask, "Content-Length: 99999999999999\r\n\r\n")],
  ["a length of many megabytes that never come", packet(ask, "Content-Length: 99999999\r\n\r\n")],
  ["a length a little too large", packet(ask, `Content-Length: ${ask.length + 9}\r\n\r\n`)],
  ["a length too small", packet(ask, "Content-Length: 5\r\n\r\n")],
  ["no length", packet(ask, "Content-Type: utf-8\r\n\r\n")],
  ["no header", `${ask}\r\n\r\n`],
  ["ten thousand bytes of anything", "x".repeat(10_000)],
  ["a body that is not JSON", packet("{ nonsense")],
  ["an empty body", packet("")],
  ["a number", packet("5")],
  ["null", packet("null")],
  ["a batch", packet(`[${ask}]`)],
  ["an object with nothing in it", packet("{}")],
  ["an id that is an object", packet('{"jsonrpc":"2.0","id":{},"method":"workspace/symbol","params":{}}')],
  ["an id that is an array", packet('{"jsonrpc":"2.0","id":[1],"method":"workspace/symbol"}')],
  ["an id that is true", packet('{"jsonrpc":"2.0","id":true,"method":"shutdown"}')],
  ["an id that is null", packet('{"jsonrpc":"2.0","id":null,"method":"shutdown"}')],
  ["a method that is a number", packet('{"jsonrpc":"2.0","method":5}')],
  ["a cancellation of nothing", packet('{"jsonrpc":"2.0","method":"$/cancelRequest","params":null}')],
])("answered by an error without an id, and the next message is read: %s", async (_, text) => {
  raw = new RawClient();
  await raw.initialized();
  raw.write(text);
  raw.send({ id: 1, method: "workspace/symbol", params: { query: "" } });
  expect(await raw.answer(1)).toMatchObject({ result: [] });
  expect(raw.received.filter(({ id, error }) => id === null && error)).toHaveLength(1);
  expect(await raw.stop()).toBe(0);
  expect([raw.check.faults, raw.errors]).toEqual([[], ""]);
});

test("headers with LF alone, in another order and in other letters are read", async () => {
  raw = new RawClient();
  await raw.initialized();
  const body = ask.replace("lost", "found");
  const length = `content-length:${body.length}`;
  for (const [index, header] of [
    `${length}\n\n`,
    `Content-Type: application/vscode-jsonrpc; charset=utf-8\r\n${length}\r\n\r\n`,
    `${length}\r\nContent-Type: x\r\n\r\n`,
  ].entries()) {
    raw.write(
      packet(
        body.replace("found", `found${index}`).replace(" ", ""),
        header.replace(String(body.length), String(body.length + 1)),
      ),
    );
    expect(await raw.answer(`found${index}`)).toMatchObject({ result: [] });
  }
  expect(await raw.stop()).toBe(0);
  expect(raw.received.filter(({ id }) => id === null)).toEqual([]);
});

test("what does not fit the state of the protocol is refused", async () => {
  raw = new RawClient();
  const initialize = { method: "initialize", params: { processId: null, rootUri: null, capabilities: {} } };
  const symbols = { method: "workspace/symbol", params: { query: "" } };
  raw.send({ id: 1, ...symbols }, { id: 2, method: "shutdown" }, { id: 3, method: "rentree/other" });
  raw.send({ method: "textDocument/didOpen", params: { textDocument: { uri: URI, text: "x: [\n" } } });
  for (const id of [1, 2, 3]) expect(await raw.answer(id)).toMatchObject({ error: { code: -32002 } });
  raw.send({ id: 4, method: "initialize", params: [] }, { id: 5, ...initialize }, { id: 6, ...initialize });
  expect(await raw.answer(4)).toMatchObject({ error: { code: -32602 } });
  expect(await raw.answer(5)).toMatchObject({ result: { serverInfo: { name: "rentree" } } });
  expect(await raw.answer(6)).toMatchObject({ error: { code: -32600 } });
  raw.send({ method: "initialized", params: {} }, { id: 7, ...symbols }, { id: 8, method: "rentree/other" });
  expect(await raw.answer(7)).toMatchObject({ result: [] });
  expect(await raw.answer(8)).toMatchObject({ error: { code: -32601 } });
  raw.send(
    { id: 9, method: "shutdown" },
    { id: 10, ...symbols },
    { id: 11, ...initialize },
    { id: 12, method: "shutdown" },
  );
  expect(await raw.answer(9)).toMatchObject({ result: null });
  for (const id of [10, 11, 12]) expect(await raw.answer(id)).toMatchObject({ error: { code: -32600 } });
  const exit = once(raw.process, "exit");
  raw.send({ method: "exit" });
  expect(await exit).toEqual([0, null]);
  expect(raw.received.filter(({ method }) => method === "textDocument/publishDiagnostics")).toEqual([]);
});

const textDocument = { uri: URI };
const position = { line: 0, character: 0 };
const range = { start: position, end: position };
const options = { tabSize: 2 };

/** Valid parameters of each request. */
const REQUESTS: { readonly [method: string]: { readonly [key: string]: unknown } } = {
  "textDocument/completion": { textDocument, position },
  "completionItem/resolve": { label: "a" },
  "textDocument/hover": { textDocument, position },
  "textDocument/definition": { textDocument, position },
  "textDocument/references": { textDocument, position, context: {} },
  "textDocument/documentHighlight": { textDocument, position },
  "textDocument/documentSymbol": { textDocument },
  "textDocument/documentLink": { textDocument },
  "textDocument/foldingRange": { textDocument },
  "textDocument/formatting": { textDocument, options },
  "textDocument/rangeFormatting": { textDocument, range, options },
  "textDocument/onTypeFormatting": { textDocument, position, options },
  "textDocument/prepareRename": { textDocument, position },
  "textDocument/rename": { textDocument, position, newName: "a" },
  "textDocument/codeAction": { textDocument, range, context: {} },
  "codeAction/resolve": { title: "a" },
  "workspace/symbol": { query: "" },
  "workspace/executeCommand": { command: "" },
};
const JUNK = [
  null,
  0,
  -1,
  1.5,
  "x",
  true,
  [],
  [null],
  {},
  { uri: "ecole.pronote.yaml" },
  { line: -1, character: 0 },
];
const FAR = { line: 2 ** 31 - 1, character: 2 ** 31 - 1 };

test("junk in the parameters of each request is answered by an error that names the place", async () => {
  raw = new RawClient();
  await raw.initialized();
  const open = {
    textDocument: { uri: URI, languageId: "pronote", version: 1, text: "classes: { 6A: {} }\n" },
  };
  raw.send({ method: "textDocument/didOpen", params: open });
  const ids: string[] = [];
  const send = (method: string, name: string, params: unknown) => {
    const id = `${method} ${name} ${JSON.stringify(params)}`;
    ids.push(id);
    raw?.send({ id, method, params });
  };
  for (const [method, valid] of Object.entries(REQUESTS)) {
    for (const junk of [undefined, ...JUNK.slice(0, 8)]) send(method, "all", junk);
    for (const key of Object.keys(valid)) send(method, key, { ...valid, [key]: null });
  }
  for (const junk of JUNK)
    send("workspace/executeCommand", "tick", { command: COMMAND_TICK, arguments: [junk] });
  for (const id of ids) expect(await raw.answer(id), id).toMatchObject({ error: { code: -32602 } });
  expect(
    (await raw.answer(`textDocument/hover position {"textDocument":{"uri":"${URI}"},"position":null}`)).error
      ?.message,
  ).toBe("textDocument/hover: params.position is not an object");
  expect(await raw.stop()).toBe(0);
  expect(raw.errors).toBe("");
});

/** Each request with a value of any shape at any place, and with a position beyond the end. */
function junkRequests(): readonly object[] {
  return Object.entries(REQUESTS).flatMap(([method, valid]) => {
    const more = method.endsWith("/resolve") ? [] : ["only", "workDoneToken", "partialResultToken"];
    const changed = [...Object.keys(valid), "data", ...more].flatMap((key) =>
      JUNK.map((junk) => ({ ...valid, [key]: junk })),
    );
    const far = [
      ...("position" in valid ? [{ ...valid, position: FAR }] : []),
      ...("range" in valid ? [{ ...valid, range: { start: FAR, end: FAR } }] : []),
    ];
    return [...changed, ...far].map((params) => ({ method, params }));
  });
}

/** Each notification with a value at any place. */
function junkNotifications(junk: unknown, open: object): readonly object[] {
  const documents = ["didOpen", "didChange", "didClose", "didSave"].flatMap((name) =>
    [junk, { textDocument: junk }, { ...open, contentChanges: [junk] }].map((params) => ({
      method: `textDocument/${name}`,
      params,
    })),
  );
  const folders = ["didChangeWatchedFiles", "didChangeConfiguration", "didChangeWorkspaceFolders"].flatMap(
    (name) =>
      [junk, { changes: junk, settings: junk, event: junk }, { changes: [junk] }].map((params) => ({
        method: `workspace/${name}`,
        params,
      })),
  );
  const others = ["initialized", "rentree/files", "$/setTrace", "$/progress"].flatMap((method) =>
    [junk, { files: [junk], value: junk, token: junk }].map((params) => ({ method, params })),
  );
  return [...documents, ...folders, ...others];
}

test("any value at any place of valid parameters is answered, and so are positions beyond the end", async () => {
  raw = new RawClient();
  await raw.initialized();
  const text = "classes: { 6A: {} }\n";
  const open = { textDocument: { uri: URI, languageId: "pronote", version: 1, text } };
  raw.send({ method: "textDocument/didOpen", params: open });
  const requests = junkRequests();
  for (const [id, request] of requests.entries()) raw.send({ id, ...request });
  raw.send(...JUNK.flatMap((junk) => junkNotifications(junk, open)));
  raw.send({ id: "last", method: "textDocument/foldingRange", params: { textDocument } });
  await raw.answer("last");
  for (const id of requests.keys()) await raw.answer(id);
  expect(raw.received.flatMap(({ error }) => (error && error.code !== -32602 ? [error] : []))).toEqual([]);
  const published = raw.received.filter(({ method }) => method === "textDocument/publishDiagnostics");
  expect(JSON.stringify(published)).not.toContain('"ecole.pronote.yaml"');
  const logged = raw.received.filter(({ method }) => method === "window/logMessage");
  expect(JSON.stringify(logged)).not.toMatch(/Cannot read|failed with message/);
  expect(await raw.stop()).toBe(0);
  expect([raw.check.faults, raw.errors]).toEqual([[], ""]);
});

test.each(["stdout", "stdin"] as const)(
  "a closed %s ends the server without a stack trace",
  async (stream) => {
    raw = new RawClient();
    await raw.initialized();
    const exit = once(raw.process, "exit");
    raw.process[stream]?.destroy();
    for (let id = 0; id < 5 && stream === "stdout"; id++)
      raw.send({ id, method: "workspace/symbol", params: { query: "" } });
    expect(await exit).toEqual([1, null]);
    expect(raw.errors).toBe("");
  },
);
