import { expect, test } from "vitest";
import { fixture } from "../../../test/support/fixture.ts";
import { places } from "../../../test/support/places.ts";
import { documentHighlight } from "./document-highlight.ts";
import { references } from "./references.ts";

function referenced(source: string, includeDeclaration = true): string {
  const target = fixture(source);
  return places(
    target,
    references(target.context, { position: target.position, context: { includeDeclaration } }),
  );
}

const ACADEMIE = `
#- academie.pronote.yaml
profils-professeurs: { Mon pro$0fil: {}, Autre: { comme: Mon profil } }
#- a/etablissement.pronote.yaml
herite-de: ../academie.pronote.yaml
professeurs: { martin: { profil: Mon profil } }
deroulement: { revue: { empreinte: { profils-professeurs/Mon profil: "1:3f1c9a20" } } }
#- b/etablissement.pronote.yaml
herite-de: ../academie.pronote.yaml
profils-professeurs: { Mon profil: { mobile: true } }
#- c/etablissement.pronote.yaml
profils-professeurs: { Mon profil: {} }
`;

test("references to a name of a base are found in all heirs, and only there", () => {
  expect(referenced(ACADEMIE)).toMatchInlineSnapshot(`
    "a/etablissement.pronote.yaml:2 Mon profil
    a/etablissement.pronote.yaml:3 Mon profil
    academie.pronote.yaml:1 Mon profil
    academie.pronote.yaml:1 Mon profil
    b/etablissement.pronote.yaml:2 Mon profil"
  `);
});

test("in an establishment, only its own references and those of its bases are found", () => {
  const source = ACADEMIE.replace("$0", "").replace("profil: Mon profil }", "profil: Mon pro$0fil }");
  expect(referenced(source)).toMatchInlineSnapshot(`
    "a/etablissement.pronote.yaml:2 Mon profil
    a/etablissement.pronote.yaml:3 Mon profil
    academie.pronote.yaml:1 Mon profil
    academie.pronote.yaml:1 Mon profil"
  `);
});

test("declarations are left out if the client does not include them", () => {
  expect(referenced(ACADEMIE, false)).not.toContain("b/etablissement.pronote.yaml:2");
});

test("a mention that may be of several kinds is one of the kind that is declared", () => {
  const source =
    "niveaux: { 6e: {} }\nclasses: { 6E1: { niveau: 6e } }\ngroupes-eleves: { LATIN: { classes: [6$0e, 6E1] } }\n";
  expect(referenced(source)).toMatchInlineSnapshot(`
    "etablissement.pronote.yaml:1 6e
    etablissement.pronote.yaml:2 6e
    etablissement.pronote.yaml:3 6e"
  `);
});

test("there are no references for text that is not a name", () => {
  expect(referenced("etablissement: { nom: Coll$0ège }\n")).toBe("");
});

test("occurrences of a name in the file are highlighted, declarations as writes", () => {
  const { context, position } = fixture(
    "matieres: { FRANC: {} }\nclasses: { 6A: { services: { FR$0ANC: x } } }\n",
  );
  expect(
    documentHighlight(context, { position })?.map(({ range, kind }) => [range.start.line, kind]),
  ).toEqual([
    [0, 3],
    [1, 2],
  ]);
});

test("references are found in large files; those repeated by an alias are listed once", () => {
  const people = Array.from({ length: 150 }, (_, at) => `  p${at}: { nom: N${at} }\n`).join("");
  const classes = Array.from(
    { length: 60 },
    (_, at) => `  C${at}: { services: { A: p${at}, B: p${at + 1}, C: p${at + 2} } }\n`,
  ).join("");
  const source = `matieres: { A: {}, B: {}, C: {} }\nprofesseurs:\n${people}classes:\n${classes}  D0: { services: &same { A: p149 } }\n  D1: { services: *same }\n`;
  const at = (name: string) => source.replace(`  ${name}: {`, `  ${name.slice(0, 1)}$0${name.slice(1)}: {`);
  const lines = (name: string) =>
    referenced(at(name))
      .split("\n")
      .map((line) => Number(/:(\d+) /.exec(line)?.[1]));
  expect(lines("p2")).toEqual([5, 154, 155, 156]);
  expect(lines("p149")).toEqual([152, 214]);
  expect(lines("p120")).toEqual([123]);
});
