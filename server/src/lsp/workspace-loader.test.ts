import { expect, test } from "vitest";
import type { FakeDisk } from "../../../test/support/fake-disk.ts";
import {
  BASE,
  BESIDE,
  classes,
  FILES,
  keyOf,
  loaded,
  loaderOf,
  marker,
  OTHER,
  ROOT,
  school,
} from "../../../test/support/loaded-workspace.ts";
import { turn } from "./scheduler.ts";

test("the establishments of open documents are loaded first, with their bases", async () => {
  const open = classes("b");
  let first: readonly unknown[] | undefined;
  const { store, loader, uris } = loaderOf(FILES, () => {
    first ??= [uris(), loader.isLoading, loader.isLoaded(open), loader.isLoaded(marker("a"))];
  });
  loader.setFolders([ROOT]);
  store.open(open, "classes: { 6E1: {} }\n");
  expect([loader.isLoading, loader.isLoaded(open)]).toEqual([true, false]);
  await loader.settled();
  expect(first).toEqual([[open, marker("b"), BASE, BESIDE], true, true, false]);
  expect([loader.isLoading, loader.isLoaded(marker("a"))]).toEqual([false, true]);
  expect(uris()).toHaveLength(FILES.length);
  expect(store.workspace.snapshots).toHaveLength(3);
  expect(store.workspace.files.get(open)?.root.pairs[0]?.value.kind).toBe("map");
});

test("a document that is opened while its file is read keeps the text of the editor", async () => {
  const { disk, store, loader } = loaderOf();
  loader.setFolders([ROOT]);
  while (!disk.readUris.includes(marker("c"))) await turn();
  store.open(marker("c"), "etablissement: { nom: Tilleuls }\n");
  await loader.settled();
  expect(keyOf(store, marker("c"))).toBe("etablissement");
  loader.closed(marker("c"));
  await loader.settled();
  expect(keyOf(store, marker("c"))).toBe("herite-de");
});

test.each([
  ["found", (disk: FakeDisk) => disk.foundIn.includes(OTHER)],
  ["read", (disk: FakeDisk) => disk.readUris.includes(marker("z", OTHER))],
])("a folder that is removed while its files are %s leaves nothing", async (_, hasBegun) => {
  const files = [...FILES, ...["x", "y", "z"].flatMap((name) => school(name, OTHER))];
  const { disk, loader, uris } = loaderOf(files);
  loader.setFolders([ROOT, OTHER]);
  while (!hasBegun(disk)) await turn();
  disk.hold();
  await turn();
  loader.setFolders([ROOT]);
  expect(loader.isLoading).toBe(true);
  disk.release();
  await loader.settled();
  expect(loader.isLoading).toBe(false);
  expect(uris()).toEqual(FILES.map(([uri]) => uri).sort());
});

test("a folder that is added is read; what is known is not read again", async () => {
  const { disk, loader, uris } = await loaded([...FILES, ...school("x", OTHER)]);
  disk.readUris.length = 0;
  loader.setFolders([ROOT, OTHER]);
  await loader.settled();
  expect(uris()).toContain(marker("x", OTHER));
  expect(disk.readUris.filter((uri) => uri.startsWith(`${ROOT}/`))).toEqual([]);
});

test("many events are gathered: each file is read once more at most, and each folder walked", async () => {
  const { disk, loader, counts } = await loaded();
  counts.changed = 0;
  disk.readUris.length = 0;
  disk.foundIn.length = 0;
  disk.files.set(classes("a"), "classes: { 6E1: {} }\n");
  for (let index = 0; index < 10_000; index++)
    loader.watched([[classes("a"), marker("b"), `${ROOT}/c`, ROOT][index % 4] ?? ""]);
  await loader.settled();
  expect(disk.readUris.length).toBeLessThanOrEqual(2 * FILES.length);
  expect(disk.foundIn.length).toBeLessThanOrEqual(4);
  expect(counts.changed).toBeLessThanOrEqual(2);
});

test("an event that changes nothing starts no round", async () => {
  const { loader, counts } = await loaded();
  counts.changed = 0;
  loader.watched([classes("a"), `${ROOT}/notes.txt`, "file:///elsewhere/x.pronote.yaml", "git:/x"]);
  loader.edited();
  await loader.settled();
  expect(counts.changed).toBe(0);
});

test("of a folder that is deleted, an event of the folder alone removes all files", async () => {
  const { disk, loader, uris } = await loaded();
  for (const uri of [classes("b"), marker("b")]) disk.files.delete(uri);
  loader.watched([`${ROOT}/b`]);
  await loader.settled();
  expect(uris().filter((uri) => uri.includes("/b/"))).toEqual([]);
  for (const [uri, text] of school("b")) disk.files.set(uri, text);
  loader.watched([`${ROOT}/b/`]);
  await loader.settled();
  expect(uris()).toEqual(FILES.map(([uri]) => uri).sort());
});

test("to refresh reads all again, whatever was told: bases of elsewhere too", async () => {
  const { disk, store, loader, uris } = await loaded();
  disk.files.delete(classes("a"));
  disk.files.set(classes("d"), "classes: {}\n");
  disk.files.set(BESIDE, "matieres: {}\n");
  disk.files.set(classes("b"), "groupes: {}\n");
  loader.refresh();
  await loader.settled();
  expect(uris()).not.toContain(classes("a"));
  expect(uris()).toContain(classes("d"));
  expect([keyOf(store, BESIDE), keyOf(store, classes("b"))]).toEqual(["matieres", "groupes"]);
  expect(loader.isLoading).toBe(false);
});

test("a folder that is called as a file is nothing; what is in it counts", async () => {
  const folder = `${ROOT}/archive.pronote.yaml`;
  const { disk, store, loader, uris } = await loaded();
  loader.watched([folder]);
  await loader.settled();
  expect(uris()).not.toContain(folder);
  disk.files.set(`${folder}/classes.pronote.yaml`, "classes: {}\n");
  loader.watched([folder]);
  await loader.settled();
  expect(uris()).toContain(`${folder}/classes.pronote.yaml`);
  expect(store.workspace.files.get(folder)).toBeUndefined();
});

test("what is below a linked folder, or elsewhere, is by itself", async () => {
  const link = `${ROOT}/lien`;
  const { disk, store, loader, uris } = loaderOf([...FILES, ...school("lien")]);
  disk.links.add(link);
  loader.setFolders([ROOT]);
  store.open(classes("lien"), "classes: {}\n");
  await loader.settled();
  expect(store.alone(classes("lien"))).toBeDefined();
  loader.watched([classes("lien"), marker("lien"), link]);
  await loader.settled();
  expect(uris().filter((uri) => uri.startsWith(link))).toEqual([]);
  disk.links.delete(link);
  loader.watched([link]);
  await loader.settled();
  expect(store.alone(classes("lien"))).toBeUndefined();
  expect(uris()).toContain(marker("lien"));
  disk.links.add(link);
  loader.watched([link]);
  await loader.settled();
  expect(store.alone(classes("lien"))).toBeDefined();
  expect(uris()).not.toContain(marker("lien"));
});

test("a disk that fails is reported, and the workspace counts as read", async () => {
  const { disk, loader, faults } = loaderOf();
  disk.read = () => Promise.reject(new Error("broken disk"));
  loader.setFolders([ROOT]);
  await loader.settled();
  expect(faults).toHaveLength(1);
  expect(loader.isLoading).toBe(false);
});
