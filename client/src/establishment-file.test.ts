import { expect, test } from "vitest";
import { establishmentFile, folderNameFor, schoolYearAt } from "./establishment-file.ts";

test("writes what an establishment cannot do without", () => {
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
  "puts %j between quotes",
  (nom) => {
    const text = establishmentFile({ nom, rne: "0759998K", anneeScolaire: "2026-2027" });
    expect(text).toContain(`  nom: ${JSON.stringify(nom)}\n`);
  },
);

test.each([
  ["Collège des Tilleuls", "college-des-tilleuls"],
  ["Lycée Cœur-de-Ville (annexe)", "lycee-coeur-de-ville-annexe"],
  ["  ", "etablissement"],
])("makes a folder's name of %j", (nom, folder) => {
  expect(folderNameFor(nom)).toBe(folder);
});

test("prepares the next school year from July on", () => {
  expect(schoolYearAt(new Date(2026, 5, 30))).toBe("2025-2026");
  expect(schoolYearAt(new Date(2026, 6, 1))).toBe("2026-2027");
});
