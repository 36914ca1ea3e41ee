import { expect, test } from "vitest";
import { checkFindings } from "../../../test/support/check.ts";
import { parseFile } from "./file.ts";
import { scalarOf } from "./scalars.ts";
import { syntaxProblems } from "./syntax-problems.ts";

const read = (text: string) => {
  const { root } = parseFile("file:///a.pronote.yaml", text);
  return { value: root.pairs[0]?.value, faults: syntaxProblems(root) };
};

test.each([
  ["!!str x", "string", "x"],
  ["! x", "string", "x"],
  ["!<tag:yaml.org,2002:str> x", "string", "x"],
  ["!!str 5", "string", "5"],
  ["!!str 5", "number", undefined],
  ["!!str true", "boolean", undefined],
  ["!!str 'true'", "string", "true"],
  ["!!int 5", "integer", 5],
  ["!!int 5", "string", "5"],
  ["!!float 1.5", "number", 1.5],
  ["!!bool true", "boolean", true],
  ["&b !!bool true", "boolean", true],
  ["!!bool &b true", "boolean", true],
])("%s where a %s is wanted is %j", (source, type, expected) => {
  const { value, faults } = read(`a: ${source}\n`);
  expect(faults).toEqual([]);
  expect(value?.kind === "scalar" && scalarOf(value, type)).toBe(expected);
});

test.each([
  ["!!map { b: 1 }", "map"],
  ["!!map\n  b: 1", "map"],
  ["!!seq [1]", "list"],
  ["!!seq\n  - 1", "list"],
  ["!!str", "absent"],
  ["!!null", "absent"],
])("%j is a %s", (source, kind) => {
  const { value, faults } = read(`a: ${source}\n`);
  expect(faults).toEqual([]);
  expect(value?.kind).toBe(kind);
});

test.each([
  "!!int x",
  "!!int 1.5",
  "!!int '5'",
  "!!bool oui",
  "!!null x",
  "!!map x",
  "!!str { b: 1 }",
  "!!seq { b: 1 }",
  "!!set { b }",
  "!!binary aGVsbG8=",
  "!!timestamp 2026-09-01",
  "!ref x",
])("%s is an error: the tag contradicts the value, or would change it", (source) => {
  expect(read(`a: ${source}\n`).faults).toHaveLength(1);
});

test("a configuration with tags that agree has no finding, and a removal in text is a name", () => {
  checkFindings(`
!!str etablissement: !!map
  rne: !!str 0759998K
  nom: !!str ~
hebergement: !!map { mode: !!str heberge }
espaces:
  parents: { publie: !!bool true }
classes:
  6A: { periodicite: trimestriel, services: !!map { FRANC: { coefficient: !!int 2, actif: !!bool true } } }
`);
});
