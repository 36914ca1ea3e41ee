import { expect, test } from "vitest";
import { refactored } from "../../../../test/support/refactored.ts";

const MARKER = "etablissement.pronote.yaml";
const inMarker = (text: string) => `#- ${MARKER}\n${text}`;

test.each([
  ["a map", "edt: { lic$0ence: reseau, 'a':1 }   # c\n", "edt:   # c\n  licence: reseau\n  'a': 1\n"],
  ["a list", 'a:\n  classes: [6$0A, "6,B" ]\nb: 1\n', 'a:\n  classes:\n    - 6A\n    - "6,B"\nb: 1\n'],
  ["an anchored one", "a: &x { b: *y, c$0: }\n", "a: &x\n  b: *y\n  c:\n"],
  ["one of several lines", "a: { b: 1,\n  c$0: 2 }\n", "a:\n  b: 1\n  c: 2\n"],
  ["line ends of Windows", "a: { b$0: 1 }\r\n", "a:\r\n  b: 1\r\n"],
])("over several lines: %s", (_, before, after) => {
  expect(refactored(before, "to-block")).toBe(inMarker(after));
});

test("over several lines: not with comments inside, and not what is empty or in a flow map", () => {
  expect(refactored("a: [x, # c\n  y$0]\n", "to-block")).toBe(
    "There are comments in it, which would be lost.",
  );
  expect(refactored("a: {$0}\n", "to-block")).toBeUndefined();
  expect(refactored("{ a: { b$0: 1 } }\n", "to-block")).toBeUndefined();
});

test.each([
  ["a map", "e$0dt: # c\n  licence: reseau\n  x: [1]\n", "edt: { licence: reseau, x: [1] } # c\n"],
  ["a list in a map", "$0a:\n  b:\n  - x\n  - 'y'\n  c: 2\nd: 1\n", "a: { b: [x, 'y'], c: 2 }\nd: 1\n"],
  ["what needs quotes", '$0a:\n  b: x, y\n  c: "z"\n', 'a: { b: "x, y", c: "z" }\n'],
  ["at the end of the file", "$0a:\n  b: 1", "a: { b: 1 }"],
])("on one line: %s", (_, before, after) => {
  expect(refactored(before, "to-flow")).toBe(inMarker(after));
});

test("on one line: not with comments inside, not if it becomes too long, not with texts of several lines", () => {
  expect(refactored("$0a:\n  # c\n  b: 1\n", "to-flow")).toBe(
    "There are comments in it, which would be lost.",
  );
  expect(refactored(`$0a:\n  b: ${"x".repeat(120)}\n`, "to-flow")).toContain("longer than 120");
  expect(refactored("$0a:\n  b: |\n    x\n", "to-flow")).toBeUndefined();
  expect(refactored("$0a:\n  b:\n  c: 1\n", "to-flow")).toBeUndefined();
});

test("things are sorted by name, other keys as the language lists them; comments move along", () => {
  const source = `$0classes:
  # the tenth
  6e10: {}

  6É2:
    niveau: 6e # x
  6e1: {}
  # at the end
`;
  expect(refactored(source, "sort")).toBe(
    inMarker(`classes:
  6e1: {}

  6É2:
    niveau: 6e # x
  # the tenth
  6e10: {}
  # at the end
`),
  );
  expect(refactored("classes:\n  6A:\n    $0services: {}\n", "sort")).toBeUndefined();
  expect(refactored("$0etablissement:\n  nom: A\n  rne: 0759998K\n", "sort")).toBe(
    inMarker("etablissement:\n  rne: 0759998K\n  nom: A\n"),
  );
});

test("a section moves to a file of its own, with its comments", () => {
  const source = "# school\n\nedt: {}\n# of 2026\n$0classes:\n  6A: {}\n\nmatieres: {}\n";
  expect(refactored(source, "move-section")).toBe(
    `${inMarker("# school\n\nedt: {}\nmatieres: {}\n")}#- classes.pronote.yaml\n# of 2026\nclasses:\n  6A: {}\n`,
  );
});

test.each([
  [
    "a file of that name",
    "#- classes.pronote.yaml\nedt: {}\n#- a.pronote.yaml\n$0classes: {}\nsalles: {}\n",
    "already",
  ],
  [
    "a base",
    "#- base.pronote.yaml\n$0classes: {}\nsalles: {}\n#- etablissement.pronote.yaml\nherite-de: base.pronote.yaml\n",
    "base",
  ],
  [
    "a comment at the top that silences rules",
    "# rentree-ignore-file unknown-reference: en attente\n\nedt: {}\n$0classes: {}\n",
    "silences rules",
  ],
])("a section is not moved: %s", (_, source, reason) => {
  expect(refactored(source, "move-section")).toContain(reason);
});

test("a section with an alias is not moved away from its anchor", () => {
  const source = "edt: &x {}\n$0classes: { 6A: *x }\n";
  expect(() => refactored(source, "move-section")).toThrow("would change values that are in effect");
});

