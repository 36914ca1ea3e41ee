import { expect, test } from "vitest";
import type { DocumentSymbol } from "vscode-languageserver-types";
import { fixture } from "../../../test/support/fixture.ts";
import { documentSymbols } from "./document-symbols.ts";
import { workspaceSymbols } from "./workspace-symbols.ts";

const SOURCE = `
#- academie.pronote.yaml
matieres: { FRANC: {} }
#- ecole/etablissement.pronote.yaml
herite-de: ../academie.pronote.yaml$0
etablissement: { rne: 0759998K, nom: Collège }
professeurs:
  martin: { prenom: Alice, nom: MARTIN }
classes:
  6E1: { niveau: 6e, services: { FRANC: martin, EPS: martin } }
communication:
  modeles:
    lettres:
      Ma lettre: { texte: x }
`;

function outline(symbols: readonly DocumentSymbol[], indent = ""): string {
  return symbols
    .map(
      ({ name, detail, children = [] }) =>
        `${indent}${name}${detail ? ` (${detail})` : ""}\n${outline(children, `${indent}  `)}`,
    )
    .join("");
}

test("the outline has sections and named things, in the user's language", () => {
  const { context } = fixture(SOURCE, "fr");
  expect(outline(documentSymbols(context) as DocumentSymbol[])).toMatchInlineSnapshot(`
    "herite-de (Fichiers de base)
    etablissement (Établissement)
      rne (Numéro RNE)
      nom (Nom)
    professeurs (Professeurs)
      martin (Alice MARTIN)
    classes (Classes)
      6E1 (6e, 2 services)
    communication (Communication)
      modeles (Modèles)
        lettres (Lettres types)
          Ma lettre
    "
  `);
});

test("clients without hierarchical symbols get a flat list", () => {
  const { context } = fixture(SOURCE);
  const flat = documentSymbols({ ...context, client: { ...context.client, symbolTree: false } });
  expect(flat.find(({ name }) => name === "6E1")).toMatchObject({
    containerName: "classes",
    location: { uri: context.file.uri },
  });
});

test("workspace symbols are found in all files, with or without accents", () => {
  const { context } = fixture("classes: { Élite: {}, 6A: {} }\n");
  const names = (query: string) =>
    workspaceSymbols(context, { query }).map(({ name, containerName }) => `${name}, ${containerName}`);
  expect(names("elt")).toEqual(["Élite, Class, academie"]);
  expect(names("")).toHaveLength(2);
  expect(names("zz")).toEqual([]);
});
