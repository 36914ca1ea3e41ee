import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { fixture } from "../../../test/support/fixture.ts";
import { LANGUAGE_EXAMPLE } from "../../../test/support/language-example.ts";
import { exportedSchema } from "./export.ts";

const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(exportedSchema("en"));

/** The errors of a tool that knows only JSON Schema: path and keyword. */
function faults(text: string): readonly string[] {
  validate(parse(text, { merge: true }));
  return (validate.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);
}

const EXAMPLE = [...fixture(LANGUAGE_EXAMPLE).texts.values()];

test("the exported schema accepts what the language allows: short forms, single references, names like numbers, removals", () => {
  expect(EXAMPLE.map(faults)).toEqual([[], [], []]);
  expect(
    faults("classes: { 61: ~, 6E1: { professeur-principal: 12, services: { 7: [martin, 12] } } }"),
  ).toEqual([]);
  expect(faults("classes:\n  6A:\n")).toEqual([]);
  expect(faults("edt: { prise-en-compte: 7 }")).toEqual([]);
  expect(faults("")).toEqual([]);
});

test("the exported schema accepts the examples", () => {
  const folder = join(import.meta.dirname, "../../../examples");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.pronote\.ya?ml$/.test(name) && !name.startsWith("college-a-corriger"))
    .map((name) => [name, faults(readFileSync(join(folder, name), "utf8"))] as const);
  expect(files.length).toBeGreaterThan(10);
  expect(files.filter(([, found]) => found.length > 0)).toEqual([]);
});

test.each([
  ["classses: {}", " additionalProperties"],
  ["espaces: { parents: { publie: oui } }", "/espaces/parents/publie type"],
  ["hebergement: { mode: hébergé }", "/hebergement/mode enum"],
  ["periodes: { trimestriel: { T1: { debut: 01/09/2026 } } }", "/periodes/trimestriel/T1/debut pattern"],
  ["classes: [6A]", "/classes type"],
  [
    "classes: { 6A: { services: { FRANC: { coefficient: deux } } } }",
    "/classes/6A/services/FRANC/coefficient type",
  ],
  ["professeurs: { martin: { nom: [MARTIN] } }", "/professeurs/martin/nom type"],
])("the exported schema refuses what the language refuses: %s", (text, fault) => {
  expect(faults(text)).toContain(fault);
});

test("the exported schema has what the catalogue of schemas asks for, and says what it cannot say", () => {
  const { $schema, $id, title, description } = exportedSchema("en");
  expect($schema).toBe("http://json-schema.org/draft-07/schema#");
  expect($id).toBe("https://www.schemastore.org/pronote.json");
  expect(title).toBe("PRONOTE configuration");
  expect(description).toContain("Which names exist");
  expect(exportedSchema("fr")["description"]).toContain("Quels noms existent");
  // The catalogue's check is strict.
  expect(() => new Ajv({ strict: true, allowUnionTypes: true }).compile(exportedSchema("fr"))).not.toThrow();
});

test("nothing in the exported schema leads out of it", () => {
  const references = [...JSON.stringify(exportedSchema("en")).matchAll(/"\$ref":"([^"]*)"/g)];
  expect(references.length).toBeGreaterThan(20);
  expect(references.filter(([, target = ""]) => !target.startsWith("#/definitions/"))).toEqual([]);
});

test("the exported schema is in one language only", () => {
  const english = JSON.stringify(exportedSchema("en"));
  const french = JSON.stringify(exportedSchema("fr"));
  expect(english).toContain("Other tools read text such as 6E1");
  expect(french).toContain("D'autres outils lisent comme des nombres");
  expect(french).not.toContain("Other tools");
  expect(JSON.parse(french).properties.classes.title).toBe("Classes");
  expect(english).not.toMatch(/"required":|"x-/);
});

test("what is used in several places is defined once", () => {
  const schema = exportedSchema("en");
  const uses = new Map<string, number>();
  for (const [, name = ""] of JSON.stringify(schema).matchAll(/"#\/definitions\/([^"]+)"/g))
    uses.set(name, (uses.get(name) ?? 0) + 1);
  expect([...uses.keys()].sort()).toEqual(Object.keys(schema["definitions"] as object).sort());
  expect([...uses.values()].filter((count) => count < 2)).toEqual([]);
  // Names as keys, below which schemas are shared as well.
  expect([...uses.keys()]).toEqual(expect.arrayContaining(["publie", "services", "email"]));
});
