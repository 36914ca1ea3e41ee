import { describe, expect, test } from "vitest";
import { beginsSecret, datumIn, tellsSecret } from "./private-text.ts";

const datum = (text: string, where: "comment" | "value" = "value") => datumIn(text, where)?.en;

describe("a social security number", () => {
  test.each([
    "269054958815780",
    "2 55 08 14 168 025 38",
    "1.85.05.2A.004.042.40",
    "2 93 08 2B 120 007 11",
    "2930818120007 11",
    "1 80 05 75 123 088 07",
    "1 80 05 75 123 094 01",
    "1 80 05 75 123 095 97",
    "n° 269054958815780, dossier 12",
    "1 80 05 75 123 456 99 puis 2 69 05 49 588 157 80",
  ])("is found in %j", (text) => {
    expect(datum(text)).toBe("a social security number");
  });

  test.each([
    ["another key", "269054958815781"],
    ["the key of the other part of Corsica", "1 85 05 2B 004 042 40"],
    ["no rest, and the key 00", "1 80 05 75 123 095 00"],
    ["two figures changed places", "2 69 05 94 588 157 80"],
    ["a first figure that no sex has", "3 69 05 49 588 157 80"],
    ["the third part of Corsica", "1 85 05 2C 004 042 40"],
    ["no key", "2690549588157"],
    ["a longer number", "2690549588157801"],
    ["a letter before it", "A269054958815780"],
    ["other separators", "2/69/05/49/588/157/80"],
  ])("is not found with %s", (_, text) => {
    expect(datum(text)).toBeUndefined();
  });
});

test.each([
  ["a pupil's national number (INE)", "INE 123456789AB"],
  ["a pupil's national number (INE)", "(1234567890A)"],
  [undefined, "12345678AB"],
  [undefined, "123456789ABC"],
  [undefined, "X1234567890A"],
  ["a pupil's national number (INE)", "123456789ab"],
  ["a pupil's national number (INE)", "ine 123 456 7890 a"],
  ["a pupil's national number (INE)", "123 456 789 AB"],
  ["a pupil's national number (INE)", "１２３４５６７８９０Ａ"],
  ["a pupil's national number (INE)", "1234567890А"],
  [undefined, "facture 123456789AB"],
  [undefined, "ticket n° 2026091234A"],
  [undefined, "SIREN 123 456 789 et SIRET 123 456 789 00012"],
  [undefined, "01 39 98 00 00 C. Martin"],
  ["a birth date", "né le 3/05/1980"],
  ["a birth date", "Née  le 12 mai"],
  ["a birth date", "né(e) le 2012-05-03"],
  ["a birth date", "date de naissance 03.05.2012"],
  ["a birth date", "Date de naissance  :  3 mai"],
  ["a birth date", "naissance : 3/05"],
  [undefined, "naissance 3/05"],
  [undefined, "année le 3/05/1980"],
  [undefined, "date de naissance : sur 8 chiffres"],
  [undefined, "rentrée le 03/09/2026"],
  ["a phone number", "06 39 98 00 00"],
  ["a phone number", "+33 (0)7.39.98.00.00"],
  ["a phone number", "0033639980000"],
  ["a phone number", "01 39 98 00 00"],
  [undefined, "loge 01 39 98 00 00"],
  [undefined, "puis 01 39 98 00 00"],
  [undefined, "08 20 39 98 00"],
  ["a phone number", "06/39/98/00/00"],
  [undefined, "Absence de <<prenom>> : appelez le 06 39 98 00 00"],
  [undefined, "hotline : 06 39 98 00 00"],
  [undefined, "06 39 98 00 0"],
  [undefined, "06 39 98 00 001"],
  [undefined, "106 39 98 00 00"],
  ["a phone number", "+32 6 39 98 00 00"],
  ["a phone number", "+41 79 123 45 67"],
  [undefined, "EAN 0036000291452"],
  ["a birth date", "Léa DUPONT, 12 mars 2014, PAI diabète"],
  ["a birth date", "Lea Dupont (12/03/2014)"],
  ["what is known of a pupil's health", "Léa DUPONT : PAI diabète"],
  [undefined, "Léa DUPONT, 12 mars 2026, réunion"],
  [undefined, "Claire MARTIN, infirmière : PAI asthme"],
  [undefined, "PAI diabète : protocole à afficher"],
  [undefined, "1.0639980000"],
  [undefined, "0612345678ab"],
  [undefined, "0639-98"],
  [undefined, ""],
])("%s is found in %j", (what, text) => {
  expect(datum(text)).toBe(what);
});

