import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import type { CodeAction, WorkspaceEdit } from "vscode-languageserver-protocol";
import { CancellationTokenSource, LSPErrorCodes } from "vscode-languageserver-protocol/node";
import { CAPABILITIES, LanguageClient } from "../support/language-client.ts";
import { BASE, BASE_TEXT, CLASSES, MARKER, SMALL_ACADEMIE } from "../support/small-academie.ts";

let client: LanguageClient | undefined;

afterEach(async () => {
  client?.process.kill();
  if (client) await rm(client.folder, { recursive: true, force: true });
});

const at = (line: number, character: number) => ({ line, character });

/** A base and so many heirs, each of which mentions its matière. */
function heirs(count: number, folder = "") {
  const uses = Array.from({ length: count }, (_, index) => [
    `${folder}e${index}/${MARKER}`,
    `herite-de: ../${BASE}\nclasses:\n  6E1: { services: { FRANC: martin } }\n`,
  ]);
  return { [`${folder}${BASE}`]: BASE_TEXT, ...Object.fromEntries(uses) } as Record<string, string>;
}

const HEIRS = 200;
const MATIERE = at(0, 13);
const NEW_NAME = { newName: "FRANCAIS" };

/** A server that is initialized, and has not read anything yet. */
async function initialized(
  files: Record<string, string>,
  capabilities: object = {},
): Promise<LanguageClient> {
  client = await LanguageClient.process(files);
  await client.initialize({ capabilities: { ...CAPABILITIES, ...capabilities } });
  void client.initialized();
  return client;
}

test("a name that is renamed at once is renamed in all files", async () => {
  const client = await initialized(heirs(HEIRS));
  void client.open(BASE, BASE_TEXT);
  const edit = (await client.about("textDocument/rename", BASE, MATIERE, NEW_NAME)) as WorkspaceEdit;
  expect(edit.documentChanges).toHaveLength(HEIRS + 1);
  expect(await client.stop()).toBe(0);
});

test("whatever speaks of the whole workspace is complete, even if it is asked for at once", async () => {
  const client = await initialized(heirs(HEIRS));
  void client.open(BASE, BASE_TEXT);
  const [references, symbols, name, checklist] = await Promise.all([
    client.about("textDocument/references", BASE, MATIERE, { context: { includeDeclaration: true } }),
    client.request("workspace/symbol", { query: "6E1" }),
    client.about("textDocument/prepareRename", `e0/${MARKER}`, at(2, 23)),
    client.connection.sendRequest("rentree/checklist"),
  ]);
  expect(references).toHaveLength(HEIRS + 1);
  expect(symbols).toHaveLength(HEIRS);
  expect(name).toMatchObject({ placeholder: "FRANC" });
  expect(checklist).toHaveLength(HEIRS);
  expect(await client.stop()).toBe(0);
});

test("what a request waits for is shown where the client asked for it, and the reading where it can be", async () => {
  client = await LanguageClient.process(heirs(HEIRS));
  const { connection } = client;
  const shown = new Map<unknown, string[]>();
  connection.onRequest("window/workDoneProgress/create", () => null);
  connection.onNotification("$/progress", ({ token, value }: { token: unknown; value: { kind: string } }) => {
    shown.set(token, [...(shown.get(token) ?? []), value.kind]);
  });
  await client.initialize({ capabilities: { ...CAPABILITIES, window: { workDoneProgress: true } } });
  void client.initialized();
  void client.open(BASE, BASE_TEXT);
  await client.about("textDocument/rename", BASE, MATIERE, { ...NEW_NAME, workDoneToken: "mine" });
  expect(shown.get("mine")).toEqual(["begin", "end"]);
  shown.delete("mine");
  const [reading = []] = shown.values();
  expect(new Set(reading)).toEqual(new Set(["begin", "report", "end"]));
  expect(shown.size).toBe(1);
  expect(await client.stop()).toBe(0);
});

