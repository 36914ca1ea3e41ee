/** Values that follow from others, and what is compared with them, by the lines of the schema. */
import { describe, test } from "vitest";
import { checkRule } from "../../../../test/support/check.ts";

describe("equals", () => {
  const school = "etablissement: { rne: 0759998K, nom: École, annee-scolaire: 2026-2027 }\n";
  const rule = { id: "school-year-in-name" };

  test("compares the part of a value that is named", () => {
    checkRule(
      rule,
      `
etablissement: { rne: 0759998K, nom: École, annee-scolaire: 2026-2027 }
base: { nom: Tilleuls 2025/26 }
#            ^^^^^^^^^^^^^^^^ “nom” is “Tilleuls 2025/26”, but “annee-scolaire” (“Establishment”) says “2026-2027”. The name bears another school year than is expected here: the new base is of this year, the preparation file of the year before. It may have been copied.
`,
    );
    for (const name of [
      "Tilleuls 2026-2027",
      "Tilleuls 26-27",
      "Tilleuls 2026 - 27",
      "Base 2025",
      "Salle 2025-2030",
    ])
      checkRule(rule, `${school}base: { nom: ${name} }\n`);
  });

  test("compares what follows: the preparation file is of the year before", () => {
    checkRule(rule, `${school}recuperation: { fichier: Tilleuls 2025-2026_PreparerLAnneeSuivante.zip }\n`);
    checkRule(
      rule,
      `
etablissement: { rne: 0759998K, nom: École, annee-scolaire: 2026-2027 }
recuperation: { fichier: Tilleuls_2024-2025.zip }
#                        ^^^^^^^^^^^^^^^^^^^^^^ “fichier” is “Tilleuls_2024-2025.zip”, but “annee-scolaire” (“Establishment”) says “2026-2027”. The name bears another school year than is expected here: the new base is of this year, the preparation file of the year before. It may have been copied.
`,
    );
  });
});

describe("range", () => {
  const school = "etablissement: { rne: 0759998K, nom: École, annee-scolaire: 2026-2027 }\n";

  test("compares a week with no day", () => {
    for (const week of ["37", "S05", "semaine 12", "2026-09-07"])
      checkRule({ id: "date-outside-school-year" }, `${school}edt: { prise-en-compte: ${week} }\n`);
  });
});