test("a landline number counts in comments only, as a school has one too", () => {
  expect(datum("appeler le 01 39 98 00 00", "comment")).toBe("a phone number");
  expect(datum("appeler le 01 39 98 00 00", "value")).toBeUndefined();
  expect(datum("hotline 01 39 98 00 00", "comment")).toBeUndefined();
  expect(datum("ticket 201 39 98 00 00", "comment")).toBeUndefined();
});

test.each([
  "mdp: Soleil2026",
  "mdp: Soleil-2026!",
  "MDP=abc123",
  "mdp : SOLEIL2026",
  "mdp: azerty_2026",
  "mdp: Azerty_2026",
  "Mot de passe : soleil2026, à changer",
  "mots de passe est Soleil2026",
  "le mot de passe est : Soleil2026",
  "MOT  DE  PASSE=soleil2026",
  "mot-de-passe: Soleil2026",
  'password="Soleil2026"',
  "# PRONOTE_SMTP_PASSWORD=Soleil2026",
  "Pwd = 2026Soleil",
  "jeton:a1b2c3d4",
  "Token = ghp_16C7e42F292c6912E7",
  "mdp: env2026",
  "mdp: $oleil2026",
  "mdp: PRONOTE_2026!",
  "mot de passe : voir le coffre ; mdp : Soleil2026",
  "mdp: PRONOTE_PW1 puis mdp: Soleil2026",
  "https://admin:Azerty@ent.exemple.fr/cas",
])("a password is found in %j", (text) => {
  expect(tellsSecret(text)).toBe(true);
});

test.each([
  "mdp: PRONOTE_SMTP_2026",
  "mot de passe = PRONOTE_PW1, puis redémarrer",
  "mdp : `PRONOTE_PW1`.",
  'password="PRONOTE_PW1"',
  "mdp: env PRONOTE1",
  "mot de passe : ENV:PRONOTE1",
  "mdp: $PRONOTE_PW1",
  'password="$PW2026"',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: so it stands in a shell script
  "mdp: ${PRONOTE1}",
  "mdp=$(lire pronote1)",
  "password=$(cat1)",
  "password = $env:pronote1",
  "mdp: %Pronote1%",
  "mdp: {{motDePasse1}}",
  "Votre mot de passe : <<MotDePasse1>>",
  "mot de passe : «MotDePasse1»",
  "mot-de-passe: { env: PRONOTE_PW1 }",
  "Mot de passe : voir coffre 12",
  "mot de passe : 8 caractères",
  "mot de passe : 8\u00a0caractères au moins",
  "mot de passe : 12345678",
  "mdp: abc12",
  'espaces/parents/recuperation-mot-de-passe: "1:5ca87109", autre: 1',
  "le mot de passe de Soleil2026",
  "motsdepasse: Soleil2026",
  "amdp: Soleil2026",
  "https://ent.exemple.fr:8443/cas@1",
  "https://$USER:$PASSWORD1@ent.exemple.fr",
])("no password is found in %j", (text) => {
  expect(tellsSecret(text)).toBe(false);
});

test.each([
  ["mot-de-passe:", true],
  ['"Mot de passe" :', true],
  ["mdp: |", true],
  ["- password: >-", true],
  ["token: >", true],
  ["jeton: |+", true],
  ["mot dé passe：", true],
  ["mdp: Soleil2026", false],
  ["libelle: |", false],
  ["mdp", false],
])("the secret of a key may stand on the lines below: %s", (line, expected) => {
  expect(beginsSecret(line)).toBe(expected);
});
