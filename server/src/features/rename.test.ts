import { expect, test } from "vitest";
import { findingsOf } from "../../../test/support/analysis.ts";
import { fixture } from "../../../test/support/fixture.ts";
import { edited } from "../../../test/support/places.ts";
import { scalarText } from "../schema/problems.ts";
import { prepareRename, rename } from "./rename.ts";

function renamed(source: string, newName: string): string {
  const target = fixture(source);
  return edited(target, rename(target.context, { position: target.position, newName }));
}

const ACADEMIE = `
#- academie.pronote.yaml
profils-professeurs: { Mon pro$0fil: {}, Autre: { comme: "Mon profil" } }
#- a/etablissement.pronote.yaml
herite-de: ../academie.pronote.yaml
professeurs: { martin: { profil: Mon profil } }
deroulement: { revue: { empreinte: { profils-professeurs/Mon profil: "1:3f1c9a20", profils-professeurs/Autre: "1:3f1c9a20" } } }
`;

test("a name is changed in the base, in its heirs and in fingerprints; quotes are kept", () => {
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

test("the new name is quoted if YAML needs it", () => {
  expect(
    renamed("professeurs: { mar$0tin: {} }\nclasses: { 6A: { professeur-principal: martin } }\n", "a, b"),
  ).toMatchInlineSnapshot(`
    "#- etablissement.pronote.yaml
    professeurs: { "a, b": {} }
    classes: { 6A: { professeur-principal: "a, b" } }
    "
  `);
});

test("renaming the key of a service renames the subject", () => {
  expect(
    renamed("matieres: { FRANC: {} }\nclasses: { 6A: { services: { FR$0ANC: x } } }\n", "FR"),
  ).toMatchInlineSnapshot(`
    "#- etablissement.pronote.yaml
    matieres: { FR: {} }
    classes: { 6A: { services: { FR: x } } }
    "
  `);
});

test("the placeholder is the name without quotes", () => {
  const { context, position } = fixture("professeurs: { 'mar$0tin': {} }\n");
  expect(prepareRename(context, { position })).toMatchObject({ placeholder: "martin" });
});

test.each([
  [
    "a predeclared name of PRONOTE",
    "profils-professeurs: { Prof$0il 1: {} }\n",
    "X",
    "PRONOTE has from the start",
  ],
  ["a name that exists already", "classes: { 6$0A: {}, 6B: {} }\n", "6B", "already a “6B”"],
  [
    "a name of another person",
    "professeurs: { mar$0tin: {} }\npersonnels: { durand: {} }\n",
    "durand",
    "already a “durand”",
  ],
  ["a reserved word", "classes: { 6$0A: {} }\n", "toutes", "stands for several"],
  ["an empty name", "classes: { 6$0A: {} }\n", "  ", "A name is needed"],
  ["a name with a NUL", "classes: { 6$0A: {} }\n", "6\0B", "no control characters"],
  ["a name of two lines", "classes: { 6$0A: {} }\n", "6\u2028B", "no control characters"],
  [
    "a name that is not declared",
    "classes: { 6A: { professeur-principal: ro$0ux } }\n",
    "x",
    "declared nowhere",
  ],
])("renaming refuses %s", (_, source, newName, reason) => {
  expect(() => renamed(source, newName)).toThrow(reason);
});

test("there is nothing to rename at text that is not a name", () => {
  const { context, position } = fixture("etablissement: { n$0om: x }\n");
  expect(prepareRename(context, { position })).toBeNull();
});

test("after a rename all references are resolved", () => {
  const target = fixture(ACADEMIE);
  const after = fixture(
    edited(target, rename(target.context, { position: target.position, newName: "Profil: A" })),
  );
  const ids = [...findingsOf(after.workspace).values()].flat().map(({ id }) => id);
  expect(ids).not.toContain("unknown-reference");
  expect(ids).not.toContain("yaml-syntax");
});

test.each(["@alice", "-", "no", "a: b", "a #b", "- a"])("a rename to %j is still that name", (newName) => {
  const source = "professeurs: { mar$0tin: {} }\nclasses:\n  6A:\n    professeur-principal: martin\n";
  const target = fixture(source);
  const texts = edited(target, rename(target.context, { position: target.position, newName }));
  const ids = [...findingsOf(fixture(texts).workspace).values()].flat().map(({ id }) => id);
  expect(ids).not.toContain("yaml-syntax");
  expect(ids).not.toContain("unknown-reference");
  expect(texts.split(scalarText(newName))).toHaveLength(3);
});

function annotated(source: string, changeAnnotations = true): readonly string[] {
  const { context, position } = fixture(source);
  const client = { ...context.client, changeAnnotations };
  const edit = rename({ ...context, client }, { position, newName: "Profil A" });
  const labels = edit?.changeAnnotations ?? {};
  return (edit?.documentChanges ?? []).flatMap((change) =>
    "textDocument" in change
      ? change.edits.map((one) => {
          const label = "annotationId" in one ? labels[one.annotationId]?.label : "here";
          return `${change.textDocument.uri.split("/").slice(-2)[0]}: ${label}`;
        })
      : [],
  );
}

test("changes in other establishments have a label of their own, where the client knows labels", () => {
  const fromHeir = ACADEMIE.replace("$0", "").replace("profil: Mon profil }", "profil: Mon pro$0fil }");
  const other = "#- b/etablissement.pronote.yaml\nherite-de: ../academie.pronote.yaml\n";
  const mention = "professeurs: { petit: { profil: Mon profil } }\n";
  expect([...new Set(annotated(fromHeir + other + mention))].toSorted()).toEqual([
    "a: here",
    "academie: here",
    "b: In other establishments",
  ]);
  expect(annotated(fromHeir + other + mention, false)).not.toContain("b: In other establishments");
  expect(new Set(annotated(ACADEMIE))).toEqual(new Set(["academie: here", "a: In other establishments"]));
  expect(annotated(fromHeir)).not.toContain("a: In other establishments");
});
