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
  const { workspace, texts } = school;
  const next = yearOf(school);
  if ("text" in next) throw new Error(next.text);
  const [uri = ""] = texts.keys();
  const file = workspace.files.get(uri);
  const edits = [...next.sure, ...next.proposed].flatMap(({ at, newText }) =>
    file ? [{ range: rangeOf(file, at), newText }] : [],
  );
  const text = applyTextEdits(texts.get(uri) ?? "", edits);
  expect(text).toBe(`etablissement: { annee-scolaire: 2027-2028, version: 2027 } # l'année
serveurs:
  serveur: { version: 2027 }
  relais: { version: 2025 }
periodes:
  trimestriel:
    T1: { debut: 2027-08-31, fin: 2027-11-29 } # lundi
    T2: { comme: T1, fin: bientôt }
`);
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
