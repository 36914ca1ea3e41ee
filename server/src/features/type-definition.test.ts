import { expect, test } from "vitest";
import { fixture } from "../../../test/support/fixture.ts";
import { typeDefinition } from "./type-definition.ts";

/** The page that the type definition at the cursor leads to. */
function pageAt(source: string): string | undefined {
  const { context, position } = fixture(source);
  const [target] = typeDefinition(context, { position }) ?? [];
  return target && "targetUri" in target ? target.targetUri : target?.uri;
}

test.each([
  ["a key", "espaces: { parents: { pub$0lie: true } }", "espaces/parents/publie"],
  ["a value", "espaces: { parents: { publie: tr$0ue } }", "espaces/parents/publie"],
  ["a section", "esp$0aces: {}", "espaces"],
  ["a key in block style", "classes:\n  6E1:\n    periodi$0cite: trimestriel\n", "classes/%2A/periodicite"],
  ["the name of a thing", "classes: { 6$0E1: {} }", "classes/%2A"],
  ["a name that is mentioned", "professeurs: { a: { profil: Pro$0fil 1 } }", "professeurs/%2A/profil"],
  ["a mention that is a key", "classes: { 6E1: { services: { FR$0ANC: a } } }", "classes/%2A/services/%2A"],
  [
    "a value in short form",
    "classes: { 6E1: { services: { FRANC: mar$0tin } } }",
    "classes/%2A/services/%2A/professeurs",
  ],
  ["an item", "herite-de:\n  - ../a$0.pronote.yaml\n", "herite-de"],
  [
    "an anchor's value",
    "espaces:\n  parents: &a\n    publie: tr$0ue\n  eleves: *a\n",
    "espaces/parents/publie",
  ],
  ["an alias", "espaces:\n  parents: &a { publie: true }\n  eleves: *$0a\n", "espaces/eleves"],
  ["a key with an accent in two characters", "matieres: { Me\u0301$0d: {} }", "matieres/%2A"],
  ["a key of a text that cannot be read", "espaces: { parents: { pub$0lie: true\n", "espaces/parents/publie"],
  ["an unknown key", "espaces: { parents: { xy$0z: true } }", undefined],
  ["a key below an unknown one", "xyz: { parents: { pub$0lie: true } }", undefined],
  ["a merge", "espaces:\n  parents: &a { publie: true }\n  eleves: { <$0<: *a }\n", undefined],
  ["nothing", "espaces: { parents: {} }\n$0", undefined],
])("the type definition of %s", (_, source, page) => {
  expect(pageAt(source)).toBe(page && `rentree-page:/keys/${page}.md`);
});

test("a client that takes links is told what they belong to, another one where they lead", () => {
  const { context, position } = fixture("espaces: { parents: { pub$0lie: true } }");
  const start = { line: 0, character: 0 };
  const targetUri = "rentree-page:/keys/espaces/parents/publie.md";
  const nowhere = { start, end: start };
  expect(typeDefinition(context, { position })).toEqual([
    {
      originSelectionRange: { start: { line: 0, character: 22 }, end: { line: 0, character: 28 } },
      targetUri,
      targetRange: nowhere,
      targetSelectionRange: nowhere,
    },
  ]);
  const client = { ...context.client, typeDefinitionLinks: false };
  expect(typeDefinition({ ...context, client }, { position })).toEqual([{ uri: targetUri, range: nowhere }]);
});

test("a client that shows no pages gets none", () => {
  const { context, position } = fixture("espaces: { parents: { pub$0lie: true } }");
  const client = { ...context.client, commands: new Set<string>() };
  expect(typeDefinition({ ...context, client }, { position })).toBeNull();
});
