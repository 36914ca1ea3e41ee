import { expect, test } from "vitest";
import { plain } from "../../../test/support/effective.ts";
import { converted } from "../schema/convert.ts";
import { parseFile } from "../syntax/file.ts";
import { overlay, unite } from "./merge.ts";

const says = (source: string, name: string) =>
  converted(parseFile(`file:///${name}.pronote.yaml`, source)).value;

test("what one text writes and another takes away holds, and nothing that lies underneath", () => {
  const written = says("classes: { 6A: { libelle: A } }\n", "a");
  const cut = says("classes: { 6A: ~ }\n", "b");
  const below = says("classes: { 6A: { periodicite: trimestriel }, 6B: {} }\n", "c");
  for (const members of [
    [written, cut],
    [cut, written],
  ]) {
    const { value, problems } = unite(members);
    expect(problems).toEqual([]);
    expect(plain(value)).toEqual({ classes: { "6A": { libelle: "A" } } });
    expect(plain(overlay([value, below]))).toEqual({ classes: { "6A": { libelle: "A" }, "6B": {} } });
  }
});

test("what two texts take away is taken away, and what one does not finish the other may say", () => {
  const cut = says("classes: { 6A: ~ }\n", "a");
  for (const text of ["classes: { 6A: ~ }\n", "classes: { 6A: }\n"]) {
    const other = says(text, "b");
    for (const { value, problems } of [unite([cut, other]), unite([other, cut])]) {
      expect(plain(value)).toEqual({ classes: { "6A": "<removed>" } });
      expect(problems).toEqual([]);
    }
  }
});

test("the same value in two texts is repeated, and another one contradicts: then nobody knows which holds", () => {
  const one = says("classes: { 6A: { libelle: A } }\n", "a");
  const again = unite([one, says("classes: { 6A: { libelle: A } }\n", "b")]);
  expect(again.problems.map(({ id, at }) => [id, at.block.uri])).toEqual([
    ["repeated-value", "file:///b.pronote.yaml"],
  ]);
  expect(plain(again.value)).toEqual({ classes: { "6A": { libelle: "A" } } });
  const other = unite([one, says("classes: { 6A: { libelle: B } }\n", "b")]);
  expect(other.problems.map(({ id }) => id)).toEqual(["contradictory-values"]);
  expect(plain(other.value)).toEqual({ classes: { "6A": { libelle: "<unknown>" } } });
});

test("one text alone stays the same object", () => {
  const value = says("classes: { 6A: {} }\n", "a");
  expect(overlay([value])).toBe(value);
  expect(unite([value]).value).toBe(value);
});

test("what is merged of the same texts is the same object", () => {
  const a = says("classes: { 6A: { libelle: A } }\n", "a");
  const b = says("classes: { 6A: { periodicite: trimestriel } }\n", "b");
  expect(overlay([a, b])).toBe(overlay([a, b]));
});
