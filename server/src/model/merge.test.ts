import { expect, test } from "vitest";
import { plain } from "../../../test/support/effective.ts";
import { converted } from "../schema/convert.ts";
import { parseFile } from "../syntax/file.ts";
import { overlay, sameValue, unite } from "./merge.ts";

const convertedValue = (source: string, name: string) =>
  converted(parseFile(`file:///${name}.pronote.yaml`, source)).value;

test("a value that one member writes and another removes counts, and hides what is below", () => {
  const written = convertedValue("classes: { 6A: { libelle: A } }\n", "a");
  const removed = convertedValue("classes: { 6A: ~ }\n", "b");
  const below = convertedValue("classes: { 6A: { periodicite: trimestriel }, 6B: {} }\n", "c");
  for (const members of [
    [written, removed],
    [removed, written],
  ]) {
    const { value, problems } = unite(members);
    expect(problems).toEqual([]);
    expect(plain(value)).toEqual({ classes: { "6A": { libelle: "A" } } });
    expect(plain(overlay([value, below]))).toEqual({ classes: { "6A": { libelle: "A" }, "6B": {} } });
  }
});

test("a key that is removed in one member, and removed or unfinished in the other, is removed", () => {
  const removed = convertedValue("classes: { 6A: ~ }\n", "a");
  for (const text of ["classes: { 6A: ~ }\n", "classes: { 6A: }\n"]) {
    const other = convertedValue(text, "b");
    for (const { value, problems } of [unite([removed, other]), unite([other, removed])]) {
      expect(plain(value)).toEqual({ classes: { "6A": "<removed>" } });
      expect(problems).toEqual([]);
    }
  }
});

test("an equal value in two members is repeated; different values contradict each other, and the result is unknown", () => {
  const one = convertedValue("classes: { 6A: { libelle: A } }\n", "a");
  const again = unite([one, convertedValue("classes: { 6A: { libelle: A } }\n", "b")]);
  expect(again.problems.map(({ id, at }) => [id, at.block.uri])).toEqual([
    ["repeated-value", "file:///b.pronote.yaml"],
  ]);
  expect(plain(again.value)).toEqual({ classes: { "6A": { libelle: "A" } } });
  const other = unite([one, convertedValue("classes: { 6A: { libelle: B } }\n", "b")]);
  expect(other.problems.map(({ id }) => id)).toEqual(["contradictory-values"]);
  expect(plain(other.value)).toEqual({ classes: { "6A": { libelle: "<unknown>" } } });
});

test("a single value is not copied", () => {
  const value = convertedValue("classes: { 6A: {} }\n", "a");
  expect(overlay([value])).toBe(value);
  expect(unite([value]).value).toBe(value);
});

test("merging the same values gives the same object", () => {
  const a = convertedValue("classes: { 6A: { libelle: A } }\n", "a");
  const b = convertedValue("classes: { 6A: { periodicite: trimestriel } }\n", "b");
  expect(overlay([a, b])).toBe(overlay([a, b]));
});

test("values of different kinds are not the same", () => {
  const file = parseFile("file:///a.pronote.yaml", "classes: { 6A: {} }\nformat: 1\nsalles: {}\n");
  const { value } = converted(file);
  const [classes, format, salles] = ["classes", "format", "salles"].map((key) => value.get(key)!);
  expect(sameValue(classes!, classes!)).toBe(true);
  for (const [one, other] of [
    [classes, format],
    [format, classes],
    [classes, salles],
  ] as const)
    expect(sameValue(one!, other!)).toBe(false);
});
