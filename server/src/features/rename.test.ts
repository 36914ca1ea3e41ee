import { expect, test } from "vitest";
import { findingsOf } from "../../../test/support/analysis.ts";
import { fixture } from "../../../test/support/fixture.ts";
import { edited } from "../../../test/support/places.ts";
import { prepareRename, rename } from "./rename.ts";

function renamed(source: string, newName: string): string {
  const fixed = fixture(source);
  return edited(fixed, rename(fixed.context, { position: fixed.position, newName }));
}

const ACADEMIE = `
#- academie.pronote.yaml
profils-professeurs: { Mon pro$0fil: {}, Autre: { comme: "Mon profil" } }
#- a/etablissement.pronote.yaml
herite-de: ../academie.pronote.yaml
professeurs: { martin: { profil: Mon profil } }
deroulement: { revue: { empreinte: { profils-professeurs/Mon profil: "1:3f1c9a20", profils-professeurs/Autre: "1:3f1c9a20" } } }
`;

test("changes a name everywhere: base, heirs, fingerprints; keeps quotes", () => {
  expect(renamed(ACADEMIE, "Profil A")).toMatchInlineSnapshot(`
    "#- a/etablissement.pronote.yaml
    herite-de: ../academie.pronote.yaml
    professeurs: { martin: { profil: Profil A } }
    deroulement: { revue: { empreinte: { profils-professeurs/Profil A: "1:3f1c9a20", profils-professeurs/Autre: "1:3f1c9a20" } } }
    #- academie.pronote.yaml
    profils-professeurs: { Profil A: {}, Autre: { comme: "Profil A" } }
    "
  `);
});

test("quotes where the new name needs it", () => {
  expect(
    renamed("professeurs: { mar$0tin: {} }\nclasses: { 6A: { professeur-principal: martin } }\n", "a, b"),
  ).toMatchInlineSnapshot(`
    "#- etablissement.pronote.yaml
    professeurs: { "a, b": {} }
    classes: { 6A: { professeur-principal: "a, b" } }
    "
  `);
});

test("renames what a service's key means", () => {
  expect(
    renamed("matieres: { FRANC: {} }\nclasses: { 6A: { services: { FR$0ANC: x } } }\n", "FR"),
  ).toMatchInlineSnapshot(`
    "#- etablissement.pronote.yaml
    matieres: { FR: {} }
    classes: { 6A: { services: { FR: x } } }
    "
  `);
});

test("takes the name inside quotes as what is renamed", () => {
  const { context, position } = fixture("professeurs: { 'mar$0tin': {} }\n");
  expect(prepareRename(context, { position })).toMatchObject({ placeholder: "martin" });
});

test.each([
  ["a name that PRONOTE has", "profils-professeurs: { Prof$0il 1: {} }\n", "X", "PRONOTE has from the start"],
  ["a name that is taken", "classes: { 6$0A: {}, 6B: {} }\n", "6B", "already a “6B”"],
  [
    "a name among other people",
    "professeurs: { mar$0tin: {} }\npersonnels: { durand: {} }\n",
    "durand",
    "already a “durand”",
  ],
  ["a reserved word", "classes: { 6$0A: {} }\n", "toutes", "stands for several"],
  ["no name at all", "classes: { 6$0A: {} }\n", "  ", "A name is needed"],
  ["what is not declared", "classes: { 6A: { professeur-principal: ro$0ux } }\n", "x", "declared nowhere"],
])("refuses %s", (_, source, newName, why) => {
  expect(() => renamed(source, newName)).toThrow(why);
});

test("nothing where no name stands", () => {
  const { context, position } = fixture("etablissement: { n$0om: x }\n");
  expect(prepareRename(context, { position })).toBeNull();
});

test("leaves no reference behind", () => {
  const fixed = fixture(ACADEMIE);
  const after = fixture(
    edited(fixed, rename(fixed.context, { position: fixed.position, newName: "Profil: A" })),
  );
  const ids = [...findingsOf(after.workspace).values()].flat().map(({ id }) => id);
  expect(ids).not.toContain("unknown-reference");
  expect(ids).not.toContain("yaml-syntax");
});
