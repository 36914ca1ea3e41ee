import { expect, test } from "vitest";
import { type Fixture, fixture } from "../../../test/support/fixture.ts";
import { rangeOf } from "../syntax/file.ts";
import { applyTextEdits } from "../syntax/text-edits.ts";
import { newYearOf } from "./new-year.ts";

function yearOf(source: string | Fixture) {
  const { workspace } = typeof source === "string" ? fixture(source) : source;
  const [snapshot] = workspace.snapshots;
  if (!snapshot) throw new Error("no establishment");
  return newYearOf(snapshot);
}

/** The files of a school in its next year, with all that is proposed. */
function filesAfter(school: Fixture): ReadonlyMap<string, string> {
  const next = yearOf(school);
  if ("text" in next) throw new Error(next.text);
  const edits = [...next.sure, ...next.days, ...next.names];
  return new Map(
    [...school.texts].map(([uri, text]) => {
      const file = school.workspace.files.get(uri);
      const own = edits.filter(({ at }) => at.block.uri === uri);
      return [
        uri,
        applyTextEdits(
          text,
          file ? own.map(({ at, newText }) => ({ range: rangeOf(file, at), newText })) : [],
        ),
      ];
    }),
  );
}

function after(school: Fixture): string {
  return [...filesAfter(school).values()].join("");
}

test("the year, the versions that follow from it, and the same weekdays a year later", () => {
  const school = fixture(`
etablissement: { annee-scolaire: 2026-2027, version: "2026" } # l'année
serveurs:
  serveur: { version: 2026 }
  relais: { version: 2025 }
periodes:
  trimestriel:
    T1: { debut: 2026-09-01, fin: 2026-11-30 } # lundi
    T2: { comme: T1, fin: bientôt }
`);
  expect(after(school)).toBe(`etablissement: { annee-scolaire: 2027-2028, version: 2027 } # l'année
serveurs:
  serveur: { version: 2027 }
  relais: { version: 2025 }
periodes:
  trimestriel:
    T1: { debut: 2027-08-31, fin: 2027-11-29 } # lundi
    T2: { comme: T1, fin: bientôt }
`);
});

test("the base, days of meetings and of EDT, names and files are of the new year; ticks are history", () => {
  const school = fixture(`
etablissement: { annee-scolaire: 2026-2027 }
base: { nom: "Tilleuls 2026/27", annee-scolaire: 2026-2027 }
recuperation: { fichier: Tilleuls 2025-2026.zip }
imports: { stsweb: { fichier: sts_emp_0759998K_2026.xml } }
edt: { prise-en-compte: 2026-09-07 }
rencontres: { sessions: { Parents: { date: 2027-01-14 } } }
deroulement: { licences: { fait: 2026-08-24, annee: 2026-2027, avant: 2026-08-25 } }
`);
  expect(after(school)).toBe(`etablissement: { annee-scolaire: 2027-2028 }
base: { nom: Tilleuls 2027/28, annee-scolaire: 2027-2028 }
recuperation: { fichier: Tilleuls 2026-2027.zip }
imports: { stsweb: { fichier: sts_emp_0759998K_2027.xml } }
edt: { prise-en-compte: 2027-09-06 }
rencontres: { sessions: { Parents: { date: 2028-01-13 } } }
deroulement: { licences: { fait: 2026-08-24, annee: 2026-2027, avant: 2026-08-25 } }
`);
});

test("days that are in the new year already stay; those of years before are brought into it", () => {
  const school = fixture(`
etablissement: { annee-scolaire: 2026-2027 }
periodes: { trimestriel: { T1: { debut: 2027-09-01, fin: 2026-11-30 }, T2: { debut: 2025-12-01 } } }
base: { nom: Tilleuls 2027-2028, annee-scolaire: 2027-2028 }
`);
  expect(after(school)).toBe(`etablissement: { annee-scolaire: 2027-2028 }
periodes: { trimestriel: { T1: { debut: 2027-09-01, fin: 2027-11-29 }, T2: { debut: 2027-11-29 } } }
base: { nom: Tilleuls 2027-2028, annee-scolaire: 2027-2028 }
`);
});

test("where the school year is the calendar year, a day of March is moved by one year", () => {
  const school = fixture(
    "etablissement: { rne: 9830001A, annee-scolaire: 2026-2027 }\nperiodes: { trimestriel: { T1: { debut: 2026-03-02 } } }\n",
  );
  expect(after(school)).toContain("debut: 2027-03-01");
});

test("a year that is not written, or is none, has no next one", () => {
  expect(yearOf("etablissement: { nom: A }")).toMatchObject({
    text: expect.stringMatching(/^No school year/),
  });
  expect(yearOf("etablissement: { annee-scolaire: 2026-2028 }")).toMatchObject({ args: ["2026-2028"] });
  expect(yearOf("etablissement: { annee-scolaire: 2026 }")).toHaveProperty("text");
});

test("what stands in a base is changed there", () => {
  const next = yearOf(`
#- a/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
etablissement: { nom: A }
#- base.pronote.yaml
etablissement: { annee-scolaire: 2026-2027 }
`);
  expect("sure" in next && next.sure.map(({ at }) => at.block.uri.split("/").at(-1))).toEqual([
    "base.pronote.yaml",
  ]);
});
