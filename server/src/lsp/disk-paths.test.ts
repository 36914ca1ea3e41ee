import { posix, win32 } from "node:path";
import { describe, expect, test } from "vitest";
import { canonicalUri } from "../base/uri.ts";
import { DiskPaths } from "./disk-paths.ts";

describe("the paths of Windows", () => {
  const paths = new DiskPaths(win32);

  test.each([
    ["a drive", "C:\\Académie\\a b", "file:///c%3A/Acad%C3%A9mie/a%20b", "C:\\Académie\\a b"],
    ["a drive in lower case", "c:\\x", "file:///c%3A/x", "C:\\x"],
    ["a drive alone", "D:\\", "file:///d%3A", "D:"],
    ["slashes", "c:/a/b", "file:///c%3A/a/b", "C:\\a\\b"],
    ["a share", "\\\\Serveur\\Écoles\\a", "file://serveur/%C3%89coles/a", "\\\\serveur\\Écoles\\a"],
    [
      "a share whose name has a special character",
      "\\\\wsl$\\Ubuntu\\a",
      "file://wsl%24/Ubuntu/a",
      "\\\\wsl$\\Ubuntu\\a",
    ],
    ["a long path", "\\\\?\\C:\\a\\b", "file:///c%3A/a/b", "C:\\a\\b"],
    ["a long path of a share", "\\\\?\\UNC\\serveur\\p\\a", "file://serveur/p/a", "\\\\serveur\\p\\a"],
    [
      "characters that mean something in a URI",
      "C:\\100%\\a#b?c",
      "file:///c%3A/100%25/a%23b%3Fc",
      "C:\\100%\\a#b?c",
    ],
  ])("%s", (_, path, uri, again) => {
    expect(paths.uriOf(path)).toBe(uri);
    expect(canonicalUri(uri)).toBe(uri);
    expect(paths.pathOf(uri)).toBe(again);
  });

  test.each([
    "file:///C:/x",
    "file:///c:/x",
    "file:///c%3A/x",
    "file:///C%3a/x",
    "file:/c:/x",
    "file://localhost/C:/x",
  ])("the drive of a client's URI is the disk's: %s", (uri) => {
    expect(canonicalUri(uri)).toBe(paths.uriOf("C:\\x"));
    expect(paths.pathOf(canonicalUri(uri))).toBe("C:\\x");
  });

  test("a folder is one also where it is a whole drive", () => {
    expect(paths.folderPath("file:///c%3A")).toBe("C:\\");
    expect(paths.folderPath("file:///c%3A/a")).toBe("C:\\a");
    expect(paths.folderPath("file://serveur/partage")).toBe("\\\\serveur\\partage\\");
  });

  test.each(["file:///a/b", "file:///c%3A/a%5Cb", "file:///c%3A/a%2Fb", "vscode-remote://h/a"])(
    "a URI without a path here is refused: %s",
    (uri) => {
      expect(paths.folderPath(uri)).toBeUndefined();
    },
  );

  test.each([
    ["below the working folder", "C:\\x\\y\\a.yaml", "y/a.yaml"],
    ["beside it", "C:\\z\\a.yaml", "../z/a.yaml"],
    ["below it, in another case", "c:\\X\\a.yaml", "a.yaml"],
    ["on another drive", "D:\\z\\a.yaml", "D:/z/a.yaml"],
    ["on another machine", "\\\\serveur\\p\\a.yaml", "//serveur/p/a.yaml"],
    ["the folder itself", "C:\\x", ""],
  ])("what is told of a file %s", (_, path, shown) => {
    expect(paths.shown("C:\\x", paths.uriOf(path))).toBe(shown);
  });

  test("a folder contains what is below it, also if it is a drive or a share", () => {
    expect(paths.isWithin("C:\\a\\b", "C:\\a")).toBe(true);
    expect(paths.isWithin("C:\\ab", "C:\\a")).toBe(false);
    expect(paths.isWithin("C:\\ab", "C:\\")).toBe(true);
    expect(paths.isWithin("\\\\s\\p\\a", "\\\\s\\p\\")).toBe(true);
  });
});

describe("names with combining accents", () => {
  const paths = new DiskPaths(posix);
  const folder = "/réglages".normalize("NFD");
  const uri = paths.uriOf(`${folder}/été/a.yaml`.normalize("NFD"));

  test("are known by their composed form, and told as on the disk", () => {
    expect(uri).toBe("file:///r%C3%A9glages/%C3%A9t%C3%A9/a.yaml");
    expect(paths.pathOf(uri)).toBe("/réglages/été/a.yaml".normalize("NFD"));
    expect(paths.shown("/", uri)).toBe("réglages/été/a.yaml".normalize("NFD"));
    expect(decodeURIComponent(paths.spelling(uri))).toBe("file:///réglages/été/a.yaml".normalize("NFD"));
  });

  test("hold for what is new in that folder, and not for another", () => {
    expect(paths.pathOf("file:///r%C3%A9glages/%C3%A9t%C3%A9/b%20c.yaml")).toBe(
      "/réglages/été/b c.yaml".normalize("NFD"),
    );
    expect(paths.pathOf("file:///r%C3%A9glages2/a.yaml")).toBe("/réglages2/a.yaml");
  });
});

test("a backslash is a character of a name elsewhere", () => {
  const paths = new DiskPaths(posix);
  expect(paths.pathOf(paths.uriOf("/a\\b"))).toBe("/a\\b");
  expect(paths.shown("/", paths.uriOf("/a\\b"))).toBe("a\\b");
});
