import { expect, test } from "vitest";
import { BASE, BESIDE, FILES, loaded, marker, school } from "../../../test/support/loaded-workspace.ts";

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

test("without workspace folders, open files and the bases that they name make the workspace", async () => {
  const { store, loader, uris } = await loaded(FILES, []);
  store.open(marker("a"), "herite-de: ../base.pronote.yaml\n");
  loader.edited();
  await loader.settled();
  expect(uris()).toEqual([marker("a"), BASE]);
  store.change(marker("a"), [{ text: "classes: {}\n" }]);
  loader.edited();
  await loader.settled();
  expect(uris()).toEqual([marker("a")]);
  loader.closed(marker("a"));
  await loader.settled();
  expect(uris()).toEqual([]);
});
