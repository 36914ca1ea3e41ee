import { expect, test } from "vitest";
import { applied, checkFindings, checkFix, findingsIn } from "../../../test/support/check.ts";
import { fixture } from "../../../test/support/fixture.ts";
import { localizerFor } from "../base/localize.ts";

test("the fix of a duplicate key removes one of the two", () => {
  checkFix(
    { id: "duplicate-key" },
    "matieres:\n  FRANC: { libelle: Français }\n  FRANC: { libelle: Lettres }\n",
    "matieres:\n  FRANC: { libelle: Français }\n",
  );
});

test("the fix of a repeated value removes it from one file", () => {
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

test("the fix of an unknown alias puts it in quotes", () => {
  const before = "matieres: { FRANC: { libelle: *francais } }\n";
  checkFix({ id: "yaml-syntax" }, before, 'matieres: { FRANC: { libelle: "*francais" } }\n');
});

test("a syntax error hides its consequences only", () => {
  checkFindings(`
etablissement: [
#              ^ yaml-syntax: “[” opens here and is not closed.
  nom:A
classes:
  6A: { periodicite: trimestre }
  #                  ^^^^^^^^^ unknown-value: “trimestre” is not a value of “Kind of grading periods”. The nearest: “trimestriel”.
`);
});

test("a merge conflict is the only finding of its file", () => {
  const found = findingsIn(
    fixture("matieres:\n<<<<<<< HEAD\n  FRANC: oui\n=======\n  FRANC: non\n>>>>>>> b\nzzz: 1\n"),
  );
  expect(found.map(({ id }) => id)).toEqual(["yaml-syntax"]);
});

test("no message repeats a secret in invalid YAML", () => {
  const fixed = fixture('professeurs:\n  martin:\n    mot-de-passe: tres:secret: ici\n    nom: "x\n');
  const texts = findingsIn(fixed).flatMap(({ message, fixes = [] }) =>
    [message, ...fixes.map(({ title }) => title)].map(fixed.context.localize),
  );
  expect(texts.length).toBeGreaterThan(0);
  expect(texts.join("\n")).not.toMatch(/tres|secret: ici/);
});

test("a key of an earlier version is reported with its new place, and its removal leaves the rest", () => {
  const before =
    "profils-professeurs:\n  Profil 1:\n    autorisations:\n      communication:\n        diffuser-informations: true\n        discuter-eleves: false\n";
  const [finding] = findingsIn(fixture(before));
  expect(finding && localizerFor("en")(finding.message)).toMatch(
    /^“discuter-eleves” is no longer written here\. With whom .* “discussions-avec” in “preferences-contact”/,
  );
  checkFix({ id: "moved-key" }, before, before.replace(/ +discuter-eleves.*\n/, ""));
  checkFindings(`
profils-professeurs: { Profil 1: { autorisations: { communication: { communiquer-avec-toutes-les-classes: true } } } }
`);
});

test("a merge key is reported in favour of “comme”", () => {
  checkFindings(`
profils-professeurs:
  Profil 1: &un { autorisations: { notes: { saisir-devoirs: true } } }
  Profil 2: { <<: *un }
  #           ^^ merge-key: “<<” takes over a text of this file; “comme” takes over what holds for a named thing, wherever it comes from.
  Profil 3: { <<: *un }
classes:
  6A: &six { periodicite: trimestriel }
  6B: { <<: *six }
`);
});

test("a merge key is not reported where there is no “comme”", () => {
  checkFindings(`
espaces:
  parents: &parents { publie: true }
  eleves: { <<: *parents }
`);
});
