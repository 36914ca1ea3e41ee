import { describe, expect, test } from "vitest";
import { fixture, ROOT } from "../../../test/support/fixture.ts";
import { compare } from "./compare.ts";
import type { CompareParams } from "./compare-protocol.ts";
import { Refusal } from "./context.ts";

const SCHOOL = `#- etablissement.pronote.yaml
etablissement: { nom: Collège, annee-scolaire: 2026-2027 }
professeurs: { martin: { nom: MARTIN }, roux: { nom: ROUX } }
#- classes.pronote.yaml
classes:
  6E1: { niveau: 6e, professeur-principal: martin }
  6E2: { niveau: 6e }
`;
const LIST = "NOM\tNIVEAU\tPRINCIPAUX\n6E1\t6EME\tM. MARTIN\n6E2\t6EME\t\n";
const ask = (params: Partial<CompareParams>, source = SCHOOL) =>
  compare(fixture(source).context, { text: LIST, ...params });

test("a list that agrees proves a step, with what is to be written", () => {
  const { compared } = ask({ day: "2026-08-24" });
  expect(compared).toMatchObject({
    name: "Collège",
    uri: ROOT,
    title: "Classes · list of 24 August 2026, rows: 2 · Ressources > Classes > Liste",
    differences: [],
    proofs: [
      { slug: "professeurs-principaux", preuve: { liste: "classes", du: "2026-08-24", lues: 2, ecarts: 0 } },
    ],
  });
  expect(compared?.foot.join("\n")).toContain("2 of 2 agree.");
});

describe("a difference stands", () => {
  test.each([
    ["where ours is written", "M. MARTIN", "M. ROUX", "~", "classes.pronote.yaml", 1],
    [
      "at the thing where nothing is written",
      "6E2\t6EME\t",
      "6E2\t6EME\tROUX",
      "-",
      "classes.pronote.yaml",
      2,
    ],
    ["at the section of what is in PRONOTE only", "6E2", "5E9", "-", "classes.pronote.yaml", 0],
  ])("%s", (_, before, after, sign, file, line) => {
    const found = ask({ text: LIST.replace(before, after) }).compared?.differences.find(
      (one) => one.sign === sign,
    );
    expect(found?.place.uri).toBe(`${ROOT}/${file}`);
    expect(found?.place.range.start.line).toBe(line);
  });

  test("at the head of the establishment, where nothing around it is written", () => {
    const list = "Code\tLibellé\nFRANC\tFrançais\n";
    const school = "#- etablissement.pronote.yaml\nclasses: { 6E1: { services: { SVT: ~, EPS: } } }\n";
    const found = ask({ text: list }, school).compared?.differences ?? [];
    expect(found.every(({ place }) => place.uri.endsWith("etablissement.pronote.yaml"))).toBe(true);
  });
});

test("what cannot be compared is refused with the reason", () => {
  expect(() => ask({ text: "Nom\tPrénom\tNé(e) le\tClasse\nA\tB\t1\t6E1\n" })).toThrow(Refusal);
  expect(() => ask({ text: "Nom\tPrénom\tNé(e) le\tClasse\nA\tB\t1\t6E1\n" })).toThrow(
    /students or guardians/,
  );
  expect(() => ask({ text: "hello" })).toThrow(/Ctrl\+A/);
  expect(() => ask({ text: LIST.replace("MARTIN", "=A1") })).not.toThrow(/undefined/);
});

test("of several establishments the one of the file; if it is of none, all are offered", () => {
  const two = `#- one/etablissement.pronote.yaml
etablissement: { nom: Un }
#- two/etablissement.pronote.yaml
etablissement: { nom: Deux }
classes: { 6E1: {} }
`;
  expect(ask({ uri: `${ROOT}/two/etablissement.pronote.yaml` }, two).compared?.name).toBe("Deux");
  expect(ask({ uri: `${ROOT}/two` }, two).compared?.name).toBe("Deux");
  expect(ask({}, two).choices).toEqual([
    { uri: `${ROOT}/one`, name: "Un" },
    { uri: `${ROOT}/two`, name: "Deux" },
  ]);
  expect(ask({ uri: "untitled:Untitled-1" }, two).choices).toHaveLength(2);
});
