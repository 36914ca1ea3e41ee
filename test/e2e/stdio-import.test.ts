import { mkdir, rm, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { zipSync } from "fflate";
import { afterEach, expect, test } from "vitest";
import { CancellationTokenSource, LSPErrorCodes, type WorkspaceEdit } from "vscode-languageserver-protocol";
import type { ImportAnswer, ImportedSource } from "../../server/src/features/import-protocol.ts";
import { CAPABILITIES, LanguageClient } from "../support/language-client.ts";
import { HOVERS_FIRST, orderOf } from "../support/order.ts";
import { encoded, stsEmpXml } from "../support/school-exports.ts";
import { BASE, BASE_TEXT, MARKER, markerOf } from "../support/small-academie.ts";

let client: LanguageClient | undefined;

afterEach(async () => {
  client?.process.kill();
  if (client) await rm(client.folder, { recursive: true, force: true });
});

const SCHOOL = { [BASE]: BASE_TEXT, [`a/${MARKER}`]: markerOf("0759998K", "Collège A") };
const STS = encoded(stsEmpXml(), "iso-8859-15");
const WORKSPACE = {
  applyEdit: true,
  workspaceEdit: {
    documentChanges: true,
    resourceOperations: ["create" as const],
    changeAnnotationSupport: {},
  },
};

async function start(workspace: object = WORKSPACE): Promise<LanguageClient> {
  client = await LanguageClient.start(SCHOOL, { capabilities: { ...CAPABILITIES, workspace } });
  await writeFile(join(client.folder, "sts.xml"), STS);
  return client;
}

const ask = (server: LanguageClient, sources: readonly ImportedSource[]) =>
  server.connection.sendRequest<ImportAnswer>("rentree/import", { sources });

test("the server reads what the user chose, or takes what the client sends; both say the same", async () => {
  const server = await start();
  const read = await ask(server, [{ name: "sts.xml", uri: server.uri("sts.xml") }]);
  const sent = await ask(server, [{ name: "sts.xml", bytes: Buffer.from(STS).toString("base64") }]);
  expect(read.planned).toMatchObject({ title: "Collège A ← sts.xml (STSWEB)", isStopped: false });
  expect(read.planned?.files.length).toBeGreaterThan(3);
  expect(sent.planned).toEqual(read.planned);
  expect(await server.stop()).toBe(0);
});

test("what cannot be read is told: too large, gone, a folder, no Base64", async () => {
  const server = await start();
  await writeFile(join(server.folder, "huge.xml"), "");
  await truncate(join(server.folder, "huge.xml"), 2 ** 27);
  const findings = async (source: ImportedSource) =>
    (await ask(server, [source])).planned?.findings.map(({ message }) => message);
  const at = (name: string) => findings({ name, uri: server.uri(name) });
  expect(await at("huge.xml")).toEqual([expect.stringMatching(/^It is larger than 64 MB/)]);
  expect(await at("gone.xml")).toEqual([expect.stringMatching(/^It cannot be read/)]);
  expect(await at("a")).toEqual([expect.stringMatching(/^It cannot be read/)]);
  expect(await findings({ name: "x", bytes: "§" })).toEqual([expect.stringMatching(/^The file is empty/)]);
  expect(await server.stop()).toBe(0);
});

test("importing is one edit of the client, which may leave it; nothing is written by the server", async () => {
  const server = await start();
  const edits: WorkspaceEdit[] = [];
  server.connection.onRequest("workspace/applyEdit", ({ edit }: { edit: WorkspaceEdit }) => {
    edits.push(edit);
    if (edits.length > 1) throw new Error("the disk is full");
    return { applied: false };
  });
  const apply = () =>
    server.connection.sendRequest("rentree/applyImport", {
      sources: [{ name: "sts.xml", uri: server.uri("sts.xml") }],
    });
  expect(await apply()).toEqual({ applied: false });
  expect(await apply()).toMatchObject({ applied: false, failureReason: expect.stringContaining("full") });
  const created = edits[0]?.documentChanges?.flatMap((one) => ("kind" in one ? [one] : [])) ?? [];
  expect(created.map((one) => "uri" in one && one.uri)).toContain(
    server.uri("a/importe/classes.pronote.yaml"),
  );
  expect(await server.stop()).toBe(0);
});

/** An export with 30 MB of people who are not read. */
function largeSts(): Uint8Array {
  const other = "<SUPPLEANT><NOM_USAGE>X</NOM_USAGE><PRENOM>Y</PRENOM></SUPPLEANT>";
  const text = stsEmpXml().replace(
    "<SUPPLEANTS>",
    `<SUPPLEANTS>${other.repeat((30 * 2 ** 20) / other.length)}`,
  );
  return encoded(text, "iso-8859-15");
}

/** A zip of an export and of 30 MB that are not read, so that it takes its time only to be unpacked. */
function largeZip(): Uint8Array {
  const words = Array.from({ length: 3 * 2 ** 20 }, (_, at) => ((at * 7919) % 9_999_991).toString(36));
  const guardians = encoded(`<BEE_RESPONSABLES>${words.join(" ")} ${words.join("-")}`, "utf-8");
  return zipSync({ "sts.xml": STS, "Responsables.xml": guardians }, { level: 1 });
}

/** A list of very many courses. */
function longTable(): Uint8Array {
  const rows = Array.from({ length: 150_000 }, (_, at) => `FRANC;NOM${at % 90};6E${at % 30}`);
  return encoded(["MAT_CODE;PROF_NOM;CLASSE", ...rows].join("\n"), "utf-8");
}

test.each([
  ["export", largeSts],
  ["zip", largeZip],
  ["list of courses", longTable],
])(
  "while a large %s is read, other requests are answered, and the reading can be cancelled",
  async (_, large) => {
    const server = await start();
    // Sent, so that there is no file whose reading would let others have their turn.
    const sources = [{ name: "large", bytes: Buffer.from(large()).toString("base64") }];
    await ask(server, [{ name: "sts.xml", uri: server.uri("sts.xml") }]);
    const imported = ask(server, sources);
    expect(await orderOf(server, server.uri(`a/${MARKER}`), imported)).toEqual(HOVERS_FIRST);
    expect((await imported).planned?.title).toMatch(/^Collège A ← large/);
    const cancellation = new CancellationTokenSource();
    const cancelled = server.connection.sendRequest("rentree/import", { sources }, cancellation.token);
    await server.connection.sendRequest("textDocument/hover", {
      textDocument: { uri: server.uri(`a/${MARKER}`) },
      position: { line: 1, character: 4 },
    });
    cancellation.cancel();
    await expect(cancelled).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
    expect(await server.stop()).toBe(0);
  },
);

test("an export that would be committed is told, unless git leaves it out", async () => {
  const server = await start();
  await mkdir(join(server.folder, ".git"));
  const messages = async () => {
    const { planned } = await ask(server, [{ name: "sts.xml", uri: server.uri("sts.xml") }]);
    return planned?.findings.map(({ message }) => message).filter((text) => text.includes("git repository"));
  };
  expect(await messages()).toHaveLength(1);
  await writeFile(join(server.folder, ".gitignore"), "*.xml\n");
  expect(await messages()).toEqual([]);
  expect(await server.stop()).toBe(0);
});

test("a client that applies no edits is told so", async () => {
  const server = await start({});
  await expect(server.connection.sendRequest("rentree/applyImport", { sources: [] })).rejects.toThrow(
    "This editor does not let the server change files.",
  );
  expect(await server.stop()).toBe(0);
});
