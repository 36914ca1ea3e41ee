import { describe, expect, test } from "vitest";
import {
  baseName,
  canonicalUri,
  folderOf,
  foldersAbove,
  isUnder,
  relativeTo,
  resolveRelative,
} from "./uri.ts";

describe("the canonical form of a URI", () => {
  test.each([
    ["a colon and accents, encoded or not", "file:///c:/Lycée/a b", "file:///c%3A/Lyc%C3%A9e/a%20b"],
    ["escapes in lower case", "file:///c%3a/lyc%c3%a9e", "file:///c%3A/lyc%C3%A9e"],
    ["combining accents", "file:///lyce\u0301e", "file:///lyc%C3%A9e"],
    ["the letter of a drive in upper case", "file:///C:/A", "file:///c%3A/A"],
    ["a folder whose name begins like a drive", "file:///AB:/A", "file:///AB%3A/A"],
    ["a drive below a folder", "file:///a/C:/A", "file:///a/C%3A/A"],
    ["scheme and host in capitals", "VSCode-Remote://WSL/Home", "vscode-remote://wsl/Home"],
    ["no path", "memfs://Host", "memfs://host"],
    ["a scheme without a host", "MemFS:/Lycée/a", "memfs:/Lyc%C3%A9e/a"],
    ["a drive alone", "file:///C:", "file:///c%3A"],
    ["no host", "file:/C:/A", "file:///c%3A/A"],
    ["this machine by its name", "file://LocalHost/A", "file:///A"],
    ["a share of Windows", "file://Serveur/Partage/É", "file://serveur/Partage/%C3%89"],
    ["a host with a character that some clients encode", "file://wsl$/Ubuntu/a", "file://wsl%24/Ubuntu/a"],
    [
      "a host that is encoded",
      "vscode-remote://ssh-remote%2BServeur/a",
      "vscode-remote://ssh-remote%2bserveur/a",
    ],
    ["a percent sign that begins no escape", "file:///100%/x", "file:///100%25/x"],
    ["a URI whose path does not start with a slash", "untitled:Untitled-1", "untitled:Untitled-1"],
  ])("%s", (_, uri, form) => {
    expect(canonicalUri(uri)).toBe(form);
    expect(canonicalUri(form)).toBe(form);
  });
});

test("the folder of a file, and its decoded name", () => {
  expect(folderOf("file:///a/b.yaml")).toBe("file:///a");
  expect(baseName("file:///a/lyc%C3%A9e.yaml")).toBe("lycée.yaml");
  expect(baseName("file:///a/100%.yaml")).toBe("100%.yaml");
});

test("the folders above a file are listed up to the root of its host", () => {
  expect([...foldersAbove("memfs://host/a/b.yaml")].slice(0, 2)).toEqual(["memfs://host/a", "memfs://host"]);
  expect([...foldersAbove("memfs:/a/b.yaml")]).toEqual(["memfs:/a", "memfs:"]);
  expect([...foldersAbove("b.yaml")]).toEqual([]);
});

test("a folder contains what is below it, not whatever begins with the same letters", () => {
  expect(isUnder("file:///a", "file:///a")).toBe(true);
  expect(isUnder("file:///a/b", "file:///a")).toBe(true);
  expect(isUnder("file:///ab", "file:///a")).toBe(false);
  expect(isUnder("file:///a", "file:///a/b")).toBe(false);
  expect(isUnder("memfs://host/a", "memfs://host/")).toBe(true);
  expect(isUnder("memfs://host2/a", "memfs://host/")).toBe(false);
});

describe("a relative path in a file", () => {
  const FILE = "file:///academie/ecole/etablissement.pronote.yaml";

  test.each([
    ["base.yaml", "file:///academie/ecole/base.yaml"],
    ["./base.yaml", "file:///academie/ecole/base.yaml"],
    ["../base.yaml", "file:///academie/base.yaml"],
    ["../../base.yaml", "file:///base.yaml"],
    ["communs//base.yaml", "file:///academie/ecole/communs/base.yaml"],
    ["..\\communs\\base.yaml", "file:///academie/communs/base.yaml"],
    ["lycée à.yaml", "file:///academie/ecole/lyc%C3%A9e%20%C3%A0.yaml"],
    ["lyce\u0301e.yaml", "file:///academie/ecole/lyc%C3%A9e.yaml"],
    ["..base.yaml", "file:///academie/ecole/..base.yaml"],
  ])("“%s” is %s", (path, uri) => {
    expect(resolveRelative(FILE, path)).toBe(uri);
  });

  test.each([
    ["nothing", ""],
    ["an absolute path", "/base.yaml"],
    ["a path on another machine", "\\\\serveur\\base.yaml"],
    ["a path with a drive", "C:\\base.yaml"],
    ["a URI", "https://exemple.fr/base.yaml"],
    ["a path that leads above the root", "../../../base.yaml"],
    ["a path that leads above the root and back", "../../../academie/base.yaml"],
  ])("%s is no relative path", (_, path) => {
    expect(resolveRelative(FILE, path)).toBeUndefined();
  });

  test.each([
    ["vscode-test-web://mount/a.yaml", "vscode-test-web://mount/b.yaml"],
    ["file:///a.yaml", "file:///b.yaml"],
    ["memfs:/a.yaml", "memfs:/b.yaml"],
  ])("stays on the host of %s, even at its root", (file, uri) => {
    expect(resolveRelative(file, "b.yaml")).toBe(uri);
    expect(resolveRelative(file, "../b.yaml")).toBeUndefined();
  });
});

test.each([
  ["file:///a", "file:///a/b.yaml", "b.yaml"],
  ["file:///a", "file:///a/lyc%C3%A9e/b.yaml", "lycée/b.yaml"],
  ["file:///a/b", "file:///a/c/d.yaml", "../c/d.yaml"],
  ["file:///a/b/c", "file:///a/d.yaml", "../../d.yaml"],
  ["file:///a/b", "file:///a/bc.yaml", "../bc.yaml"],
])("from %s to %s the path is %s", (folder, uri, path) => {
  expect(relativeTo(folder, uri)).toBe(path);
});
