import { expect, test } from "vitest";
import {
  establishmentFile,
  folderNameFor,
  isPathBelow,
  nameNotForWindows,
  schoolYearAt,
} from "./establishment-file.ts";

test("the file has the required values of an establishment", () => {
  expect(
    establishmentFile({ nom: "Collège des Tilleuls", rne: "0759998k", anneeScolaire: "2026-2027" }),
  ).toMatchInlineSnapshot(`
      "etablissement:
        rne: 0759998K
        nom: Collège des Tilleuls
        annee-scolaire: 2026-2027
      "
    `);
});

test.each(["Lycée: général", "- Pasteur", "#1", "Collège « A »", 'dit "le Petit"', "Lycée \\ Hugo"])(
  "the name %j is quoted",
  (nom) => {
    const text = establishmentFile({ nom, rne: "0759998K", anneeScolaire: "2026-2027" });
    expect(text).toContain(`  nom: ${JSON.stringify(nom)}\n`);
  },
);

test.each([
  ["Collège des Tilleuls", "college-des-tilleuls"],
  ["Lycée Cœur-de-Ville (annexe)", "lycee-coeur-de-ville-annexe"],
  ["  ", "etablissement"],
  ["Aux", "etablissement-aux"],
  ["Con", "etablissement-con"],
  ["Lycée Condorcet", "lycee-condorcet"],
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

test("from July on, the school year is the next one", () => {
  expect(schoolYearAt(new Date(2026, 5, 30))).toBe("2025-2026");
  expect(schoolYearAt(new Date(2026, 6, 1))).toBe("2026-2027");
});
