import { test } from "vitest";
import { checkFindings, checkFix, checkRule } from "../../../../test/support/check.ts";
import { connectionLetterOfAnotherAudience } from "./connection-letter-of-another-audience.ts";

test("reports the template of another audience, as a letter and as an SMS", () => {
  checkRule(
    connectionLetterOfAnotherAudience,
    `
informations-connexion:
  eleves:
    modele-lettre: Connexion des responsables
    #              ^^^^^^^^^^^^^^^^^^^^^^^^^^ “Connexion des responsables” is the template of another audience: for “eleves” PRONOTE has “Connexion des élèves”.
  personnels: { modele-sms: Connexion des professeurs }
  #                         ^^^^^^^^^^^^^^^^^^^^^^^^^ “Connexion des professeurs” is the template of another audience: for “personnels” PRONOTE has “Connexion des personnels”.
`,
  );
});

test("is silent on the right one and on those of the establishment", () => {
  checkRule(
    connectionLetterOfAnotherAudience,
    `
communication: { modeles: { lettres: { Connexion des 6e: { objet: Bienvenue } } } }
informations-connexion:
  eleves: { modele-lettre: Connexion des 6e, modele-sms: Connexion des élèves }
`,
  );
});

test("a template whose recipients are written is judged by them, once", () => {
  checkFindings(`
communication: { modeles: { lettres: { Connexion des professeurs: { destinataires: professeurs } } } }
informations-connexion: { personnels: { modele-lettre: Connexion des professeurs } }
#                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^ modele-for-another-use: In “Connexion des professeurs”, “destinataires” is “professeurs”, which does not suit “modele-lettre”. A template is written for certain recipients and for an occasion, and PRONOTE fills in what belongs to them: name one that was made for this.
`);
});

test("offers the template of the audience", () => {
  checkFix(
    connectionLetterOfAnotherAudience,
    "informations-connexion: { eleves: { modele-sms: Connexion des responsables } }\n",
    "informations-connexion: { eleves: { modele-sms: Connexion des élèves } }\n",
  );
});
