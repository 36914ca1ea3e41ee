import { describe, expect, test } from "vitest";
import {
  comparedIn,
  fixed,
  linesOf,
  listWith,
  ROWS,
  replaced,
  SCHOOL,
} from "../../../../test/support/difference-fixes.ts";
import { fixture, ROOT } from "../../../../test/support/fixture.ts";
import { edited } from "../../../../test/support/workspace-edit.ts";
import { finished } from "../../base/finished.ts";
import { Refusal } from "../context.ts";
import { compare } from "./compare.ts";
import { compareFix } from "./compare-fix.ts";

test("the list agrees at first", () => {
  expect(
    linesOf(
      comparedIn(
        SCHOOL,
        listWith((text) => text),
      ),
    ),
  ).toEqual([]);
});

describe("what PRONOTE holds is written, and the difference is gone", () => {
  test.each<[string, string, readonly string[]]>([
    [
      "a value of a niveau: in the class, in a file written by hand",
      replaced("6E1\tFRANÇAIS\tMARTIN Alice\t3", "6E1\tFRANÇAIS\tMARTIN Alice\t1,5"),
      ["classes.pronote.yaml:   6E1:", "classes.pronote.yaml:         coefficient: 1.5"],
    ],
    [
      "a short form",
      replaced("6E2\tMATHÉMATIQUES\tROUX Zoé", "6E2\tMATHÉMATIQUES\tMARTIN Alice"),
      ["classes.pronote.yaml:       MATHS: martin # with a remark"],
    ],
    [
      "a value beside a short form",
      replaced("6E2\tMATHÉMATIQUES\tROUX Zoé\t1", "6E2\tMATHÉMATIQUES\tROUX Zoé\t2"),
      ["classes.pronote.yaml:       MATHS: { professeurs: roux, coefficient: 2 } # with a remark"],
    ],
    [
      "a list of several lines",
      replaced("6E2\tFRANÇAIS\tMARTIN Alice, ROUX Zoé", "6E2\tFRANÇAIS\tPETIT Ève, ROUX Zoé"),
      ["classes.pronote.yaml:         - petit"],
    ],
    [
      "a flow map of an imported file",
      replaced("6E1\tMATHÉMATIQUES\tMARTIN Alice, ROUX Zoé", "6E1\tMATHÉMATIQUES\tROUX Zoé"),
      [
        "importe/classes.pronote.yaml:   6E1: { niveau: 6e, services: { FRANC: martin, MATHS: { professeurs: roux, co-enseignement: true }, TECHN: roux } }",
      ],
    ],
    [
      "an imported short form",
      replaced("6E1\tTECHNOLOGIE\tROUX Zoé", "6E1\tTECHNOLOGIE\tMARTIN Alice"),
      [
        "importe/classes.pronote.yaml:   6E1: { niveau: 6e, services: { FRANC: martin, MATHS: { professeurs: [martin, roux], co-enseignement: true }, TECHN: martin } }",
      ],
    ],
    [
      "a text and a box",
      replaced(
        "6E2\tMATHÉMATIQUES\tROUX Zoé\t1\tAvec notes\t",
        "6E2\tMATHÉMATIQUES\tROUX Zoé\t1\tAvec notes\tX",
      ),
      ["classes.pronote.yaml:       MATHS: { professeurs: roux, facultatif: true } # with a remark"],
    ],
    [
      "a service that PRONOTE lacks, or hides",
      replaced(`${ROWS[4]}`, ""),
      ["classes.pronote.yaml:       MATHS: { professeurs: roux, actif: false } # with a remark"],
    ],
    [
      "a service that is in PRONOTE only",
      listWith((text) => `${text}\n6E2\tTECHNOLOGIE\tMARTIN Alice\t2\tSans notes\t`),
      ["classes.pronote.yaml:       TECHN: { professeurs: martin, coefficient: 2, mode: sans-notes }"],
    ],
    [
      "a second service of a subject",
      listWith((text) => `${text}\n6E2\tMATHÉMATIQUES\tMARTIN Alice\t1\tAvec notes\t`),
      ["classes.pronote.yaml:       MATHS-2: { matiere: MATHS, professeurs: martin }"],
    ],
    [
      "nobody",
      replaced("6E2\tMATHÉMATIQUES\tROUX Zoé", "6E2\tMATHÉMATIQUES\t"),
      ["classes.pronote.yaml:       MATHS: { professeurs: ~ } # with a remark"],
    ],
  ])("%s", (_, list, lines) => {
    const after = fixed(list, 0, /^(?:Write for|Remove)/);
    expect(after.lines).toEqual(lines);
    expect(after.left).toEqual([]);
  });

  test.each<[string, string, readonly string[]]>([
    [
      "a class",
      "NOM\tNIVEAU\tPRINCIPAUX\n6E1\t6e\t\n6E2\t6e\tMARTIN Alice\n6E3\t6e\tROUX Zoé",
      ["classes.pronote.yaml:   6E3: { niveau: 6e, professeur-principal: roux }"],
    ],
    [
      "a value that nobody wrote",
      "NOM\tNIVEAU\tPRINCIPAUX\n6E1\t6e\tROUX Zoé\n6E2\t6e\tMARTIN Alice",
      ["classes.pronote.yaml:   6E1:", "classes.pronote.yaml:     professeur-principal: roux"],
    ],
    ["a value that PRONOTE lacks, with its comment", "NOM\tNIVEAU\tPRINCIPAUX\n6E1\t6e\t\n6E2\t6e\t", []],
    [
      "a teacher",
      "NOM\tPRENOM\tDISCIPLINE\nMARTIN\tAlice\t\nROUX\tZoé\t\nPETIT\tÈve\t\nROUX\tJean-Paul\t",
      ["etablissement.pronote.yaml:   roux-jean-paul: { nom: ROUX, prenom: Jean-Paul }"],
    ],
  ])("of a list of things: %s", (_, list, lines) => {
    const after = fixed(list, 0, /^(?:Write for|Remove)/);
    expect(after.lines).toEqual(lines);
    expect(after.left).toEqual([]);
  });
});

