import { expect, test } from "vitest";
import { folderNameFor, isPathBelow, nameNotForWindows } from "./folder-path.ts";

test.each([
  ["Collège des Tilleuls", "college-des-tilleuls"],
  ["Lycée Cœur-de-Ville (annexe)", "lycee-coeur-de-ville-annexe"],
  ["  ", "etablissement"],
  ["Aux", "etablissement-aux"],
  ["Con", "etablissement-con"],
  ["Lycée Condorcet", "lycee-condorcet"],
  ["<img src=x> & $(alert)", "img-src-x-alert"],
  ["é".repeat(300), "e".repeat(60)],
])("the folder name of %j", (nom, folder) => {
  expect(folderNameFor(nom)).toBe(folder);
});

test.each(["a", "a/b c", "lycee/École", "./a", "console", "com10", "a.con", ".git-autre"])(
  "“%s” is a folder on every system",
  (path) => {
    expect([isPathBelow(path), nameNotForWindows(path)]).toEqual([true, undefined]);
  },
);

test.each([
  ["con", "con"],
  ["a/NUL", "NUL"],
  ["Aux.d/b", "Aux.d"],
  ["prn .txt", "prn .txt"],
  ["COM1", "COM1"],
  ["lpt²", "lpt²"],
  ["CONOUT$", "CONOUT$"],
  ["a./b", "a."],
  ["a /b", "a "],
  ["a:b", "a:b"],
  ["a\u0007", "a\u0007"],
  ["quoi?", "quoi?"],
])("of “%s”, Windows does not allow “%s”", (path, name) => {
  expect(nameNotForWindows(path)).toBe(name);
});

test.each(["", "/a", "../a", "a/../../b", "a\\b"])("“%s” is no path below a folder", (path) => {
  expect(isPathBelow(path)).toBe(false);
});