test("a request that waits may be cancelled, and is not answered for a text that has changed", async () => {
  const client = await initialized(heirs(HEIRS));
  void client.open(BASE, BASE_TEXT);
  const params = { textDocument: { uri: client.uri(BASE) }, position: MATIERE, ...NEW_NAME };
  const source = new CancellationTokenSource();
  const cancelled = client.connection.sendRequest("textDocument/rename", params, source.token);
  const outdated = client.connection.sendRequest("textDocument/rename", params);
  const refused = Promise.all([
    expect(cancelled).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled }),
    expect(outdated).rejects.toMatchObject({ code: LSPErrorCodes.ContentModified }),
  ]);
  source.cancel();
  void client.change(BASE, [{ range: { start: at(0, 0), end: at(0, 0) }, text: "# moved\n" }]);
  await refused;
  const edit = await client.about("textDocument/rename", BASE, at(1, 13), NEW_NAME);
  expect((edit as WorkspaceEdit).documentChanges).toHaveLength(HEIRS + 1);
  expect(await client.stop()).toBe(0);
});

test("all fixes of a base are known, even if they are asked for at once", async () => {
  const base = `${BASE_TEXT}classes: { 6E1: { services: { FRANC: Martin } } }\n`;
  const schools = Array.from({ length: HEIRS }, (_, index) => [
    `e${index}/${MARKER}`,
    `herite-de: ../${BASE}\nprofesseurs: { martin: { nom: MARTIN } }\n`,
  ]);
  const client = await initialized({ ...Object.fromEntries(schools), [BASE]: base });
  void client.open(BASE, base);
  const actions = (await client.request("textDocument/codeAction", {
    textDocument: { uri: client.uri(BASE) },
    range: { start: at(0, 0), end: at(0, 0) },
    context: { diagnostics: [], only: ["source.fixAll"] },
  })) as CodeAction[];
  expect(JSON.stringify(actions.map(({ edit }) => edit?.documentChanges))).toContain("FRANC: martin }");
  expect(await client.stop()).toBe(0);
});

test("a folder that is removed while it is read leaves no findings", async () => {
  const workspace = { ...CAPABILITIES.workspace, workspaceFolders: true };
  const bad = Object.fromEntries(
    Array.from({ length: 250 }, (_, index) => [`deux/e${index}/${MARKER}`, "classs: {}\n"]),
  );
  client = await LanguageClient.process({ [`un/${MARKER}`]: "classs: {}\n", ...bad });
  const folders = ["un", "deux"].map((name) => ({ uri: client?.uri(name), name }));
  await client.initialize({
    capabilities: { ...CAPABILITIES, workspace },
    params: { workspaceFolders: folders },
  });
  void client.initialized();
  void client.about("textDocument/hover", `un/${MARKER}`, at(0, 0));
  await client.connection.sendNotification("workspace/didChangeWorkspaceFolders", {
    event: { added: [], removed: folders.slice(1) },
  });
  await client.codes(`un/${MARKER}`, "unknown-key");
  await client.request("rentree/refresh", {});
  const status = (await client.connection.sendRequest("rentree/checklist")) as unknown[];
  expect(status).toHaveLength(1);
  expect([...client.published].filter(([uri, list]) => uri.includes("/deux/") && list.length > 0)).toEqual(
    [],
  );
  expect(await client.stop()).toBe(0);
});

test("10,000 events are gathered: what is asked for meanwhile is answered, and the end is right", async () => {
  client = await LanguageClient.start({ ...heirs(100), ...SMALL_ACADEMIE });
  await client.codes(CLASSES, "unknown-reference");
  const rounds: string[] = [];
  client.connection.onNotification("rentree/status", () => void rounds.push("status"));
  await writeFile(join(client.folder, CLASSES), "classes: { 6E1: { periodicite: hebdomadaire } }\n");
  const paths = [CLASSES, BASE, `e7/${MARKER}`, "e8", "ecole", "notes.txt"];
  const sent: Promise<void>[] = [];
  for (let index = 0; index < 10_000; index++) {
    const uri = client.uri(paths[index % paths.length] ?? "");
    const event = { changes: [{ uri, type: 2 }] };
    sent.push(client.connection.sendNotification("workspace/didChangeWatchedFiles", event));
  }
  await Promise.all(sent);
  const hover = await client.about("textDocument/hover", CLASSES, at(0, 2));
  expect(hover).not.toBeNull();
  await client.codes(CLASSES, "unknown-value");
  expect(rounds.length).toBeLessThan(20);
  expect(await client.stop()).toBe(0);
});

