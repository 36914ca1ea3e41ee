import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import type { CompletionItem, CompletionList } from "vscode-languageserver-protocol";
import { CLIENT_KINDS } from "../support/client-kinds.ts";
import { LanguageClient } from "../support/language-client.ts";

const MARKER = "ecole/etablissement.pronote.yaml";
const CLASSES = "ecole/classes.pronote.yaml";
const FILES = {
  "academie.pronote.yaml": "matieres: { FRANC: { libelle: Français } }\n",
  [MARKER]:
    "herite-de: ../academie.pronote.yaml\netablissement: { rne: 0759998K, nom: Collège des Tilleuls }\nhebergement: { mode: heberge }\n\n",
  "ecole/personnes.pronote.yaml": "professeurs:\n  martin: { nom: MARTIN, prenom: Alice }\n  martin: {}\n",
  [CLASSES]:
    "classes:\n  6E1: { periodicite: trimestriel, services: { FRANC: martni } }\n  6E2: { periodicité: trimestriel }\n",
};

const at = (line: number, character: number) => ({ line, character });
const WHOLE = { start: at(0, 0), end: at(9, 0) };

let client: LanguageClient | undefined;

afterEach(() => {
  client?.process.kill();
});

/** A client of a kind, which answers what the server asks. */
async function started(kind: string): Promise<LanguageClient> {
  client = await LanguageClient.process(FILES);
  const { connection } = client;
  connection.onRequest("workspace/configuration", () => [null]);
  connection.onRequest("client/registerCapability", () => null);
  connection.onRequest("workspace/applyEdit", () => ({ applied: true }));
  await client.initialize({ capabilities: CLIENT_KINDS[kind] ?? {} });
  await client.initialized();
  const found = client.published;
  await expect.poll(() => found.get(client?.uri(CLASSES) ?? "")?.length).toBeGreaterThan(0);
  return client;
}

test.each(Object.keys(CLIENT_KINDS))("a client gets only what it announced: %s", async (kind) => {
  const client = await started(kind);
  for (const [path, text] of Object.entries(FILES)) {
    await client.open(path, text);
    const textDocument = { uri: client.uri(path) };
    for (const method of ["documentSymbol", "documentLink", "foldingRange", "codeLens"])
      await client.request(`textDocument/${method}`, { textDocument });
    await client.request("textDocument/inlayHint", { textDocument, range: WHOLE });
    await client.request("textDocument/semanticTokens/range", { textDocument, range: WHOLE });
    const whole = await client.request("textDocument/semanticTokens/full", { textDocument });
    const { resultId: previousResultId } = whole as { readonly resultId?: string };
    const delta = { textDocument, previousResultId: previousResultId ?? "" };
    await client.request("textDocument/semanticTokens/full/delta", delta);
    await client.request("textDocument/selectionRange", { textDocument, positions: [at(0, 0), at(1, 3)] });
    for (const only of [undefined, [""], ["source"]])
      await client.request("textDocument/codeAction", {
        textDocument,
        range: WHOLE,
        context: { diagnostics: [], only },
      });
    for (const [line, text] of (FILES[path as keyof typeof FILES] ?? "").split("\n").entries())
      for (let character = 0; character <= text.length; character += 3)
        await askedAt(client, path, at(line, character));
  }
  await client.request("workspace/symbol", { query: "" });
  const [list] = (await client.request("rentree/checklist", {})) as {
    uri: string;
    phases: { items: { slug: string; tickable: boolean }[] }[];
  }[];
  const step = list?.phases.flatMap(({ items }) => items).find(({ tickable }) => tickable);
  const tick = client.request("workspace/executeCommand", {
    command: "rentree.server.tick",
    arguments: [{ establishment: list?.uri, slug: step?.slug, action: "fait" }],
  });
  if (kind === "minimal") await expect(tick).rejects.toThrow("does not let the server change files");
  else expect(await tick).toEqual({ applied: true });
  expect(await client.stop()).toBe(0);
});

async function askedAt(client: LanguageClient, path: string, position: ReturnType<typeof at>): Promise<void> {
  const list = (await client.about("textDocument/completion", path, position)) as
    | CompletionItem[]
    | CompletionList;
  const [first, defaults] = "items" in list ? [list.items[0], list.itemDefaults] : [list[0], undefined];
  const data = first?.data ?? defaults?.data;
  if (first) await client.request("completionItem/resolve", { ...first, data });
  for (const method of ["hover", "definition", "declaration", "typeDefinition", "documentHighlight"])
    await client.about(`textDocument/${method}`, path, position);
  await askedBelow(client, path, position);
  const references = { context: { includeDeclaration: true } };
  await client.about("textDocument/references", path, position, references);
  await client.about("textDocument/rename", path, position, { newName: "durand" }).catch(() => null);
}

/** Both hierarchies at a place, opened once in each direction. */
async function askedBelow(
  client: LanguageClient,
  path: string,
  position: ReturnType<typeof at>,
): Promise<void> {
  for (const [kind, directions] of [
    ["Call", ["callHierarchy/incomingCalls", "callHierarchy/outgoingCalls"]],
    ["Type", ["typeHierarchy/supertypes", "typeHierarchy/subtypes"]],
  ] as const) {
    const found = await client.about(`textDocument/prepare${kind}Hierarchy`, path, position);
    for (const item of (found ?? []) as readonly object[])
      for (const method of directions) await client.request(method, { item });
  }
}

test("an invalid message of a server is found", async () => {
  const body = JSON.stringify({ jsonrpc: "2.0", method: "window/logMessage", params: { type: 9 } });
  const packet = `Content-Length: ${body.length}\r\n\r\n${body}`;
  const script = `process.stdout.write(${JSON.stringify(packet)}); process.stdin.resume();`;
  const folder = await mkdtemp(join(tmpdir(), "rentree-server-"));
  await writeFile(join(folder, "server.cjs"), script);
  client = await LanguageClient.process({}, join(folder, "server.cjs"));
  const faults: string[] = [];
  await expect
    .poll(() => {
      faults.push(...(client?.takeFaults() ?? []));
      return faults;
    })
    .toHaveLength(2);
});
