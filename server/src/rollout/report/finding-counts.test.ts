import { expect, test } from "vitest";
import { analysis } from "../../../../test/support/analysis.ts";
import { fixture } from "../../../../test/support/fixture.ts";
import { findingCounts } from "./finding-counts.ts";

function countsOf(source: string) {
  const { workspace } = fixture(source);
  const establishments = workspace.snapshots.map((snapshot) => ({
    members: snapshot.members.map(({ uri }) => uri),
    bases: snapshot.bases.map(({ uri }) => uri),
    findings: analysis.establishmentFindings(snapshot),
  }));
  return findingCounts(establishments, analysis.findingsOf(workspace)).map(({ errors }) => errors);
}

test("an error on a base counts for the establishments that have it; its own for all heirs", () => {
  const heirs = `
#- a/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
matieres: { FRANC: { libelle: Français } }
#- b/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
matieres: { MATHS: { libelle: Maths } }
#- c/etablissement.pronote.yaml
etablissement: {}
#- base.pronote.yaml
`;
  const clean = countsOf(`${heirs}classes: {}\n`);
  const missing = countsOf(`${heirs}classes: { 6A: { services: { FRANC: {} } } }\n`);
  expect(missing.map((count, at) => count - (clean[at] ?? 0))).toEqual([0, 1, 0]);
  const shape = countsOf(`${heirs}hebergement: { mode: ailleurs }\n`);
  expect(shape.map((count, at) => count - (clean[at] ?? 0))).toEqual([1, 1, 0]);
});

test("what is silenced does not count", () => {
  const errors = (comment: string) =>
    countsOf(`etablissement: {}\nclasses:\n${comment}  6A: { services: { FRANC: {} } }\n`)[0] ?? 0;
  expect(errors("")).toBe(errors("  # rentree-ignore missing-key: pour plus tard\n") + 1);
});
