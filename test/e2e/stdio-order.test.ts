import { fork } from "node:child_process";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import type { CompletionItem, Hover } from "vscode-languageserver-protocol";
import {
  type CancellationToken,
  CancellationTokenSource,
  ErrorCodes,
  LSPErrorCodes,
} from "vscode-languageserver-protocol/node";
import { LanguageClient } from "../support/language-client.ts";

const PATH = "ecole/etablissement.pronote.yaml";
const FILES = { [PATH]: "hebergement: {}\n" };
const TEXT = "etablissement: { rne: 0759998K, nom: Tilleuls }\nhebergement: { mode: heberge }\n";

let client: LanguageClient | undefined;

afterEach(async () => {
  client?.process.kill();
  if (client) await rm(client.folder, { recursive: true, force: true });
});

const at = (line: number, character: number) => ({ line, character });
const named = (hover: unknown) =>
  /\*\*([\w-]+)\*\*/.exec(JSON.stringify((hover as Hover | null)?.contents))?.[1];

test("messages that arrive before the engine is loaded wait, in their order", async () => {
  const textDocument = { uri: "file:///etablissement.pronote.yaml", version: 1 };
  const completion = (id: number, position: object) => ({
    id,
    method: "textDocument/completion",
    params: { textDocument, position },
  });
  const range = { start: at(1, 13), end: at(1, 30) };
  const capabilities = { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } };
  const messages = [
    { id: 1, method: "initialize", params: { processId: null, rootUri: null, capabilities } },
    { method: "initialized", params: {} },
    {
      method: "textDocument/didOpen",
      params: { textDocument: { ...textDocument, languageId: "pronote", text: TEXT } },
    },
    completion(2, at(1, 21)),
    {
      method: "textDocument/didChange",
      params: { textDocument, contentChanges: [{ range, text: "{ mod" }] },
    },
    completion(3, at(1, 18)),
    { id: 4, method: "shutdown" },
    { method: "exit" },
  ];
  // By IPC, as VS Code communicates with the server.
  const server = fork(join(import.meta.dirname, "../../dist/server.node.cjs"), ["--node-ipc"]);
  const sent: { id?: unknown; method?: string; result?: CompletionItem[] }[] = [];
  server.on("message", (message) => sent.push(message as (typeof sent)[0]));
  for (const message of messages) server.send({ jsonrpc: "2.0", ...message });
  expect(await once(server, "exit")).toEqual([0, null]);
  expect(sent.filter(({ method }) => !method).map(({ id }) => id)).toEqual([1, 2, 3, 4]);
  expect(sent.map(({ method }) => method)).toContain("client/registerCapability");
  const labels = (requestId: number) =>
    sent.find(({ id }) => id === requestId)?.result?.map(({ label }) => label);
  expect(labels(2)).toEqual(["heberge", "non-heberge"]);
  expect(labels(3)).toContain("mode");
});

test("a request is answered for the text at its time, even if many changes follow", async () => {
  client = await LanguageClient.start(FILES);
  await client.open(PATH, TEXT);
  const answers: Promise<unknown>[] = [];
  const typed = "heberge\nconnexion:\n";
  for (const [index, letter] of [..."non-"].entries()) {
    void client.change(PATH, [{ range: { start: at(1, 21 + index), end: at(1, 21 + index) }, text: letter }]);
    answers.push(client.about("textDocument/hover", PATH, at(1, 22)));
  }
  void client.change(PATH, [{ range: { start: at(1, 13), end: at(1, 34) }, text: typed }]);
  const hovers = (await Promise.all(answers)).map(named);
  expect(hovers).toEqual([undefined, undefined, undefined, "non-heberge"]);
  expect(await client.stop()).toBe(0);
});

