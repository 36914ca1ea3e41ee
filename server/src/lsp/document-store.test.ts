import { describe, expect, test } from "vitest";
import { fileText } from "../syntax/file.ts";
import { DocumentStore } from "./document-store.ts";

const ROOT = "file:///academie";
const marker = (school: string) => `${ROOT}/${school}/etablissement.pronote.yaml`;
const PLACES = { folders: [ROOT, "memfs:/a"], excluded: new Set<string>() };

function storeOf() {
  const store = new DocumentStore();
  store.search(PLACES, []);
  return { store, uris: () => [...store.workspace.files.keys()] };
}

test("open documents are listed by their last change, the latest first", () => {
  const { store } = storeOf();
  for (const school of ["a", "b", "c"]) store.open(marker(school), "classes: {}\n");
  expect(store.opened).toEqual([marker("c"), marker("b"), marker("a")]);
  store.change(marker("b"), [{ text: "classes: { A: {} }\n" }]);
  expect(store.opened).toEqual([marker("b"), marker("c"), marker("a")]);
});

test("a change with a range of null is a whole text", () => {
  const { store } = storeOf();
  store.open(marker("a"), "a: 1\n");
  store.change(marker("a"), [JSON.parse('{ "range": null, "text": "b: 2\\n" }')]);
  const file = store.workspace.files.get(marker("a"));
  expect(file && fileText(file)).toBe("b: 2\n");
});

test("other YAML is not taken: not when it is opened, changed, sent or closed", () => {
  const { store, uris } = storeOf();
  const uri = `${ROOT}/docker-compose.yaml`;
  expect(store.open(uri, "a: 1\n")).toBe(false);
  store.change(uri, [{ text: "a: 2\n" }]);
  store.take([{ uri: "memfs:/a/docker-compose.yaml", text: "a: 1\n" }]);
  store.close(uri, true);
  expect([uris(), store.opened, store.file(uri)]).toEqual([[], [], undefined]);
});

test("another version of a file is by itself, and goes when it is closed", () => {
  const { store, uris } = storeOf();
  const uri = "fugitive:///academie/.git//0/a/etablissement.pronote.yaml";
  store.open(marker("a"), "etablissement: { rne: 0759998K }\n");
  expect(store.open(uri, "etablissement: { rne: 0759998K }\n")).toBe(true);
  store.change(uri, [{ text: "classes: {}\n" }]);
  expect(uris()).toEqual([marker("a")]);
  expect(store.alone(uri)?.root.pairs[0]?.key.text).toBe("classes");
  expect(store.file(uri)).toBe(store.alone(uri));
  store.close(uri, false);
  expect([uris(), store.file(uri)]).toEqual([[marker("a")], undefined]);
});

test("what only the client can read is, once closed, what it sent last", () => {
  const { store, uris } = storeOf();
  const [saved, unsaved] = ["memfs:/a/ecole/classes.pronote.yaml", "memfs:/a/neuf.pronote.yaml"];
  store.take([{ uri: saved, text: "classes: {}\n" }]);
  for (const uri of [saved, unsaved]) store.open(uri, "matieres: {}\n");
  store.take([{ uri: saved, text: "groupes: {}\n" }]);
  const key = () => store.file(saved)?.root.pairs[0]?.key.text;
  expect([uris(), key()]).toEqual([[saved, unsaved], "matieres"]);
  for (const uri of [saved, unsaved]) store.close(uri, false);
  expect([uris(), key()]).toEqual([[saved], "groupes"]);
  store.take([{ uri: saved, text: null }]);
  expect(uris()).toEqual([]);
});

test("what the client sends of a folder may arrive before the folder is announced", () => {
  const { store, uris } = storeOf();
  const uri = "memfs:/b/ecole/classes.pronote.yaml";
  store.take([{ uri, text: "classes: {}\n" }]);
  expect(uris()).toEqual([]);
  store.search({ ...PLACES, folders: ["memfs:/b"] }, []);
  expect(uris()).toEqual([uri]);
  store.search(PLACES, []);
  expect(uris()).toEqual([]);
});

test("without workspace folders, open files make the workspace as long as they are open", () => {
  const store = new DocumentStore();
  store.open(marker("a"), "classes: {}\n");
  expect([...store.workspace.files.keys()]).toEqual([marker("a")]);
  store.close(marker("a"), true);
  expect([...store.workspace.files.keys()]).toEqual([]);
});

test("a NUL that is pasted and taken back leaves the text as it was", () => {
  const { store } = storeOf();
  store.open(marker("a"), "classes: {}\n");
  const at = (from: number, to: number) => ({
    start: { line: 0, character: from },
    end: { line: 0, character: to },
  });
  store.change(marker("a"), [{ range: at(9, 9), text: "\0" }]);
  expect(store.file(marker("a"))?.unreadable).toBe("binary");
  store.change(marker("a"), [{ range: at(9, 10), text: "" }]);
  const file = store.file(marker("a"));
  expect(file && fileText(file)).toBe("classes: {}\n");
});

describe("a file that the client has open under two names", () => {
  const [first, second] = [`${ROOT}/a/classes.pronote.yaml`, `${ROOT}/a/cl%61sses.pronote.yaml`];
  const openedTwice = () => {
    const { store, uris } = storeOf();
    store.open(first, "\uFEFFclasses: {}\n");
    store.open(second, "groupes: {}\n");
    const text = () => {
      const file = store.file(first);
      return [file && fileText(file), store.names.name(first), store.hasMark(first)];
    };
    return { store, uris, text };
  };
  const insertion = [{ range: { start: position(0, 0), end: position(0, 1) }, text: "C" }];

  test("has the text under the name of which it spoke last", () => {
    const { store, uris, text } = openedTwice();
    expect([uris(), text()]).toEqual([[first], ["groupes: {}\n", second, false]]);
    expect(store.turnTo(first)).toBe(first);
    store.change(first, insertion);
    expect(text()).toEqual(["Classes: {}\n", first, true]);
    expect(store.turnTo(second)).toBe(second);
    store.change(second, insertion);
    expect(text()).toEqual(["Croupes: {}\n", second, false]);
  });

  test.each([
    { closed: first, left: ["groupes: {}\n", second, false] },
    { closed: second, left: ["classes: {}\n", first, true] },
  ])("stays open under the other one: $closed is closed", ({ closed, left }) => {
    const { store, text } = openedTwice();
    store.close(closed, false);
    expect([store.isOpen(closed), text()]).toEqual([true, left]);
    store.close(String(left[1]), false);
    expect([store.isOpen(first), store.file(first), store.hasMarks]).toEqual([false, undefined, false]);
  });

  test("may be opened again under a name without a second text", () => {
    const { store, text } = openedTwice();
    store.open(first, "matieres: {}\n");
    store.close(second, false);
    expect(text()).toEqual(["matieres: {}\n", first, false]);
    store.close(first, false);
    expect(store.isOpen(first)).toBe(false);
  });
});

const position = (line: number, character: number) => ({ line, character });
