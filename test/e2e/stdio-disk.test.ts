/** What happens on the disk outside of the editor: folders that are renamed, links, files that become folders. */
import { mkdir, rename, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { CAPABILITIES, LanguageClient } from "../support/language-client.ts";
import { CLASSES, MARKER, SMALL_ACADEMIE } from "../support/small-academie.ts";

let client: LanguageClient | undefined;

afterEach(async () => {
  client?.process.kill();
  if (client) await rm(client.folder, { recursive: true, force: true });
});

async function started(files: { readonly [path: string]: string } = SMALL_ACADEMIE) {
  client = await LanguageClient.start(files);
  return client;
}

/** Tells the server of events: 1 created, 2 changed, 3 deleted. */
async function events(of: LanguageClient, ...all: readonly (readonly [path: string, type: 1 | 2 | 3])[]) {
  const changes = all.map(([path, type]) => ({ uri: of.uri(path), type }));
  await of.connection.sendNotification("workspace/didChangeWatchedFiles", { changes });
}

/** The names of the establishments that the checklist has. */
async function schools(of: LanguageClient): Promise<readonly string[]> {
  const lists = (await of.connection.sendRequest("rentree/checklist")) as readonly { uri: string }[];
  return lists.map(({ uri }) => decodeURIComponent(uri.slice(uri.lastIndexOf("/") + 1)));
}

test("a folder that is renamed takes its files along, whatever events tell of it", async () => {
  const client = await started();
  await client.codes(CLASSES, "unknown-reference");
  await rename(join(client.folder, "ecole"), join(client.folder, "lycee"));
  await events(client, ["ecole", 3], ["lycee", 1]);
  await client.codes("lycee/classes.pronote.yaml", "unknown-reference");
  await client.codes(CLASSES);
  expect(await schools(client)).toEqual(["lycee"]);
  // Only the new name, as some watchers do.
  await rename(join(client.folder, "lycee"), join(client.folder, "collège".normalize("NFD")));
  await events(client, ["lycee", 2]);
  await events(client, ["collège".normalize("NFD"), 1]);
  await expect.poll(() => schools(client)).toEqual(["collège".normalize("NFD")]);
  expect(await client.stop()).toBe(0);
});

test("in a folder with combining accents, diagnostics name the files as they are on the disk", async () => {
  const folder = "école".normalize("NFD");
  const files = Object.entries(SMALL_ACADEMIE).map(([path, text]) => [path.replace("ecole", folder), text]);
  const client = await started(Object.fromEntries(files));
  await client.codes(`${folder}/classes.pronote.yaml`, "unknown-reference");
  await client.onDisk(`${folder}/nouveau.pronote.yaml`, "classs: {}\n", 1);
  await client.codes(`${folder}/nouveau.pronote.yaml`, "unknown-key");
  expect([...client.published.keys()].filter((uri) => decodeURIComponent(uri).includes("école"))).toEqual([]);
  expect(await client.stop()).toBe(0);
});

test("a file that becomes a folder, and a folder that becomes a file", async () => {
  const client = await started();
  await client.codes(CLASSES, "unknown-reference");
  await rm(join(client.folder, CLASSES));
  await mkdir(join(client.folder, CLASSES));
  await writeFile(join(client.folder, CLASSES, "a.pronote.yaml"), "classs: {}\n");
  await events(client, [CLASSES, 2]);
  await client.codes(`${CLASSES}/a.pronote.yaml`, "unknown-key");
  await client.codes(CLASSES);
  await rm(join(client.folder, CLASSES), { recursive: true });
  await writeFile(join(client.folder, CLASSES), "classs: {}\n");
  await events(client, [CLASSES, 2]);
  await client.codes(CLASSES, "unknown-key");
  await client.codes(`${CLASSES}/a.pronote.yaml`);
  await rm(join(client.folder, "ecole"), { recursive: true });
  await writeFile(join(client.folder, "ecole"), "");
  await events(client, ["ecole", 1]);
  await client.codes(CLASSES);
  expect(await schools(client)).toEqual([]);
  expect(await client.stop()).toBe(0);
});

test("a base that becomes a folder is missing, and is found again", async () => {
  const client = await started();
  await client.codes(CLASSES, "unknown-reference");
  await rm(join(client.folder, "academie.pronote.yaml"));
  await mkdir(join(client.folder, "academie.pronote.yaml"));
  await events(client, ["academie.pronote.yaml", 2]);
  await client.codes(`ecole/${MARKER}`, "herite-de");
  await rm(join(client.folder, "academie.pronote.yaml"), { recursive: true });
  await client.onDisk("academie.pronote.yaml", SMALL_ACADEMIE["academie.pronote.yaml"], 1);
  await client.codes(`ecole/${MARKER}`);
  expect(await client.stop()).toBe(0);
});

test.skipIf(process.platform === "win32")("links that lead in a circle, at the start and later", async () => {
  const client = await LanguageClient.process(SMALL_ACADEMIE);
  await symlink("..", join(client.folder, "ecole/haut"));
  await symlink("rond.pronote.yaml", join(client.folder, "ecole/rond.pronote.yaml"));
  await client.initialize({ capabilities: CAPABILITIES });
  void client.initialized();
  await client.codes(CLASSES, "unknown-reference");
  await symlink(".", join(client.folder, "ecole/ici"));
  await events(client, ["ecole/ici", 1], ["ecole/haut", 2], ["ecole/rond.pronote.yaml", 1]);
  await client.onDisk("ecole/personnes.pronote.yaml", "professeurs: { martni: {} }\n", 2);
  await client.codes(CLASSES);
  expect(await schools(client)).toEqual(["ecole"]);
  const told = [...client.published].filter(([uri, list]) => /haut|rond|ici/.test(uri) && list.length > 0);
  expect(told).toEqual([]);
  expect(await client.stop()).toBe(0);
});
