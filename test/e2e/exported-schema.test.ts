/** The exported schema in the server that most editors have for YAML. */
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import type { PublishDiagnosticsParams } from "vscode-languageserver-protocol";
import {
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";
import { yamlLanguageServer } from "../bench/peers.ts";
import { installPeers, ROOT } from "../host/install.ts";
import { folderWith, rentree } from "../support/cli.ts";

const EXAMPLES = join(ROOT, "examples");

/** A started yaml-language-server that has the exported schema for our files. */
async function yamlServer(language: string): Promise<ProtocolConnection> {
  installPeers();
  const folder = folderWith({ "schema.json": (await rentree(ROOT, ["schema", "--lang", language])).out });
  const { command, settings } = yamlLanguageServer(join(folder, "schema.json"));
  const [program = "", ...args] = command;
  const child = spawn(program, args, { stdio: ["pipe", "pipe", "ignore"] });
  onTestFinished(() => void child.kill());
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.onRequest("workspace/configuration", ({ items }: { items: { section?: string }[] }) =>
    items.map(({ section = "" }) => settings[section] ?? null),
  );
  connection.onRequest("client/registerCapability", () => null);
  connection.listen();
  await connection.sendRequest("initialize", {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: null,
    capabilities: { workspace: { configuration: true } },
  });
  await connection.sendNotification("initialized", {});
  return connection;
}

test.each(["en", "fr"])(
  "yaml-language-server accepts the examples by the schema in the language %s, and no mistake",
  async (language) => {
    const texts = new Map(
      readdirSync(EXAMPLES, { recursive: true, encoding: "utf8" })
        .filter((name) => /\.pronote\.ya?ml$/.test(name) && !name.startsWith("college-a-corriger"))
        .map((name) => [
          pathToFileURL(join(EXAMPLES, name)).href,
          readFileSync(join(EXAMPLES, name), "utf8"),
        ]),
    );
    const wrong = "file:///faux/classes.pronote.yaml";
    texts.set(wrong, "classses: {}\nespaces: { parents: { publie: oui } }\n");
    const connection = await yamlServer(language);
    const found = new Map<string, readonly string[]>();
    connection.onNotification("textDocument/publishDiagnostics", (said: PublishDiagnosticsParams) => {
      found.set(
        said.uri,
        said.diagnostics.map(({ range, message }) => `${range.start.line}: ${message}`),
      );
    });
    for (const [uri, text] of texts)
      await connection.sendNotification("textDocument/didOpen", {
        textDocument: { uri, languageId: "yaml", version: 1, text },
      });
    await expect.poll(() => found.size).toBe(texts.size);
    expect(texts.size).toBeGreaterThan(30);
    expect(
      found
        .get(wrong)
        ?.map((text) => text.slice(0, 2))
        .sort(),
    ).toEqual(["0:", "1:"]);
    expect([...found].filter(([uri, list]) => uri !== wrong && list.length > 0)).toEqual([]);
  },
);
