import { expect, test } from "vitest";
import { applied, checkFindings, checkFix, findingsIn } from "../../../test/support/check.ts";
import { fixture } from "../../../test/support/fixture.ts";

test("one of two keys is taken away", () => {
  checkFix(
    { id: "duplicate-key" },
    "matieres:\n  FRANC: { libelle: Français }\n  FRANC: { libelle: Lettres }\n",
    "matieres:\n  FRANC: { libelle: Français }\n",
  );
});

test("a value that stands in another file too is taken away there", () => {
  const fixed = fixture(`
#- a.pronote.yaml
matieres: { FRANC: { libelle: Français } }
#- b.pronote.yaml
matieres: { FRANC: { libelle: Français, actif: true } }
`);
  const fix = findingsIn(fixed).find(({ id }) => id === "repeated-value")?.fixes?.[0];
  expect(fix?.safety).toBe("sure");
  const texts = fix && applied(fixed, fix);
  expect(texts?.get("file:///academie/b.pronote.yaml")).toBe("matieres: { FRANC: { actif: true } }\n");
});

test("a reference without its text can be put in quotes", () => {
  const before = "matieres: { FRANC: { libelle: *francais } }\n";
  checkFix({ id: "yaml-syntax" }, before, 'matieres: { FRANC: { libelle: "*francais" } }\n');
});

test("what is broken hides its consequences, and nothing beside it", () => {
  checkFindings(`
etablissement: [
#              ^ yaml-syntax: “[” opens here and is not closed.
  nom:A
classes:
  6A: { periodicite: trimestre }
  #                  ^^^^^^^^^ unknown-value: “trimestre” is not a value of “Kind of grading periods”. The nearest: “trimestriel”.
`);
});

test("a conflict of versions is all that is said of its file", () => {
  const found = findingsIn(
    fixture("matieres:\n<<<<<<< HEAD\n  FRANC: oui\n=======\n  FRANC: non\n>>>>>>> b\nzzz: 1\n"),
  );
  expect(found.map(({ id }) => id)).toEqual(["yaml-syntax"]);
});

test("no message repeats a secret that stands in a slip", () => {
  const fixed = fixture('professeurs:\n  martin:\n    mot-de-passe: tres:secret: ici\n    nom: "x\n');
  const said = findingsIn(fixed).flatMap(({ message, fixes = [] }) =>
    [message, ...fixes.map(({ title }) => title)].map(fixed.context.localize),
  );
  expect(said.length).toBeGreaterThan(0);
  expect(said.join("\n")).not.toMatch(/tres|secret: ici/);
});

test("<< points to comme", () => {
  checkFindings(`
profils-professeurs:
  Profil 1: &un { autorisations: { notes: { saisir-devoirs: true } } }
  Profil 2: { <<: *un }
  #           ^^ merge-key: “<<” takes over a text of this file; “comme” takes over what holds for a named thing, wherever it comes from.
`);
});