describe("the same thing, written otherwise", () => {
  test("a subject: the line settles all its rows", () => {
    const list = replaced("6E2\tMATHÉMATIQUES\tROUX Zoé", "6E2\tMATHEUX\tMARTIN Alice");
    const after = fixed(list, 1, /^The same thing: PRONOTE's “MATHEUX” is MATHS$/);
    expect(after.lines).toEqual([
      "correspondances.pronote.yaml: correspondances:",
      "correspondances.pronote.yaml:   matieres:",
      "correspondances.pronote.yaml:     MATHEUX: MATHS",
    ]);
    expect(after.left).toEqual(["~ 6E2 MATHS: Teachers: roux, in PRONOTE MARTIN Alice"]);
  });

  test("a class, and a teacher", () => {
    const classes = "NOM\tNIVEAU\tPRINCIPAUX\n6E1\t6e\t\nSIXIEME B\t6e\tMARTIN Alice";
    expect(fixed(classes, 1, /is 6E2$/).left).toEqual([]);
    const people = replaced("6E2\tMATHÉMATIQUES\tROUX Zoé", "6E2\tMATHÉMATIQUES\tROUX-DURAND Zoé");
    const after = fixed(people, 0, /is roux$/);
    expect(after.lines.at(-1)).toBe("correspondances.pronote.yaml:     ROUX-DURAND Zoé: roux");
    expect(after.left).toEqual([]);
  });

  test("a class of a list of services; a teacher of a list of teachers", () => {
    const classes = listWith((text) => text.replaceAll("6E2", "SIXIEME B"));
    expect(fixed(classes, 0, /“SIXIEME B” is 6E2$/).left).toEqual([]);
    const people = "NOM\tPRENOM\tDISCIPLINE\nMARTIN\tAlice\t\nPETIT\tÈve\t\nROUX-DURAND\tZoé\t";
    expect(fixed(people, 1, /is roux$/).left).toEqual([]);
  });

  test("a second line stands beside the first", () => {
    const list = replaced("6E2\tMATHÉMATIQUES\tROUX Zoé", "6E2\tMATHEUX\tMARTIN Alice");
    const source = `${SCHOOL}#- correspondances.pronote.yaml\ncorrespondances:\n  matieres: { X: EMC } # seen\n`;
    expect(fixed(list, 1, /^The same thing/, { source }).lines).toEqual([
      "correspondances.pronote.yaml:   matieres: { X: EMC, MATHEUX: MATHS } # seen",
    ]);
  });

  test("what is taken for the same can be kept", () => {
    const list = listWith((text) => text.replaceAll("MATHÉMATIQUES", "MATHEUX"));
    const { context, texts } = fixture(SCHOOL);
    const [alike] = finished(compare(context, { text: list })).compared?.alike ?? [];
    expect([alike?.sign, alike?.place.range.start.line, alike?.fixes.length]).toEqual(["≈", 3, 1]);
    const edit = compareFix(context, { establishment: ROOT, change: alike?.fixes[0]?.change ?? {} });
    expect([...edited(texts, edit!).values()].at(-1)).toContain("MATHEUX: MATHS");
  });
});

test("what is taken away here does not come back from what is underneath", () => {
  const source = SCHOOL.replace(
    "services: { FRANC: { coefficient: 3 } }",
    "services: { FRANC: { coefficient: 3 }, MATHS: { professeurs: petit } }",
  ).replace("MATHS: roux #", "MATHS: { professeurs: roux } #");
  const after = fixed(replaced("6E2\tMATHÉMATIQUES\tROUX Zoé", "6E2\tMATHÉMATIQUES\t"), 0, /^Remove/, {
    source,
  });
  expect(after.lines).toEqual(["classes.pronote.yaml:       MATHS: { professeurs: ~ } # with a remark"]);
  expect(after.left).toEqual([]);
});

test("what would change something else too is refused, with what to write", () => {
  const source = SCHOOL.replace(
    "MATHS: roux # with a remark",
    "MATHS: &x { professeurs: roux }\n  6E3:\n    niveau: 6e\n    services: { MATHS: *x }",
  );
  const list = replaced("6E2\tMATHÉMATIQUES\tROUX Zoé", "6E2\tMATHÉMATIQUES\tMARTIN Alice");
  expect(() => fixed(list, 0, /^Write/, { source })).toThrow(Refusal);
  expect(() => fixed(list, 0, /^Write/, { source })).toThrow(/Write it by hand: .*Teachers.* = martin/);
});
