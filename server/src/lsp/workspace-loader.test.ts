import { expect, test } from "vitest";
import { FakeDisk } from "../../../test/support/fake-disk.ts";
import { DocumentStore } from "./document-store.ts";
import { turn } from "./scheduler.ts";
import { WorkspaceLoader } from "./workspace-loader.ts";

const ROOT = "file:///academie";
const OTHER = "file:///autre";
const BASE = `${ROOT}/base.pronote.yaml`;
const BESIDE = "file:///beside.pronote.yaml";
const marker = (school: string, root = ROOT) => `${root}/${school}/etablissement.pronote.yaml`;
const classes = (school: string, root = ROOT) => `${root}/${school}/classes.pronote.yaml`;
const school = (name: string, root = ROOT) => [
  [classes(name, root), "classes: {}\n"] as const,
  [marker(name, root), "herite-de: [../base.pronote.yaml, ../../beside.pronote.yaml]\n"] as const,
];
const FILES = [
  [BASE, "matieres: {}\n"] as const,
  [BESIDE, "niveaux: {}\n"] as const,
  ...["a", "b", "c"].flatMap((name) => school(name)),
];

/** A loader of these files; `changes` calls `onChange` each time. */
function loaderOf(files: Iterable<readonly [string, string]> = FILES, onChange = () => {}) {
  const disk = new FakeDisk(files);
  const store = new DocumentStore();
  const faults: unknown[] = [];
  const unreadable: string[] = [];
  const counts = { changed: 0 };
  const loader = new WorkspaceLoader({
    store,
    disk,
    changed() {
      counts.changed++;
      onChange();
    },
    onUnreadable: (folder) => unreadable.push(folder),
    onProgress: () => {},
    failed: (error) => faults.push(error),
  });
  const uris = () => [...store.workspace.files.keys()].sort();
  const bases = () => [...store.workspace.layout.bases].sort();
  return { disk, store, loader, faults, counts, uris, bases };
}

/** A loader that has read these files. */
async function loaded(files?: Iterable<readonly [string, string]>, folders: readonly string[] = [ROOT]) {
  const all = loaderOf(files);
  all.loader.setFolders(folders);
  await all.loader.settled();
  return all;
}

const keyOf = (store: DocumentStore, uri: string) => store.workspace.files.get(uri)?.root.pairs[0]?.key.text;

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

test("a base that is typed is looked for at once; those of earlier letters leave nothing", async () => {
  const { disk, store, loader, uris, bases } = await loaded([...school("a"), [BASE, ""], [BESIDE, ""]]);
  const before = uris();
  disk.files.set("file:///neuve.pronote.yaml", "matieres: {}\n");
  const type = async (name: string) => {
    store.open(marker("a"), `herite-de: ../../${name}\n`);
    loader.edited();
    await loader.settled();
  };
  for (const name of ["n", "neuve.pronote.ya", "neuve.pronote.yaml"]) await type(name);
  expect(bases()).toEqual(["file:///neuve.pronote.yaml"]);
  expect(uris()).toEqual([...before.filter((uri) => uri !== BESIDE), "file:///neuve.pronote.yaml"].sort());
  await type("absente.pronote.yaml");
  expect(store.workspace.layout.problems.map(({ message }) => message.text)).toEqual([
    "There is no file “{0}”.",
  ]);
  disk.files.set("file:///absente.pronote.yaml", "matieres: {}\n");
  loader.watched(["file:///absente.pronote.yaml"]);
  await loader.settled();
  expect(store.workspace.layout.problems).toEqual([]);
});

test("a base of elsewhere that is open is part of the workspace as long as it is named", async () => {
  const { store, loader, uris } = await loaded();
  store.open(BESIDE, "matieres: {}\n");
  store.open("file:///other.pronote.yaml", "matieres: {}\n");
  expect([store.alone(BESIDE), store.alone("file:///other.pronote.yaml")]).toMatchObject([undefined, {}]);
  for (const name of ["a", "b", "c"]) store.open(marker(name), "herite-de: ../base.pronote.yaml\n");
  loader.edited();
  await loader.settled();
  expect(uris()).not.toContain(BESIDE);
  expect(store.alone(BESIDE)).toBeDefined();
  store.open(marker("a"), "herite-de: ../../other.pronote.yaml\n");
  loader.edited();
  await loader.settled();
  expect(store.alone("file:///other.pronote.yaml")).toBeUndefined();
  loader.closed("file:///other.pronote.yaml");
  await loader.settled();
  expect(store.workspace.layout.problems).toHaveLength(1);
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