test("a request that is cancelled while it waits is not computed", async () => {
  client = await LanguageClient.start(FILES);
  // Long enough that all following messages arrive while it is parsed.
  const matieres = Array.from({ length: 6_000 }, (_, at) => `  M${at}: { libelle: Une matière }\n`);
  await client.open(PATH, `${TEXT}matieres:\n${matieres.join("")}`);
  const params = { textDocument: { uri: client.uri(PATH) }, position: at(1, 22) };
  const source = new CancellationTokenSource();
  const ask = (...token: CancellationToken[]) =>
    client?.connection.sendRequest("textDocument/hover", params, ...token);
  const answered = Promise.all(Array.from({ length: 20 }, () => ask()));
  const cancelled = expect(ask(source.token)).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
  source.cancel();
  expect((await answered).map(named)).toEqual(Array(20).fill("heberge"));
  await cancelled;
  expect(await client.stop()).toBe(0);
});

test("while many establishments are read or checked, requests are answered, and open documents come first", async () => {
  const services = Array.from({ length: 40 }, (_, at) => `      M${at}: { professeurs: [martin] }\n`).join(
    "",
  );
  const classes = Array.from({ length: 20 }, (_, at) => `  C${at}:\n    services:\n${services}`).join("");
  const school = `herite-de: ../academie.pronote.yaml\nhebergement: { mode: heberge }\nprofesseurs: { martin: {} }\nclasses:\n${classes}`;
  const base = `matieres:\n${Array.from({ length: 40 }, (_, at) => `  M${at}: {}\n`).join("")}`;
  const names = Array.from({ length: 30 }, (_, at) => `e${at}/etablissement.pronote.yaml`);
  const open = names[17] ?? "";
  client = await LanguageClient.process({
    "academie.pronote.yaml": base,
    ...Object.fromEntries(names.map((name) => [name, school])),
  });
  const events: string[] = [];
  client.connection.onNotification("rentree/status", () => void events.push("all"));
  client.connection.onNotification(
    "textDocument/publishDiagnostics",
    ({ uri }) => void events.push(`published ${uri.split("/").at(-2)}`),
  );
  const roundEnded = async () => {
    await expect.poll(() => events.at(-1)).toBe("all");
    return events.splice(0);
  };
  const hover = async (path: string) => {
    await client?.about("textDocument/hover", path, at(1, 22));
    events.push("answered");
  };
  await client.initialize();
  void client.initialized();
  void client.open(open, school);
  void hover(open);
  const first = await roundEnded();
  expect(first.slice(0, 2).sort()).toEqual(["answered", "published e17"]);
  await client.open("academie.pronote.yaml", base);
  await client.change("academie.pronote.yaml", [{ range: { start: at(1, 2), end: at(1, 3) }, text: "N" }]);
  await hover(open);
  const second = await roundEnded();
  expect(second.filter((one) => one === "answered" || one === "published e17")).toEqual([
    "answered",
    "published e17",
  ]);
  expect(second.slice(-31, -1).sort()).toContain("published e3");
  expect(await client.stop()).toBe(0);
});

test("`shutdown` and `exit` end the server before the engine is loaded", async () => {
  client = await LanguageClient.process(FILES);
  const exit = once(client.process, "exit");
  const initialized = client.initialize();
  const ended = client.request("shutdown", []);
  void client.connection.sendNotification("exit");
  expect((await initialized).serverInfo).toEqual({ name: "rentree" });
  expect(await ended).toBeNull();
  expect(await exit).toEqual([0, null]);
});

test("`exit` without `shutdown` ends with an error", async () => {
  client = await LanguageClient.process(FILES);
  void client.connection.sendNotification("exit");
  expect(await once(client.process, "exit")).toEqual([1, null]);
  client = await LanguageClient.start(FILES);
  void client.connection.sendNotification("exit");
  expect(await once(client.process, "exit")).toEqual([1, null]);
});

test("a request before `initialize` is refused", async () => {
  client = await LanguageClient.process(FILES);
  const early = client.about("textDocument/hover", PATH, at(0, 0));
  await expect(early).rejects.toMatchObject({ code: ErrorCodes.ServerNotInitialized });
  await client.initialize();
  await client.initialized();
  expect(await client.stop()).toBe(0);
});
