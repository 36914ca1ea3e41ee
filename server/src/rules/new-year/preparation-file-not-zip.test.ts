import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { preparationFileNotZip } from "./preparation-file-not-zip.ts";

const says = (file: string) =>
  `“${file}” is not a .zip: Fichier > Préparer l'année suivante makes a file such as Tilleuls_PreparerLAnneeSuivante.zip, which the recovery asks for.`;

test("reports another file", () => {
  checkRule(
    preparationFileNotZip,
    `
hebergement: { mode: non-heberge }
recuperation: { fichier: Tilleuls.not }
#                        ^^^^^^^^^^^^ ${says("Tilleuls.not")}
`,
  );
  checkRule(
    preparationFileNotZip,
    `
hebergement: { mode: non-heberge }
recuperation:
  fichier: Tilleuls
#          ^^^^^^^^ ${says("Tilleuls")}
`,
  );
});

test("is silent on a .zip, in hosted mode, and without a file", () => {
  checkRule(preparationFileNotZip, "hebergement: { mode: non-heberge }\nrecuperation: { fichier: A.ZIP }\n");
  checkRule(preparationFileNotZip, "hebergement: { mode: heberge }\nrecuperation: { fichier: A.not }\n");
  checkRule(preparationFileNotZip, "hebergement: { mode: non-heberge }\nrecuperation: { fichier: }\n");
});

test("offers the name with .zip", () => {
  const text = "hebergement: { mode: non-heberge }\nrecuperation: { fichier: Tilleuls.not }\n";
  checkFix(preparationFileNotZip, text, text.replace(".not", ".zip"));
});
