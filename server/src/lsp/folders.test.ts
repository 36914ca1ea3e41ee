import { expect, test } from "vitest";
import { foldersAfter, foldersOf } from "./folders.ts";

const A = { uri: "file:///a", name: "a" };

test.each([
  ["/home/élèves/a b", "file:///home/%C3%A9l%C3%A8ves/a%20b"],
  ["/a\\b%41", "file:///a%5Cb%2541"],
  ["C:\\Users\\a", "file:///C%3A/Users/a"],
  ["c:/Users", "file:///c%3A/Users"],
  ["\\\\serveur\\partage", "file://serveur/partage"],
  ["a/b", "a/b"],
])("the root path %s becomes the folder %s", (rootPath, uri) => {
  expect(foldersOf({ rootPath, rootUri: null })).toEqual([uri]);
});

test("`workspaceFolders` takes precedence over `rootUri`, and that over `rootPath`", () => {
  expect(foldersOf({ workspaceFolders: [A], rootUri: "file:///b", rootPath: "/c" })).toEqual(["file:///a"]);
  expect(foldersOf({ workspaceFolders: [], rootUri: "file:///b", rootPath: "/c" })).toEqual(["file:///b"]);
  expect(foldersOf({ workspaceFolders: null, rootUri: "", rootPath: "" })).toEqual([]);
});

test("folders are added and removed, each listed once; malformed events change nothing", () => {
  expect(
    foldersAfter(["file:///a", "file:///b"], { added: [A, null], removed: [{ uri: "file:///b" }] }),
  ).toEqual(["file:///a"]);
  for (const event of [undefined, null, 5, { added: 5, removed: "x" }])
    expect(foldersAfter(["file:///a"], event)).toEqual(["file:///a"]);
});

test("a folder is the same in each spelling: the last one is told", () => {
  const before = ["file:///C%3A/%C3%A9cole", "file:///b"];
  const removed = [{ uri: "file:///C:/école/" }];
  expect(foldersAfter(before, { added: [], removed })).toEqual(["file:///b"]);
  expect(foldersAfter(before, { added: removed, removed: [] })).toEqual(["file:///C:/école/", "file:///b"]);
  expect(foldersAfter(before, { added: removed, removed: before.map((uri) => ({ uri })) })).toEqual([
    "file:///C:/école/",
  ]);
});
