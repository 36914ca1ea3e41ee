import { expect, test } from "vitest";
import { checkFindings, checkFix, findingsIn } from "../../../test/support/check.ts";
import { plain } from "../../../test/support/effective.ts";
import { fixture } from "../../../test/support/fixture.ts";
import { meantName } from "../base/misspelling.ts";
import { establishmentOf } from "../model/establishment.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { rootSchema, type Schema, schemasIn } from "./schema.ts";

const rights = (text: string) => `profils-professeurs: { Profil 1: { autorisations: { ${text} } } }\n`;

test("a right and a category that are nearly known ones are told, once each", () => {
  checkFindings(`
profils-professeurs:
  Profil 1:
    autorisations:
      communication: { difuser-informations: true }
#                      ^^^^^^^^^^^^^^^^^^^^ doubtful-key: “difuser-informations” is not known. Did you mean “diffuser-informations”?
      Notes: { saisir-devoir: true }
#     ^^^^^ doubtful-key: “Notes” is not known. Did you mean “notes”?
#              ^^^^^^^^^^^^^ doubtful-key: “saisir-devoir” is not known. Did you mean “saisir-devoirs”?
`);
});

test("what is far from all known names is left alone", () => {
  expect(
    findingsIn(fixture(rights("notes: { un-droit-nouveau: true }, une-categorie: { x: true }"))),
  ).toEqual([]);
});

test("beside the known name, only another spelling of it is told", () => {
  checkFindings(`
profils-professeurs:
  Profil 1:
    autorisations:
      communication: { difuser-informations: true, diffuser-informations: true }
      notes: { saisir-devoirs: true, Saisir-devoirs: true }
#                                    ^^^^^^^^^^^^^^ doubtful-key: “Saisir-devoirs” is not known; “saisir-devoirs” is already written here.
`);
});

test("the nearest key is the fix", () => {
  checkFix(
    { id: "doubtful-key" },
    rights("communication: { difuser-informations: true }"),
    rights("communication: { diffuser-informations: true }"),
  );
});

test("a value that is nearly a known one is told; what depends on it is unknown", () => {
  checkFindings(`
etablissement:
  rne: 0759998K
  nom: Lycée polyvalent des Tilleuls
  type: lycée polivalent
#       ^^^^^^^^^^^^^^^^ doubtful-value: “lycée polivalent” is not among the known values of “Type of establishment”. Did you mean “lycee-polyvalent”?
  academie: Orleans-Tours
#           ^^^^^^^^^^^^^ doubtful-value: “Orleans-Tours” is not among the known values of “Académie”. Did you mean “Orléans-Tours”?
classes:
  3A: { periodicite: trimestriel, positionnement: echelle-1-4 }
`);
});

test("a key or a value that differs in spelling only counts as the known one", () => {
  const { snapshots } = fixture(`
etablissement: { type: Lycée polyvalent }
personnels: { durand: { fonction: Secretaire } }
${rights("Notes: { saisir_devoirs: true }")}`).workspace;
  const values = plain(establishmentOf(snapshots[0] as Snapshot).value);
  expect(values).toEqual({
    etablissement: { type: "lycee-polyvalent" },
    personnels: { durand: { fonction: "Secrétaire" } },
    "profils-professeurs": { "Profil 1": { autorisations: { notes: { "saisir-devoirs": true } } } },
  });
});

test("a fonction that is not recognised makes no name unknown; the case of a label, and a feminine, are no fault", () => {
  checkFindings(`
personnels:
  durand: { fonction: Principal ajoint }
#                     ^^^^^^^^^^^^^^^^ doubtful-value: “Principal ajoint” is not among the known values of “Function”. Did you mean “Principal adjoint”?
  petit: { fonction: Principale adjointe }
  roux: { fonction: cpe }
  moreau: { type-fonction: vie Scolaire }
salles: { Salle A: { gestionnaires: [Principal adjoint, Principale adjointe, cpe] } }
`);
});

test("no known name is told as a near miss of another", () => {
  const lists: (readonly string[])[] = [];
  const seen = new Set<Schema>();
  const walk = (schema: Schema) => {
    if (seen.has(schema)) return;
    seen.add(schema);
    if (schema.open) lists.push([...schema.properties.keys()]);
    if (schema.suggestions) lists.push(schema.suggestions);
    for (const below of schemasIn(schema)) walk(below);
    if (schema.items) walk(schema.items);
  };
  walk(rootSchema);
  expect(lists.length).toBeGreaterThan(30);
  for (const list of lists) {
    for (const name of list) {
      const others = list.filter((other) => other !== name);
      expect([name, meantName(name, others)]).toEqual([name, undefined]);
    }
  }
});
