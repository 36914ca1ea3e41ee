import { expect, test } from "vitest";
import type { CompletionList } from "vscode-languageserver-types";
import { accepted, offered, shown } from "../../../test/support/complete.ts";
import { fixture } from "../../../test/support/fixture.ts";
import { completionList } from "./completion.ts";

const SCHOOL = `
#- ecole/etablissement.pronote.yaml
etablissement: { rne: 0759998K, nom: Collège des Tilleuls }
hebergement: { mode: heberge }
#- ecole/personnes.pronote.yaml
professeurs:
  martin: { nom: MARTIN }
  "l'hôte": { nom: HOTE }
personnels:
  durand: { fonction: CPE }
matieres: { FRANC: {}, EPS: {} }
periodes: { trimestriel: { Trimestre 1: { debut: 2026-09-01, fin: 2026-11-27 } } }
`;

test("keys are offered except existing ones, the required ones first", () => {
  expect(offered("etablissement:\n  nom: x\n  $0")).toMatchInlineSnapshot(`
    "rne | text, required | RNE number
    type | college | lycee-general-et-technologique | … | Type of establishment
    annee-scolaire | text | School year
    version | text | Version of PRONOTE
    academie | Aix-Marseille | Amiens | Besançon | Bordeaux | … | Académie
    chef-etablissement | name | Head of the establishment
    contacts-vie-scolaire | names | School-life contacts
    referents-harcelement | names | Anti-bullying contacts"
  `);
});

test("a key of an earlier version is read, but not offered", () => {
  const rights = offered(
    "profils-professeurs:\n  Profil 1:\n    autorisations:\n      communication:\n        $0",
  );
  expect(rights).toContain("communiquer-avec-toutes-les-classes");
  expect(rights).not.toContain("discuter-");
});

test("for a client that supports item defaults, the list gives the edit range once", () => {
  const target = fixture(
    `${SCHOOL}\n#- ecole/classes.pronote.yaml\nclasses:\n  6E1: { professeur-principal: m$0 }`,
  );
  const { context, position } = target;
  const items = shown(target);
  const list = completionList(context, { position }) as CompletionList;
  expect(items.map(({ label }) => label)).toEqual(["martin", "l'hôte"]);
  expect(list.itemDefaults).toEqual({
    editRange: { start: { ...position, character: position.character - 1 }, end: position },
    data: items[0]?.data,
  });
  expect(list.items.map(({ label, textEditText }) => textEditText ?? label)).toEqual(
    items.map(({ textEdit }) => textEdit?.newText),
  );
  expect(list.items.some(({ textEdit, data }) => textEdit || data)).toBe(false);
  const plain = { ...context, client: { ...context.client, completionDefaults: false } };
  expect(completionList(plain, { position })).toEqual(items);
});

test("details are in the language of the client", () => {
  expect(offered("hebergement:\n  $0", "fr")).toMatchInlineSnapshot(`
    "mode | heberge | non-heberge, obligatoire | Mode d'hébergement
    numero | texte | Numéro d'hébergement
    console | texte | Console d'hébergement
    bascule | clés | Bascule vers l'hébergement
    bascule | clés | avec toutes les options"
  `);
});

test.each([
  ["a key with its required keys", "$0", "etablissement", "etablissement:\n  rne: $1\n  nom: $2"],
  [
    "after a colon without a space",
    "hebergement:$0",
    "mode",
    "hebergement:\n  mode: ‹1|heberge,non-heberge|›",
  ],
  [
    "a value after a colon without a space",
    "hebergement:\n  mode:$0",
    "heberge",
    "hebergement:\n  mode: heberge",
  ],
  ["in a flow map", "hebergement: { $0 }", "mode", "hebergement: { mode: ‹1|heberge,non-heberge|› }"],
  [
    "in a flow map that is not closed",
    "hebergement: { $0",
    "mode",
    "hebergement: { mode: ‹1|heberge,non-heberge|›",
  ],
  ["a new flow map", "hebergement: { bascule:$0 }", "date", "hebergement: { bascule: { date: $1 } }"],
  ["a boolean as a choice", "edt:\n  $0", "droit-connexion", "edt:\n  droit-connexion: ‹1|true,false|›"],
  ["an enumeration as a choice", "edt:\n  $0", "licence", "edt:\n  licence: ‹1|reseau,monoposte,aucune|›"],
  ["a map of names, on a new line", "$0", "classes", "classes:\n  $1"],
  ["with the line ends of the file", "format: 1\r\n$0", "classes", "format: 1\r\nclasses:\r\n  $1"],
  [
    "on a line indented too far",
    "etablissement:\n  rne: 0759998K\n     $0",
    "nom",
    "etablissement:\n  rne: 0759998K\n  nom: $1",
  ],
  ["in the place of an existing key", "etablissement:\n  no$0m: x", "type", "etablissement:\n  type: x"],
  [
    "a secret as a reference",
    "communication:\n  e-mails:\n    smtp:\n      $0",
    "mot-de-passe",
    "communication:\n  e-mails:\n    smtp:\n      mot-de-passe: { env: $1 }",
  ],
])("inserts %s", (_, source, label, expected) => {
  expect(accepted(source, label)).toBe(expected);
});

