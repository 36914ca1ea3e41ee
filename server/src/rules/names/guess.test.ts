import { expect, test } from "vitest";
import { findingsIn } from "../../../../test/support/check.ts";
import { fixture } from "../../../../test/support/fixture.ts";

const SCHOOL = `
matieres: { FRANC: { libelle: Français }, ANG: { libelle: Anglais LV1 }, ALL: { libelle: Anglais LV1 } }
professeurs:
  martin: { nom: MARTIN, prenom: Alice }
  roux-h: { nom: ROUX, prenom: Hugo }
  roux-z: { nom: ROUX, prenom: Zoé }
personnels: { durand: { nom: DURAND, prenom: Léa } }
classes:
  6A: { periodicite: trimestriel }
`;

/** The message and the fixes of the unknown name in a class `6B` with this text. */
function about(text: string) {
  const { workspace, context } = fixture(
    `${SCHOOL}  6B: { periodicite: trimestriel, ${text} }\n`.replace("} }\n  6B", "}\n  6B"),
  );
  const [found] = findingsIn({ workspace }).filter(({ id }) => id === "unknown-reference");
  return [
    found && context.localize(found.message),
    ...(found?.fixes ?? []).map(({ safety, edits }) => `${safety}: ${edits[0]?.newText}`),
  ];
}

test.each([
  ["6ème", "sure: 6e"],
  ["6è", "sure: 6e"],
  ["sixième", "sure: 6e"],
  ["2nde", "sure: 2de"],
  ["Terminale", "sure: Tle"],
])("the niveau “%s” is a spelling of one", (written, fix) => {
  const name = fix.slice("sure: ".length);
  expect(about(`niveau: ${written}`)).toEqual([
    `“${written}” is not declared: there is no such name among the niveaux. The nearest: “${name}”.`,
    fix,
  ]);
});

test.each(["Alice MARTIN", "MARTIN Alice", "M. Martin", "Mme A. Martin", "martin.a", "Martin, Alice"])(
  "“%s” is a person",
  (written) => {
    expect(about(`professeur-principal: "${written}"`)).toEqual([
      `“${written}” is the person who is called “martin” here.`,
      "probable: martin",
    ]);
  },
);

test("a person whose name several have is told by the first name", () => {
  expect(about("professeur-principal: Hugo ROUX")[1]).toBe("probable: roux-h");
  expect(about("professeur-principal: ROUX Z.")[1]).toBe("probable: roux-z");
  expect(about("professeur-principal: M. Roux")[0]).toContain("is not declared");
  expect(about("professeur-principal: Paul ROUX")[0]).toContain("is not declared");
});

test("a matière is found by its label, if only one has it", () => {
  expect(about("services: { Français: martin }")).toEqual([
    "“Français” is the label of “FRANC”: a reference is made by the name “FRANC”.",
    "probable: FRANC",
  ]);
  expect(about("services: { Anglais LV1: martin }")[0]).toContain("is not declared");
});

test("a name that exists as another kind is told as what it is", () => {
  expect(about("professeur-principal: durand")).toEqual([
    "“durand” is a member of the staff; a teacher is wanted here.",
  ]);
  expect(about("niveau: 6A")).toEqual(["“6A” is a class; a niveau is wanted here."]);
});

test("several names where a list or one name is wanted", () => {
  expect(about('professeur-principal: "martin, roux-h"')).toEqual([
    "“martin, roux-h” is 2 names: a list of names stands in square brackets.",
    "sure: [martin, roux-h]",
  ]);
  expect(about('services: { FRANC: "martin et roux-h / roux-z" }')[1]).toBe("sure: [martin, roux-h, roux-z]");
  expect(about('niveau: "6e, 5e"')).toEqual(["“6e, 5e” is 2 names; only one can stand here."]);
  expect(about("services: { FRANC: martin, roux-h }")).toEqual([
    "“roux-h” goes on with the list of “FRANC”, which needs square brackets here.",
  ]);
  expect(about('professeur-principal: "martin, personne"')[0]).toContain("is not declared");
});
