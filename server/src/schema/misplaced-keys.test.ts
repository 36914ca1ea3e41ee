import { expect, test } from "vitest";
import { checkFindings, checkFix, findingsIn } from "../../../test/support/check.ts";
import { fixture } from "../../../test/support/fixture.ts";

function idsIn(text: string): readonly string[] {
  return findingsIn(fixture(text)).map(({ id }) => id);
}

test("a misspelt required key is not reported as missing too", () => {
  expect(idsIn("etablissement: { rnee: 0759998K, nom: Collège des Tilleuls }\n")).toEqual(["unknown-key"]);
  expect(idsIn("classes: { 6A: { periodicité: trimestriel } }\n")).toEqual(["unknown-key"]);
});

test("after a misspelt section, what it declares is unknown", () => {
  expect(
    idsIn(`
#- etablissement.pronote.yaml
Matières: { EPS: {} }
classes: { 6A: { periodicite: trimestriel, services: { FRANC: {}, EPS: {} } } }
#- b.pronote.yaml
matieres: { FRANC: {} }
`),
  ).toEqual(["unknown-key"]);
});

test("a key one level too high or too low is misplaced, not missing", () => {
  expect(idsIn("nom: Collège des Tilleuls\netablissement: { rne: 0759998K }\n")).toEqual(["unknown-key"]);
  expect(
    idsIn("classes: { 6A: { niveau: 6e } }\nclients: { niveaux: { 6e: { periodicite: trimestriel } } }\n"),
  ).toEqual(["unknown-key"]);
});

test("the fix for another name of a key is sure only if the value fits that key", () => {
  const safety = (text: string) => findingsIn(fixture(text)).map(({ fixes }) => fixes?.[0]?.safety);
  expect(safety("personnels: { durand: { courriel: a.durand@ac-exemple.fr } }\n")).toEqual(["sure"]);
  expect(safety("personnels: { durand: { courriel: true } }\n")).toEqual(["probable"]);
});

test("the value of a scalar without a closing quote is unknown", () => {
  expect(idsIn('salles:\n  A: {}\n  B:\n    comme: "A # x\n    capacite: 3\n')).toEqual(["yaml-syntax"]);
});

test("the value of a checkbox is no secret", () => {
  expect(idsIn("informations-connexion: { eleves: { mot-de-passe: true } }\n")).toEqual(["unknown-key"]);
  expect(idsIn("informations-connexion: { eleves: { mot-de-passe: Azerty-2026 } }\n")).toEqual([
    "secret-in-clear",
  ]);
});

test("a key that stands too far to the left is told once, with the map that it belongs to", () => {
  const text = `
periodes: { semestriel: { S1: { debut: 2026-09-01, fin: 2027-01-29 } } }
classes:
  6A: { niveau: 6e, periodicite: semestriel }
  6B:
    niveau: 6e
periodicite: semestriel
#^^^^^^^^^^ unknown-key: “periodicite” stands too far to the left: it belongs in “6B”.
`;
  checkFindings(text);
  checkFix({ id: "unknown-key" }, text, text.replace("\nperiodicite", "\n    periodicite"));
  checkFindings(`
classes:
  6B:
    periodicite: semestriel
    services:
      FRANC: { coefficient: 2 }
  niveau: 6e
# ^^^^^^ unknown-key: “niveau” stands too far to the left: it belongs in “6B”.
periodes: { semestriel: { S1: { debut: 2026-09-01, fin: 2027-01-29 } } }
`);
});

test("a key that belongs elsewhere says where, if that is one place", () => {
  checkFindings(`
hebergement: { rne: 0759998K, mode: heberge, port: 443, base: X }
#              ^^^ unknown-key: Unknown key “rne” in “Hosting”. It belongs in “Establishment”.
#                                            ^^^^ unknown-key: Unknown key “port” in “Hosting”.
#                                                       ^^^^ unknown-key: Unknown key “base” in “Hosting”. It belongs in “Files”, in the section “hebergement”.
communication: { delegation-serveur: true, libelle: 6e }
#                ^^^^^^^^^^^^^^^^^^ unknown-key: Unknown key “delegation-serveur” in “Communication”. It belongs in “E-mails”, in the section “communication”.
#                                          ^^^^^^^ unknown-key: Unknown key “libelle” in “Communication”.
`);
});

test("a familiar key is explained, and what is written in its place is not missing", () => {
  checkFindings(`
personnels: { durand: { nom: DURAND, fonction: CPE, modes: [administratif] } }
#                                                   ^^^^^ unknown-key: Unknown key “modes” in “Member of the staff”. The modes of a member of the staff are two keys: “mode-administratif” with a user group, “mode-vie-scolaire” with a staff profile.
professeurs: { martin: { nom: MARTIN, Modes: { enseignant: Profil 1 } } }
#                                     ^^^^^ unknown-key: Unknown key “Modes” in “Teacher”. The teacher mode is the key “profil”; of a teacher who also acts as staff, the other modes are “mode-administratif” and “mode-vie-scolaire”.
`);
});

test("a fix moves one line, never the first line of several", () => {
  const fixes = (text: string) =>
    findingsIn(fixture(text))
      .filter(({ id }) => id === "unknown-key")
      .map(({ fixes }) => fixes?.map(({ title }) => title));
  const periods = "periodes: { semestriel: { S1: { debut: 2026-09-01, fin: 2027-01-29 } } }\n";
  expect(fixes(`${periods}classes:\n  6B:\n    niveau: 6e\nperiodicite: semestriel\n`)).toMatchObject([
    [{ args: [5] }],
  ]);
  expect(fixes("classes:\n  6B:\n    niveau: 6e\nservices:\n  FRANC: {}\n")).toEqual([undefined]);
  expect(fixes("classes:\n  6B: { niveau: 6e }\nperiodicite: semestriel\n")).toEqual([undefined]);
});
