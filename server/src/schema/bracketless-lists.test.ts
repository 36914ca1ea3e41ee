import { test } from "vitest";
import { checkFindings, checkFix } from "../../../test/support/check.ts";

const PEOPLE = "professeurs: { martin: { nom: MARTIN }, roux: { nom: ROUX }, petit: { nom: PETIT } }\n";

test("a list without brackets in braces is told once, whatever its length", () => {
  checkFindings(`
${PEOPLE}matieres: { FRANC: { libelle: Français } }
classes:
  6A: { periodicite: trimestriel, services: { FRANC: { professeurs: martin, roux, petit } } }
#                                                                           ^^^^ yaml-syntax: “roux” goes on with the list of “professeurs”, which needs square brackets here.
`);
});

test("the fix puts the brackets around all of it", () => {
  checkFix(
    { id: "yaml-syntax" },
    `${PEOPLE}classes: { 6A: { services: { FRANC: { professeurs: martin, roux, petit, coefficient: 2 } } } }\n`,
    `${PEOPLE}classes: { 6A: { services: { FRANC: { professeurs: [martin, roux, petit], coefficient: 2 } } } }\n`,
  );
});

test("a key without a value after something else than a list is unknown", () => {
  checkFindings(`
etablissement: { rne: 0759998K, nom: Collège, roux }
#                                             ^^^^ unknown-key: Unknown key “roux” in “Establishment”.
`);
});