test("what all classes of a niveau share moves there, also from another file", () => {
  const source = `
#- classes.pronote.yaml
classes:
  6A:
    niveau: $06e
    periodicite: trimestriel
    services:
      FRANC: martin
      MATHS: { professeurs: [roux], coefficient: 2 }
      EPS: { coefficient: 2 }
  6B: { niveau: 6e, periodicite: trimestriel, services: { FRANC: petit, MATHS: { professeurs: [petit], coefficient: 2 }, EPS: { coefficient: 2 } } }
  5A: { niveau: 5e, periodicite: semestriel }
#- niveaux.pronote.yaml
niveaux:
  6e: {}
#- etablissement.pronote.yaml
`;
  expect(refactored(source, "share-niveau")).toMatchInlineSnapshot(`
    "#- classes.pronote.yaml
    classes:
      6A:
        niveau: 6e
        services:
          FRANC: martin
          MATHS: { professeurs: [roux] }
      6B: { niveau: 6e, services: { FRANC: petit, MATHS: { professeurs: [petit] } } }
      5A: { niveau: 5e, periodicite: semestriel }
    #- niveaux.pronote.yaml
    niveaux:
      6e: { periodicite: trimestriel, services: { MATHS: { coefficient: 2 }, EPS: { coefficient: 2 } } }
    "
  `);
});

test("what is left empty in a class goes, the class stays", () => {
  const source = `classes:
  6A: { niveau: $06e, services: { EPS: {} } }
  6B:
    niveau: 6e
    services:
      EPS: {}
niveaux: { 6e: { services: { FRANC: {} } } }
`;
  expect(refactored(source, "share-niveau")).toBe(
    inMarker(`classes:
  6A: { niveau: 6e }
  6B:
    niveau: 6e
niveaux: { 6e: { services: { FRANC: {}, EPS: {} } } }
`),
  );
});

test("with one class, or nothing in common, nothing is shared with the niveau", () => {
  expect(
    refactored("classes:\n  6A: { niveau: $06e, periodicite: trimestriel }\n", "share-niveau"),
  ).toContain("Only one class");
  const two =
    "classes:\n  6A: { niveau: $06e, periodicite: trimestriel }\n  6B: { niveau: 6e, periodicite: semestriel }\n";
  expect(refactored(two, "share-niveau")).toContain("nothing in common");
});

const HEIRS = (other: string) => `
#- academie.pronote.yaml
matieres: { FRANC: {} }
#- a/etablissement.pronote.yaml
herite-de: ../academie.pronote.yaml
$0regimes:
  demi-pension: {}
edt: {}
#- b/etablissement.pronote.yaml
herite-de: ../academie.pronote.yaml
${other}`;

test("what all heirs of a base say moves to the base", () => {
  expect(refactored(HEIRS("regimes: { demi-pension: {} }\n"), "share-base")).toMatchInlineSnapshot(`
    "#- academie.pronote.yaml
    matieres: { FRANC: {} }
    regimes: { demi-pension: {} }
    #- a/etablissement.pronote.yaml
    herite-de: ../academie.pronote.yaml
    edt: {}
    #- b/etablissement.pronote.yaml
    herite-de: ../academie.pronote.yaml
    "
  `);
});

test("what some heirs do not say stays", () => {
  expect(refactored(HEIRS("regimes: { interne: {} }\n"), "share-base")).toContain(
    "some do not say the same: 1 of 2.",
  );
  expect(refactored(HEIRS("edt: {}\n"), "share-base")).toContain("some do not say the same: 1 of 2.");
});

test("what is taken over through `comme` or from the niveau is written out", () => {
  const source = `
profils-professeurs:
  Base: { autorisations: { notes: { saisir-devoirs: true, saisir-moyennes: false } } }
  Autre:
    comme: $0Base
    autorisations: { notes: { saisir-moyennes: true } }
`;
  expect(refactored(source, "inline")).toMatchInlineSnapshot(`
    "#- etablissement.pronote.yaml
    profils-professeurs:
      Base: { autorisations: { notes: { saisir-devoirs: true, saisir-moyennes: false } } }
      Autre:
        autorisations: { notes: { saisir-moyennes: true, saisir-devoirs: true } }
    "
  `);
  const classes = `
niveaux:
  6e: { periodicite: trimestriel, services: { FRANC: { coefficient: 3 }, EPS: {} } }
classes:
  6A:
    niveau: $06e
    services:
      FRANC: martin
`;
  expect(refactored(classes, "inline")).toMatchInlineSnapshot(`
    "#- etablissement.pronote.yaml
    niveaux:
      6e: { periodicite: trimestriel, services: { FRANC: { coefficient: 3 }, EPS: {} } }
    classes:
      6A:
        niveau: 6e
        services:
          FRANC: { professeurs: [martin], coefficient: 3 }
          EPS: {}
        periodicite: trimestriel
    "
  `);
  expect(() => refactored(source.replace("$0Base", "$0Base # as Base"), "inline")).toThrow(
    "comment would be lost",
  );
});

test("two maps of one key become one, unless both say something of a key", () => {
  const source = "classes:\n  6A: {}\nedt: {}\n$0classes:\n    # b\n    6B:\n        niveau: 6e\n";
  expect(refactored(source, "merge-duplicate")).toBe(
    inMarker("classes:\n  6A: {}\n  # b\n  6B:\n      niveau: 6e\nedt: {}\n"),
  );
  expect(refactored("classes:\n  6A: {}\n$0classes:\n  6A: {}\n", "merge-duplicate")).toContain("Both say");
  expect(refactored("classes: {}\n$0classes:\n  6A: {}\n", "merge-duplicate")).toContain("several lines");
});
