import { expect, test } from "vitest";
import { analysis, findingsOf } from "../../../test/support/analysis.ts";
import { fixture, ROOT } from "../../../test/support/fixture.ts";
import { changeFile } from "../syntax/file.ts";
import { preliminaryFileFindings, preliminaryFindings } from "./preliminary.ts";

const SOURCE = `
#- academie.pronote.yaml
classes: { 6A: { professeur-principal: roux, libele: A } }
professeurs: {}
#- ecole/etablissement.pronote.yaml
herite-de: ../academie.pronote.yaml
# rentree-ignore boolean-word: plus utile
classes: { 6B: { professeur-principal: petit, libele: B } }
etablissement: { rne: 0759998K, nom: A }
#- lycee/etablissement.pronote.yaml
herite-de: ../academie.pronote.yaml
etablissement: { rne: 0759998K, nom: B }
`;
const { workspace } = fixture(SOURCE);
const file = (name: string) => workspace.files.get(`${ROOT}/${name}.pronote.yaml`)!;
const ids = (findings: readonly { readonly id: string }[]) => findings.map(({ id }) => id).sort();

test("without its establishment, the findings of a file by itself are certain", () => {
  expect(ids(preliminaryFileFindings(analysis, workspace, file("ecole/etablissement")))).toEqual([
    "unknown-key",
  ]);
  expect(ids(preliminaryFileFindings(analysis, workspace, file("academie")))).toEqual(["unknown-key"]);
});

test("for a member, the findings of its establishment are certain, but not comparisons or unused suppressions", () => {
  const all = ids(findingsOf(workspace).get(file("lycee/etablissement").uri) ?? []);
  expect(all).toContain("rne-of-two-establishments");
  const certain = ids(preliminaryFindings(analysis, workspace, file("lycee/etablissement"), undefined));
  expect(certain).not.toContain("rne-of-two-establishments");
  expect(certain).toEqual(all.filter((id) => id !== "rne-of-two-establishments"));
  const own = ids(preliminaryFindings(analysis, workspace, file("ecole/etablissement"), undefined));
  expect(own).toContain("unknown-reference");
  expect(own).not.toContain("unused-suppression");
});

test("for a base, the earlier findings on unchanged text are kept", () => {
  const base = file("academie");
  expect(ids(preliminaryFindings(analysis, workspace, base, undefined))).toEqual(["unknown-key"]);
  const before = ids(findingsOf(workspace).get(base.uri) ?? []);
  expect(before).toContain("unknown-reference");
  expect(ids(preliminaryFindings(analysis, workspace, base, workspace))).toEqual(before);
  const line = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };
  const edited = changeFile(base, line, "classes: {}\n");
  const after = workspace.with([[base.uri, edited]]);
  expect(preliminaryFindings(analysis, after, edited, workspace)).toEqual([]);
});

test("preliminary findings can be suppressed too", () => {
  const silent = fixture(
    "# rentree-ignore unknown-key: nom à venir\nclasses: { 6B: { libele: B, professeur-principal: petit } }\nprofesseurs: {}\n",
  );
  expect(ids(preliminaryFileFindings(analysis, silent.workspace, silent.context.file))).toEqual([]);
  expect(ids(preliminaryFindings(analysis, silent.workspace, silent.context.file, undefined))).toContain(
    "unknown-reference",
  );
});