test("a small map has a second completion with all of its keys", () => {
  expect(accepted("communication:\n  discussions:\n    $0", "horaires", 1)).toMatchInlineSnapshot(`
    "communication:
      discussions:
        horaires:
          debut: $1
          fin: $2"
  `);
});

test("values are offered with their meanings", () => {
  expect(offered("classes:\n  6A:\n    periodicite: $0")).toMatchInlineSnapshot(`
    "trimestriel | By trimester
    semestriel | By semester
    annee-continue | Over the whole year"
  `);
});

test("names of other files are offered with their kind and file", () => {
  expect(
    offered(`${SCHOOL}#- ecole/classes.pronote.yaml\nclasses: { 6A: { professeur-principal: $0 } }\n`),
  ).toMatchInlineSnapshot(`
    "martin | Teacher, personnes.pronote.yaml
    l'hôte | HOTE, Teacher, personnes.pronote.yaml"
  `);
});

test("a name is quoted if YAML needs it", () => {
  expect(
    accepted(
      `${SCHOOL}#- ecole/classes.pronote.yaml\nclasses: { 6A: { professeur-principal: $0 } }\n`,
      "l'hôte",
    ),
  ).toMatchInlineSnapshot(`
    "classes: { 6A: { professeur-principal: "l'hôte" } }
    "
  `);
});

test("declared names are offered as keys", () => {
  expect(
    offered(`${SCHOOL}#- ecole/classes.pronote.yaml\nclasses: { 6A: { services: { $0 } } }\n`),
  ).toMatchInlineSnapshot(`
    "FRANC | Subject, personnes.pronote.yaml
    EPS | Subject, personnes.pronote.yaml"
  `);
});

test("items of an empty list are offered", () => {
  const text = `${SCHOOL}#- ecole/classes.pronote.yaml\nclasses:\n  6A:\n    professeur-principal:\n      $0\n`;
  expect(accepted(text, "martin")).toMatchInlineSnapshot(`
    "classes:
      6A:
        professeur-principal:
          - martin
    "
  `);
});

test("`comme` is not completed with names that would make a cycle", () => {
  expect(offered("classes:\n  6A: { comme: $0 }\n  6B: { comme: 6A }\n  6C: { comme: 6B }\n  6D: {}\n")).toBe(
    "6D | Class, etablissement.pronote.yaml",
  );
});

test("files that may be a base are offered", () => {
  const source = `
#- ecole/etablissement.pronote.yaml
herite-de: $0
#- ecole/classes.pronote.yaml
classes: {}
#- academie.pronote.yaml
matieres: {}
`;
  expect(offered(source)).toBe("../academie.pronote.yaml");
});

test("keys of rights are taken from the catalogue", () => {
  expect(
    offered("profils-professeurs:\n  Profil 1:\n    autorisations:\n      rencontres:\n        $0"),
  ).toMatchInlineSnapshot(`
    "acceder-aux-rencontres | yes or no | Access meetings
    saisir-desiderata | yes or no | Enter one's desiderata
    saisir-indisponibilites | yes or no | Enter when one is unavailable"
  `);
});

test("in comments only suppression directives and rule ids are offered", () => {
  expect(offered("# $0")).toBe("rentree-ignore\nrentree-ignore-file");
  expect(offered("# rentree-ignore unknown-ref$0").split("\n")).toContain("unknown-reference");
  expect(offered("# rentree-ignore unknown-reference $0")).toBe("2027-08-31");
  expect(offered("# Les classes $0")).toBe("");
});

test("nothing is offered inside a block scalar", () => {
  expect(offered("etablissement:\n  nom: |\n    Collège $0\n")).toBe("");
});

test("in a base, names are those of the base and those that all its heirs declare", () => {
  const source = `
#- academie.pronote.yaml
niveaux: { 3e: {} }
classes: { 6A: { niveau: $0 } }
#- a/etablissement.pronote.yaml
herite-de: ../academie.pronote.yaml
niveaux: { 6e: {}, Ulis: {} }
#- b/etablissement.pronote.yaml
herite-de: ../academie.pronote.yaml
niveaux: { 6e: {}, Segpa: {} }
`;
  const names = offered(source);
  for (const name of ["3e |", "6e |"]) expect(names).toContain(name);
  for (const name of ["Ulis", "Segpa"]) expect(names).not.toContain(name);
  const inHeir = offered(
    source.replace("$0", "3e").replace("niveaux: { 6e: {}, Ulis: {} }", "$&\nclasses: { B: { niveau: $0 } }"),
  );
  expect(inHeir).toContain("Ulis");
  expect(inHeir).not.toContain("Segpa");
});
