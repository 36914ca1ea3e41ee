import { expect, test } from "vitest";
import { checkFindings, checkFix, findingsIn } from "../../../test/support/check.ts";
import { fixture } from "../../../test/support/fixture.ts";

const wrongType = { id: "wrong-type" };
const firstOf = (text: string) => findingsIn(fixture(text)).find(({ id }) => id === "wrong-type");

test("boxes that are written as a list", () => {
  checkFindings(`
recuperation: { donnees: [photos, autorisations] }
#                        ^^^^^^^^^^^^^^^^^^^^^^^ wrong-type: Boxes are expected here, not a list: write “photos: true”, and so on for each.
espaces:
  parents:
    rubriques:
      - notes
      # ^^^^^ wrong-type: Boxes are expected here, not a list: write “notes: true”, and so on for each.
      - bulletins
`);
  checkFix(
    wrongType,
    "recuperation: { donnees: [photos, autorisations] }\n",
    "recuperation: { donnees: { photos: true, autorisations: true } }\n",
  );
});

test("names that are written as a list", () => {
  checkFindings(`
matieres: [FRANC, 020700]
#         ^^^^^^^^^^^^^^^ wrong-type: Names are keys here, not items of a list: write “FRANC: {}”, and so on for each.
`);
  checkFix(wrongType, "matieres: [FRANC, 020700]\n", "matieres: { FRANC: {}, 020700: {} }\n");
});

test("a value without its key: a word of one key, the switch of a section, a box, the only free text", () => {
  checkFindings(`
hebergement: heberge
#            ^^^^^^^ wrong-type: “heberge” has a key of its own here: write “mode: heberge”.
espaces: { parents: true }
#                   ^^^^ wrong-type: “true” has a key of its own here: write “publie: true”.
informations-connexion: { eleves: { envoi: courrier } }
#                                          ^^^^^^^^ wrong-type: “courrier” has a key of its own here: write “courrier: true”.
base: Belvedere 2026
#     ^^^^^^^^^^^^^^ wrong-type: “Belvedere 2026” has a key of its own here: write “nom: Belvedere 2026”.
`);
  checkFix(wrongType, "hebergement: heberge\n", "hebergement: { mode: heberge }\n");
  checkFix(wrongType, "communication: { sms: false }\n", "communication: { sms: { contrat: false } }\n");
});

test("where several keys could be meant, or none, nothing is guessed", () => {
  for (const text of [
    "securite: { double-authentification: imposee }\n",
    "personnels: { a: DUPONT }\n",
    "salles: { CDI: professeurs }\n",
    "recuperation: { donnees: toutes }\n",
    "recuperation: { donnees: [photos, tout-le-reste] }\n",
    "etablissement: [college]\n",
    "matieres: [FRANC, FRANC]\n",
    "communication: { e-mails: { smtp: { mot-de-passe: [a] } } }\n",
  ])
    expect(firstOf(text)?.fixes ?? [], text).toEqual([]);
});
