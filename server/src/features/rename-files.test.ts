import { expect, test } from "vitest";
import { fixture, ROOT } from "../../../test/support/fixture.ts";
import { edited } from "../../../test/support/places.ts";
import { willRenameFiles } from "./rename-files.ts";

const ACADEMIE = `
#- academie.pronote.yaml
herite-de: socle/socle.pronote.yaml
#- socle/socle.pronote.yaml
matieres: { FRANC: {} }
#- a/etablissement.pronote.yaml
herite-de: ../academie.pronote.yaml
#- b/etablissement.pronote.yaml
herite-de:
  - "../socle/socle.pronote.yaml"
  - ../academie.pronote.yaml
  - ../absente.pronote.yaml
`;

function renaming(...renames: readonly (readonly [from: string, to: string])[]): string {
  const target = fixture(ACADEMIE);
  const files = renames.map(([from, to]) => ({ oldUri: `${ROOT}/${from}`, newUri: `${ROOT}/${to}` }));
  return edited(target, willRenameFiles(target.context, { files }));
}

test("a renamed base is followed in all its heirs, and nothing else is rewritten", () => {
  expect(renaming(["academie.pronote.yaml", "académie 2026.pronote.yaml"])).toMatchInlineSnapshot(`
    "#- a/etablissement.pronote.yaml
    herite-de: ../académie 2026.pronote.yaml
    #- b/etablissement.pronote.yaml
    herite-de:
      - "../socle/socle.pronote.yaml"
      - ../académie 2026.pronote.yaml
      - ../absente.pronote.yaml
    "
  `);
});

test("a moved folder takes its bases along, in lists and in quotes", () => {
  expect(renaming(["socle", "communs/socle"])).toMatchInlineSnapshot(`
    "#- academie.pronote.yaml
    herite-de: communs/socle/socle.pronote.yaml
    #- b/etablissement.pronote.yaml
    herite-de:
      - "../communs/socle/socle.pronote.yaml"
      - ../academie.pronote.yaml
      - ../absente.pronote.yaml
    "
  `);
});

test("a moved heir finds its bases, and a missing one is left as it is", () => {
  expect(renaming(["b", "bassin/nord/b"])).toMatchInlineSnapshot(`
    "#- b/etablissement.pronote.yaml
    herite-de:
      - "../../../socle/socle.pronote.yaml"
      - ../../../academie.pronote.yaml
      - ../absente.pronote.yaml
    "
  `);
});

test("what moves together stays as it is, and so does what no path leads to", () => {
  expect(renaming(["a", "c"])).toBe("");
  expect(renaming(["a", "x/a"], ["academie.pronote.yaml", "x/academie.pronote.yaml"])).not.toContain("#- a/");
  expect(renaming(["soc", "autre"])).toBe("");
});

test("a base that the server has not read yet is followed too", () => {
  expect(renaming(["absente.pronote.yaml", "nouvelle.pronote.yaml"])).toContain("- ../nouvelle.pronote.yaml");
});

test("a name that YAML would read otherwise is quoted", () => {
  expect(renaming(["academie.pronote.yaml", "a: b #1.pronote.yaml"])).toContain(
    'herite-de: "../a: b #1.pronote.yaml"',
  );
});
