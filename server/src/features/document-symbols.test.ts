import { expect, test } from "vitest";
import { type DocumentSymbol, SymbolKind } from "vscode-languageserver-types";
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

test("things have the symbol kind of what they are, for a client that has it", () => {
  const { context } = fixture(SOURCE);
  const kindOf = (name: string, all: readonly DocumentSymbol[]): SymbolKind | undefined =>
    all.find((one) => one.name === name)?.kind ??
    all.map(({ children = [] }) => kindOf(name, children)).find(Boolean);
  const symbols = documentSymbols(context) as DocumentSymbol[];
  expect([kindOf("6E1", symbols), kindOf("martin", symbols), kindOf("Ma lettre", symbols)]).toEqual([
    SymbolKind.Class,
    SymbolKind.Object,
    SymbolKind.Struct,
  ]);
  const client = { ...context.client, documentSymbolKind: (kind: SymbolKind) => kind <= SymbolKind.Array };
  const first = documentSymbols({ ...context, client }) as DocumentSymbol[];
  expect([kindOf("6E1", first), kindOf("martin", first)]).toEqual([SymbolKind.Class, SymbolKind.Field]);
  const found = workspaceSymbols(context, { query: "6E1" });
  expect(found.map(({ kind }) => kind)).toEqual([SymbolKind.Class]);
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
