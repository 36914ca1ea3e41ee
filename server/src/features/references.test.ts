import { expect, test } from "vitest";
import { fixture } from "../../../test/support/fixture.ts";
import { places } from "../../../test/support/places.ts";
import { documentHighlight } from "./document-highlight.ts";
import { references } from "./references.ts";

function referenced(source: string, includeDeclaration = true): string {
  const fixed = fixture(source);
  return places(
    fixed,
    references(fixed.context, { position: fixed.position, context: { includeDeclaration } }),
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

test("finds a name of a base in all that stands on it, and nowhere else", () => {
  expect(referenced(ACADEMIE)).toMatchInlineSnapshot(`
    "a/etablissement.pronote.yaml:2 Mon profil
    a/etablissement.pronote.yaml:3 Mon profil
    academie.pronote.yaml:1 Mon profil
    academie.pronote.yaml:1 Mon profil
    b/etablissement.pronote.yaml:2 Mon profil"
  `);
});

test("finds the same from one of those that share it", () => {
  const source = ACADEMIE.replace("$0", "").replace("profil: Mon profil }", "profil: Mon pro$0fil }");
  expect(referenced(source).split("\n").toSorted()).toEqual(referenced(ACADEMIE).split("\n").toSorted());
});

test("leaves declarations out when told so", () => {
  expect(referenced(ACADEMIE, false)).not.toContain("b/etablissement.pronote.yaml:2");
});

test("a name means what is declared: a niveau is no class of the same name", () => {
  const source =
    "niveaux: { 6e: {} }\nclasses: { 6E1: { niveau: 6e } }\ngroupes-eleves: { LATIN: { classes: [6$0e, 6E1] } }\n";
  expect(referenced(source)).toMatchInlineSnapshot(`
    "etablissement.pronote.yaml:1 6e
    etablissement.pronote.yaml:2 6e
    etablissement.pronote.yaml:3 6e"
  `);
});

test("nothing for what is no name", () => {
  expect(referenced("etablissement: { nom: Coll$0ège }\n")).toBe("");
});

test("highlights the uses of a name in the file; its declaration is told apart", () => {
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

test("finds names among many, and what an alias repeats once", () => {
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
      .map((one) => Number(/:(\d+) /.exec(one)?.[1]));
  expect(lines("p2")).toEqual([5, 154, 155, 156]);
  expect(lines("p149")).toEqual([152, 214]);
  expect(lines("p120")).toEqual([123]);
});
