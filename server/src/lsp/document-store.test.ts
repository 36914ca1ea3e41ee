import { expect, test } from "vitest";
import type { Disk } from "./disk.ts";
import { DocumentStore } from "./document-store.ts";
import { turn } from "./scheduler.ts";

const ROOT = "file:///academie";
const marker = (school: string) => `${ROOT}/${school}/etablissement.pronote.yaml`;
const FILES = new Map([
  [`${ROOT}/base.pronote.yaml`, "matieres: {}\n"],
  [`file:///beside.pronote.yaml`, "niveaux: {}\n"],
  ...["a", "b", "c"].flatMap((school) => [
    [`${ROOT}/${school}/classes.pronote.yaml`, "classes: {}\n"] as const,
    [marker(school), "herite-de: [../base.pronote.yaml, ../../beside.pronote.yaml]\n"] as const,
  ]),
]);

/** A disk with these files, which records what is read. */
function diskOf(
  files: ReadonlyMap<string, string>,
): Disk & { readonly read: Disk["read"]; readonly readUris: string[] } {
  const readUris: string[] = [];
  return {
    readUris,
    find: async (folder) => [...files.keys()].filter((uri) => uri.startsWith(`${folder}/`)).sort(),
    rootOf: async () => "file://",
    async read(uri) {
      readUris.push(uri);
      const text = files.get(uri);
      return text === undefined ? { unreadable: "missing" } : { text };
    },
  };
}

test("the establishments of open documents are loaded first, with their bases", async () => {
  const store = new DocumentStore(diskOf(FILES));
  const open = `${ROOT}/b/classes.pronote.yaml`;
  let loadedFirst: string[] = [];
  const loading = store.load([ROOT], () => {
    loadedFirst = [...store.workspace.files.keys()].sort();
    expect([store.isLoading, store.isLoaded(open), store.isLoaded(marker("a"))]).toEqual([true, true, false]);
  });
  store.open(open, "classes: { 6E1: {} }\n");
  expect([store.isLoading, store.isLoaded(open)]).toEqual([true, false]);
  await loading;
  expect(loadedFirst).toEqual([
    `${ROOT}/b/classes.pronote.yaml`,
    marker("b"),
    `${ROOT}/base.pronote.yaml`,
    "file:///beside.pronote.yaml",
  ]);
  expect([store.isLoading, store.isLoaded(marker("a"))]).toEqual([false, true]);
  expect(store.workspace.files.size).toBe(FILES.size);
  expect(store.workspace.snapshots).toHaveLength(3);
  expect(store.workspace.files.get(open)?.root.pairs[0]?.value.kind).toBe("map");
});

test("a document that is opened while its file is read keeps the text of the editor", async () => {
  const disk = diskOf(FILES);
  const store = new DocumentStore(disk);
  const loading = store.load([ROOT], () => {});
  while (!disk.readUris.includes(marker("c"))) await turn();
  store.open(marker("c"), "etablissement: { nom: Tilleuls }\n");
  await loading;
  expect(store.workspace.files.get(marker("c"))?.root.pairs[0]?.key.text).toBe("etablissement");
  await store.close(marker("c"));
  expect(store.workspace.files.get(marker("c"))?.root.pairs[0]?.key.text).toBe("herite-de");
});

test("open documents are listed by their last change, the latest first", () => {
  const store = new DocumentStore(undefined);
  for (const school of ["a", "b", "c"]) store.open(marker(school), "classes: {}\n");
  expect(store.opened).toEqual([marker("c"), marker("b"), marker("a")]);
  store.change(marker("b"), [{ text: "classes: { A: {} }\n" }]);
  expect(store.opened).toEqual([marker("b"), marker("c"), marker("a")]);
});
