import { mkdir, rename, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import type { Registration } from "vscode-languageserver-protocol";
import { CAPABILITIES, LanguageClient } from "../support/language-client.ts";
import { BASE, CLASSES, MARKER, SMALL_ACADEMIE } from "../support/small-academie.ts";

let client: LanguageClient | undefined;

afterEach(async () => {
  client?.process.kill();
  if (client) await rm(client.folder, { recursive: true, force: true });
});

const at = (line: number, character: number) => ({ line, character });

test("a base that is typed is looked for without a save", async () => {
  client = await LanguageClient.start(SMALL_ACADEMIE);
  await client.codes(CLASSES, "unknown-reference");
  await writeFile(
    join(client.folder, "autre.pronote.yaml"),
    "professeurs: { martni: { nom: MARTNI } }\nmatieres: { FRANC: {} }\n",
  );
  const text = SMALL_ACADEMIE[`ecole/${MARKER}`] ?? "";
  await client.open(`ecole/${MARKER}`, text);
  const name = { start: at(0, 14), end: at(0, 14 + BASE.length) };
  await client.change(`ecole/${MARKER}`, [{ range: name, text: "absente.pronote.yaml" }]);
  await client.codes(`ecole/${MARKER}`, "herite-de");
  await client.change(`ecole/${MARKER}`, [{ range: { start: at(0, 14), end: at(0, 21) }, text: "autre" }]);
  await client.codes(`ecole/${MARKER}`);
  await client.codes(CLASSES);
  expect(await client.stop()).toBe(0);
});

test.each(["fugitive:///a/.git//0", "diffview:///a/.git/0", "git:/a", "untitled:/a", "vscode-scm:git"])(
  "another version of a file takes part in nothing, and goes when it is closed: %s",
  async (prefix) => {
    client = await LanguageClient.start(SMALL_ACADEMIE);
    await client.codes(CLASSES, "unknown-reference");
    const uri = `${prefix}/ecole/${MARKER}`;
    const text = `${SMALL_ACADEMIE[`ecole/${MARKER}`]}classs: {}\n`;
    const textDocument = { uri, languageId: "pronote", version: 1, text };
    await client.connection.sendNotification("textDocument/didOpen", { textDocument });
    const codes = () => client?.published.get(uri)?.map(({ code }) => code);
    await expect.poll(codes).toEqual(["unknown-key"]);
    expect(await client.request("textDocument/hover", { textDocument, position: at(1, 3) })).not.toBeNull();
    expect(await client.connection.sendRequest("rentree/checklist")).toHaveLength(1);
    expect(client.published.get(client.uri(`ecole/${MARKER}`)) ?? []).toEqual([]);
    await client.connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
    await expect.poll(codes).toEqual([]);
    expect(await client.request("textDocument/hover", { textDocument, position: at(1, 3) })).toBeNull();
    expect(await client.stop()).toBe(0);
  },
);

test("other YAML is not read when it is closed, or changed on disk", async () => {
  const other = "docker-compose.yaml";
  client = await LanguageClient.start({ ...SMALL_ACADEMIE, [other]: "services: {}\n" });
  await client.codes(CLASSES, "unknown-reference");
  await client.open(other, "services: {}\n");
  await client.close(other);
  await client.onDisk(other, "version: 3\n", 2);
  await client.request("rentree/refresh", {});
  await client.onDisk("ecole/personnes.pronote.yaml", "professeurs: { martni: {} }\n", 2);
  await client.codes(CLASSES);
  expect(client.published.get(client.uri(other)) ?? []).toEqual([]);
  expect(await client.stop()).toBe(0);
});

test("of a folder that comes or goes, its own event is asked for, and is enough", async () => {
  const twin = { [`copie/${MARKER}`]: SMALL_ACADEMIE[`ecole/${MARKER}`] ?? "" };
  client = await LanguageClient.process({ ...SMALL_ACADEMIE, ...twin });
  const registered: Registration[] = [];
  client.connection.onRequest("client/registerCapability", ({ registrations }) => {
    registered.push(...registrations);
    return null;
  });
  const workspace = { ...CAPABILITIES.workspace, didChangeWatchedFiles: { dynamicRegistration: true } };
  await client.initialize({ capabilities: { ...CAPABILITIES, workspace } });
  void client.initialized();
  await expect
    .poll(() => registered.map(({ method }) => method))
    .toEqual(["workspace/didChangeWatchedFiles"]);
  expect(registered[0]?.registerOptions).toEqual({
    watchers: [{ globPattern: "**/*.pronote.{yaml,yml}" }, { globPattern: "**/*", kind: 5 }],
  });
  const rneTwice = async (isTwice: boolean) =>
    await expect
      .poll(() => (client?.published.get(client.uri(`ecole/${MARKER}`)) ?? []).length > 0)
      .toBe(isTwice);
  await rneTwice(true);
  await mkdir(join(client.folder, ".cache"));
  await rename(join(client.folder, "copie"), join(client.folder, ".cache/copie"));
  const event = (type: number) => ({ changes: [{ uri: client?.uri("copie"), type }] });
  await client.connection.sendNotification("workspace/didChangeWatchedFiles", event(3));
  await rneTwice(false);
  await rename(join(client.folder, ".cache/copie"), join(client.folder, "copie"));
  await client.connection.sendNotification("workspace/didChangeWatchedFiles", event(1));
  await rneTwice(true);
  await rm(join(client.folder, "copie"), { recursive: true });
  expect(await client.request("rentree/refresh", {})).toBeNull();
  await rneTwice(false);
  expect(await client.stop()).toBe(0);
});

test("an event for a folder that is called as a file changes nothing", async () => {
  client = await LanguageClient.start(SMALL_ACADEMIE);
  await client.codes(CLASSES, "unknown-reference");
  const folder = "ecole/archive.pronote.yaml";
  await mkdir(join(client.folder, folder));
  await client.connection.sendNotification("workspace/didChangeWatchedFiles", {
    changes: [{ uri: client.uri(folder), type: 1 }],
  });
  await client.request("rentree/refresh", {});
  await client.onDisk("ecole/personnes.pronote.yaml", "professeurs: { martni: {} }\n", 2);
  await client.codes(CLASSES);
  expect(client.published.get(client.uri(folder)) ?? []).toEqual([]);
  expect(await client.stop()).toBe(0);
});

test("of a file below a linked folder, nothing is claimed that was not looked at", async () => {
  client = await LanguageClient.process({ [`ws/${MARKER}`]: "classs: {}\n", ...SMALL_ACADEMIE });
  await symlink(join(client.folder, "ecole"), join(client.folder, "ws/lien"), "junction");
  const params = { workspaceFolders: [{ uri: client.uri("ws"), name: "ws" }] };
  await client.initialize({ params });
  void client.initialized();
  await client.codes(`ws/${MARKER}`, "unknown-key");
  await client.open("ws/lien/classes.pronote.yaml", `${SMALL_ACADEMIE[CLASSES]}classs: {}\n`);
  await client.codes("ws/lien/classes.pronote.yaml", "unknown-key");
  expect(await client.stop()).toBe(0);
});

test("a base behind a link that leads out of the repository is not read", async () => {
  const secret = "professeurs: { martin: { nom: SECRET } }\n";
  client = await LanguageClient.process({
    [`ws/${MARKER}`]: "herite-de: lien.pronote.yaml\n",
    "ws/.git/HEAD": "",
    "dehors/base.pronote.yaml": secret,
  });
  await symlink(join(client.folder, "dehors/base.pronote.yaml"), join(client.folder, "ws/lien.pronote.yaml"));
  const params = { workspaceFolders: [{ uri: client.uri("ws"), name: "ws" }] };
  await client.initialize({ params });
  void client.initialized();
  await client.codes("ws/lien.pronote.yaml", "file-unreadable");
  expect(await client.stop()).toBe(0);
});

test("a NUL that is pasted and taken back leaves the text as it was", async () => {
  client = await LanguageClient.start(SMALL_ACADEMIE);
  await client.open(CLASSES, SMALL_ACADEMIE[CLASSES] ?? "");
  await client.codes(CLASSES, "unknown-reference");
  await client.change(CLASSES, [{ range: { start: at(1, 60), end: at(1, 60) }, text: "\0" }]);
  await client.codes(CLASSES, "file-unreadable");
  await client.change(CLASSES, [{ range: { start: at(1, 60), end: at(1, 61) }, text: "" }]);
  await client.codes(CLASSES, "unknown-reference");
  expect(await client.stop()).toBe(0);
});
