import { describe, expect, test } from "vitest";
import { fixture, ROOT } from "../../../../test/support/fixture.ts";
import { finished } from "../../base/finished.ts";
import type { CompareParams } from "../compare-protocol.ts";
import { compare } from "./compare.ts";

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
  finished(compare(fixture(source).context, { text: LIST, ...params }));

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

test("what cannot be compared is refused with the reason, for the establishment that was meant", () => {
  const refusal = (text: string) => ask({ text }).refused;
  const pupils = refusal("Nom\tPrénom\tNé(e) le\tClasse\nA\tB\t1\t6E1\n");
  expect([pupils?.name, pupils?.uri, pupils?.open]).toEqual(["Collège", ROOT, undefined]);
  expect(pupils?.reason).toContain("students or guardians");
  expect(refusal("hello")?.reason).toContain("Ctrl+A");
  expect(refusal("")?.reason).toContain("empty");
});

describe("a title that nobody knows", () => {
  const list = "Section\tNIVEAU\tPRINCIPAUX\tRemarques\n6E1\t6EME\tM. MARTIN\tx\n6E2\t6EME\t\ty\n";

  test("is asked for, where the list cannot be read without it", () => {
    const { refused, compared } = ask({ text: list });
    expect(compared).toBeUndefined();
    expect(refused?.reason).toBe(
      "Its titles are nearly those of the list “classes”, but none of them is known to be: nom. Write under correspondances/colonnes/classes which one is: Section: nom.",
    );
    expect(refused?.open).toEqual({
      titles: ["Section", "Remarques"].map((title) => ({
        title,
        path: ["correspondances", "colonnes", "classes", title],
      })),
      columns: [
        { name: "nom", title: "Name" },
        { name: "periodicite", title: "Kind of grading periods" },
        { name: "filiere", title: "Track" },
      ],
    });
  });

  test("is read as the user says, now or in the configuration", () => {
    const { compared } = ask({ text: list, titles: { Section: "nom" } });
    expect(compared?.differences).toEqual([]);
    expect(compared?.open?.titles.map(({ title }) => title)).toEqual(["Remarques"]);
    expect(ask({ text: list, titles: { Section: "nom", Remarques: "" } }).compared?.open).toBeUndefined();
    const kept = `${SCHOOL}correspondances: { colonnes: { classes: { Section: nom, Remarques: ~ } } }\n`;
    expect(ask({ text: list }, kept).compared).toMatchObject({ differences: [] });
  });

  test("is asked for where two may be the same", () => {
    const two = list.replace("Section", "NOM").replace("Remarques", "Libellé");
    expect(ask({ text: two }).refused?.open).toMatchObject({
      titles: [{ title: "NOM" }, { title: "Libellé" }],
      columns: [{ name: "nom" }, { name: "periodicite" }, { name: "filiere" }],
    });
    expect(
      ask({ text: list.replace("Section", "NOM").replace("Remarques", "Nom") }).refused?.open,
    ).toBeUndefined();
  });

  test("does not make titles of a row above them", () => {
    const above = `NIVEAU\tPRINCIPAUX\tX\n${LIST}`;
    expect(ask({ text: above }).compared?.differences).toEqual([]);
  });
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
  expect(ask({}, two).compared).toBeUndefined();
  expect(ask({}, two).choices).toEqual([
    { uri: `${ROOT}/two`, name: "Deux" },
    { uri: `${ROOT}/one`, name: "Un" },
  ]);
  expect(ask({ uri: "untitled:Untitled-1" }, two).choices).toHaveLength(2);
});

test("differences come in the order of what to do about them, as in the report", () => {
  const signs = ask({ text: LIST.replace("M. MARTIN", "M. ROUX").replace("6E2", "5E9") }).compared
    ?.differences;
  expect(signs?.map(({ sign }) => sign)).toEqual(["+", "~", "-"]);
});
