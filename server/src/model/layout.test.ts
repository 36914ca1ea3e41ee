import { expect, test } from "vitest";
import { findingsOf } from "../../../test/support/analysis.ts";
import { checkFindings } from "../../../test/support/check.ts";
import { fixture, ROOT } from "../../../test/support/fixture.ts";
import { baseName } from "../base/uri.ts";
import { parseFile, unreadable } from "../syntax/file.ts";
import { BaseGraph } from "./layout.ts";
import { Workspace } from "./workspace.ts";

function projectsIn(source: string) {
  return fixture(source).workspace.layout.projects.map(({ folder, members, bases }) => ({
    folder: baseName(folder),
    members: members.map((uri) => uri.slice(ROOT.length + 1)),
    bases: bases.map(baseName),
  }));
}

test("an establishment is a folder with a marker and all files below it, down to the next marker", () => {
  expect(
    projectsIn(`
#- a/etablissement.pronote.yaml
#- a/classes.pronote.yml
#- a/deep/down/x.pronote.yaml
#- a/annexe/etablissement.pronote.yml
#- a/annexe/y.pronote.yaml
`),
  ).toEqual([
    {
      folder: "annexe",
      members: ["a/annexe/etablissement.pronote.yml", "a/annexe/y.pronote.yaml"],
      bases: [],
    },
    {
      folder: "a",
      members: ["a/classes.pronote.yml", "a/deep/down/x.pronote.yaml", "a/etablissement.pronote.yaml"],
      bases: [],
    },
  ]);
});

test.each(["file://", "vscode-test-web://mount", "memfs:"])("a marker may be at the root of %s", (root) => {
  const texts = {
    "etablissement.pronote.yaml": "herite-de: communs/base.pronote.yaml",
    "classes.pronote.yaml": "",
    "communs/base.pronote.yaml": "",
  };
  const files = Object.entries(texts).map(([path, text]) => parseFile(`${root}/${path}`, text));
  const { layout } = Workspace.empty([], "2026-08-25").with(files.map((file) => [file.uri, file]));
  expect(layout.projects).toEqual([
    {
      folder: root,
      members: [`${root}/classes.pronote.yaml`, `${root}/etablissement.pronote.yaml`],
      bases: [`${root}/communs/base.pronote.yaml`],
    },
  ]);
});

test("a file that a herite-de reaches is a base, not a member, wherever it is", () => {
  expect(
    projectsIn(`
#- etablissement.pronote.yaml
herite-de: [communs/un.pronote.yaml, communs/deux.pronote.yaml]
#- communs/un.pronote.yaml
herite-de: racine.pronote.yaml
#- communs/deux.pronote.yaml
herite-de: racine.pronote.yaml
#- communs/racine.pronote.yaml
`),
  ).toEqual([
    {
      folder: "academie",
      members: ["etablissement.pronote.yaml"],
      bases: ["deux.pronote.yaml", "un.pronote.yaml", "racine.pronote.yaml"],
    },
  ]);
});

test("cycles, markers and paths that lead outside are reported where they are written", () => {
  checkFindings(`
#- a.pronote.yaml
herite-de: b.pronote.yaml
#- b.pronote.yaml
herite-de: a.pronote.yaml
#          ^^^^^^^^^^^^^^ herite-de: “herite-de” goes round in a circle (“a.pronote.yaml → b.pronote.yaml → a.pronote.yaml”).
#- ecole/etablissement.pronote.yaml
herite-de:
  - ../a.pronote.yaml
  - ../../ailleurs.pronote.yaml
  # ^^^^^^^^^^^^^^^^^^^^^^^^^^^ herite-de: “../../ailleurs.pronote.yaml” is outside the folder that is checked; nothing is read there.
  - ../lycee/etablissement.pronote.yaml
  # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ herite-de: “../lycee/etablissement.pronote.yaml” is the file of an establishment: a base must be a file of its own.
#- lycee/etablissement.pronote.yaml
`);
});

test("two markers in one folder, a base with an RNE, herite-de in a member, a file of no establishment", () => {
  checkFindings(`
#- base-sans-heritier.pronote.yaml
herite-de: base.pronote.yaml
#^^^^^^^^ file-of-no-establishment: This file belongs to no establishment: there is no “etablissement.pronote.yaml” in its folder or above, and nothing inherits from it. Only its form is checked.
#- base.pronote.yaml
etablissement: { rne: 0759998K }
#                ^^^ herite-de: A base is shared by several establishments: it cannot contain the RNE of one of them.
#- ecole/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
#- ecole/etablissement.pronote.yml
format: 1
#^^^^^ two-markers: This folder has two files that make it an establishment: “etablissement.pronote.yaml” and “etablissement.pronote.yml”. Keep one.
#- ecole/membre.pronote.yaml
herite-de: ../base.pronote.yaml
#          ^^^^^^^^^^^^^^^^^^^^ herite-de: “herite-de” has an effect only in “etablissement.pronote.yaml” and in bases: nothing is taken over here.
#- seul.pronote.yaml
matieres: { FRANC: { libelle: Français } }
#^^^^^^^ file-of-no-establishment: This file belongs to no establishment: there is no “etablissement.pronote.yaml” in its folder or above, and nothing inherits from it. Only its form is checked.
`);
});

test("a base that is not in the workspace yet is to be read", () => {
  const { workspace } = fixture(`
#- etablissement.pronote.yaml
herite-de: la-bas/base.pronote.yaml
`);
  expect(workspace.layout.basesToRead).toEqual([`${ROOT}/la-bas/base.pronote.yaml`]);
});

test("a missing base is one finding, as its contents are unknown", () => {
  const marker = "file:///a/etablissement.pronote.yaml";
  const base = "file:///a/gone.pronote.yaml";
  const text =
    "herite-de: gone.pronote.yaml\nclasses: { 3A: { professeur-principal: roux } }\nprofesseurs: {}\n";
  const workspace = Workspace.empty(["file:///a"], "2026-08-25").with([
    [marker, parseFile(marker, text)],
    [base, unreadable(base, "missing")],
  ]);
  expect([...findingsOf(workspace).values()].flat().map(({ id }) => id)).toEqual(["herite-de"]);
});

test("the main file of another establishment is no base, and is not looked for", () => {
  const text = "herite-de: [../b/etablissement.pronote.yaml, ../c.pronote.yaml, ../../d.pronote.yaml]\n";
  const file = parseFile("file:///w/a/etablissement.pronote.yaml", text);
  expect(new BaseGraph(() => undefined, ["file:///w"]).namedIn(file)).toEqual(["file:///w/c.pronote.yaml"]);
});