test("a client that does not answer for its settings gets diagnostics all the same", async () => {
  const workspace = { ...CAPABILITIES.workspace, configuration: true };
  client = await LanguageClient.process(SMALL_ACADEMIE);
  const answers: ((settings: unknown[]) => void)[] = [];
  client.connection.onRequest(
    "workspace/configuration",
    () =>
      new Promise((resolve) => {
        answers.push(resolve);
      }),
  );
  await client.initialize({ capabilities: { ...CAPABILITIES, workspace } });
  void client.initialized();
  await client.codes(CLASSES, "unknown-reference");
  // A late answer counts, unless it is to an earlier question.
  await client.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
  await expect.poll(() => answers).toHaveLength(2);
  answers[1]?.([{ rules: { "unknown-reference": "off" } }]);
  await client.codes(CLASSES);
  answers[0]?.([{ language: "fr" }]);
  await client.open(CLASSES, "classes: { 6E1: { periodicite: hebdomadaire } }\n");
  const [found] = await client.codes(CLASSES, "unknown-value");
  expect(found?.message).not.toContain("«");
  expect(await client.stop()).toBe(0);
});

/** A folder that only the client can read. */
const VIRTUAL = "memfs:/w";

/** A server of that folder, whose client announces these messages of our own, with one establishment open. */
async function inVirtualFolder(rentree: object): Promise<LanguageClient> {
  client = await LanguageClient.process({});
  await client.initialize({
    capabilities: { ...CAPABILITIES, experimental: { rentree } },
    params: { workspaceFolders: [{ uri: VIRTUAL, name: "w" }] },
  });
  void client.initialized();
  const textDocument = { uri: `${VIRTUAL}/${BASE}`, languageId: "pronote", version: 1, text: BASE_TEXT };
  await client.connection.sendNotification("textDocument/didOpen", { textDocument });
  return client;
}

function renaming(client: LanguageClient): Promise<unknown> {
  const textDocument = { uri: `${VIRTUAL}/${BASE}` };
  return client.request("textDocument/rename", { textDocument, position: MATIERE, ...NEW_NAME });
}

test("what the client reads and sends is waited for until it tells that this was all", async () => {
  const client = await inVirtualFolder({ files: true });
  const renamed = renaming(client) as Promise<WorkspaceEdit>;
  const files = Object.entries(heirs(3)).map(([path, text]) => ({ uri: `${VIRTUAL}/${path}`, text }));
  await client.connection.sendNotification("rentree/files", { files: files.slice(0, 2), reading: true });
  // An answer before the others are sent would have been read by now.
  await client.request("rentree/alive", {});
  await client.connection.sendNotification("rentree/files", { files: files.slice(2) });
  await client.connection.sendNotification("rentree/files", { files: [], reading: false });
  expect((await renamed).documentChanges).toHaveLength(4);
  expect(await client.stop()).toBe(0);
});

test("a client that does not tell when it has sent all is not waited for", async () => {
  const client = await inVirtualFolder({});
  expect(((await renaming(client)) as WorkspaceEdit).documentChanges).toHaveLength(1);
  expect(await client.stop()).toBe(0);
});

test("a request that waits for the files of the client can be cancelled", async () => {
  const client = await inVirtualFolder({ files: true });
  const source = new CancellationTokenSource();
  const textDocument = { uri: `${VIRTUAL}/${BASE}` };
  const params = { textDocument, position: MATIERE, ...NEW_NAME };
  const renamed = client.connection.sendRequest("textDocument/rename", params, source.token);
  source.cancel();
  await expect(renamed).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
  expect(await client.stop()).toBe(0);
});
