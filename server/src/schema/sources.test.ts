import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { rootSchema, type Schema } from "./schema.ts";
import { citationOf, citationsOf } from "./sources.ts";

/** The lists of codes in a file of `schemas/`, under a key. */
function codesIn(file: string, key: string): readonly string[] {
  const found: string[] = [];
  const text = readFileSync(new URL(`../../../schemas/${file}`, import.meta.url), "utf8");
  parse(text, (name: unknown, value: unknown) => {
    if (name === key) found.push(...(value as readonly string[]));
    return value;
  });
  return found;
}

function seeds(schema: Schema, seen = new Set<Schema>()): readonly string[] {
  if (seen.has(schema)) return [];
  seen.add(schema);
  const below = [...schema.properties.values(), schema.additional, schema.items];
  return [...(schema.seed ?? []), ...below.flatMap((one) => (one ? seeds(one, seen) : []))];
}

test.each([
  ["the schemas", () => seeds(rootSchema)],
  ["the permissions", () => codesIn("permissions.yaml", "source")],
  ["the checklist", () => codesIn("checklist.yaml", "seed")],
])("every code of a document in %s has a citation", (_, codes) => {
  expect(codes().length).toBeGreaterThan(50);
  expect(codes().filter((code) => !citationOf(code))).toEqual([]);
});

test("a code that stands for several takes its number along", () => {
  expect(citationOf("KB-4232")?.fr).toBe("Index Éducation, base de connaissances, fiche 4232");
  expect(citationOf("GP2019-p4")?.en).toBe("Guide pratique PRONOTE 2019, page 4");
  expect(citationOf("GP2019")?.en).toBe("Guide pratique PRONOTE 2019");
});

test("an unknown code, a part of one and a name of every object have none", () => {
  expect(["KB", "KB-", "S99-01", "constructor", ""].map(citationOf)).toEqual(Array(5).fill(undefined));
});

test("a document is cited once, whatever the number of its statements", () => {
  expect(citationsOf(["S07-01", "S08-02", "unknown", "S02-04"]).map(({ fr }) => fr)).toEqual([
    "La rentrée PRONOTE 2019, «\u00a0Paramétrage général\u00a0»",
    "La rentrée PRONOTE 2019, «\u00a0Installation\u00a0»",
  ]);
});
