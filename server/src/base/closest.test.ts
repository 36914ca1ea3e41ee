import { expect, test } from "vitest";
import { closest, foldName } from "./closest.ts";

test.each([
  ["services-actifs", "services-actifs"],
  ["Services actifs", "services-actifs"],
  ["services_actifs", "services-actifs"],
  ["services - _actifs", "services-actifs"],
  ["élèves", "eleves"],
  ["e\u0301le\u0300ves", "eleves"],
  ["Vœux de l’élève", "voeux-de-l-eleve"],
  ["Œuvre d'art", "oeuvre-d-art"],
  ["6È1", "6e1"],
])("“%s” is folded to “%s”", (name, folded) => {
  expect(foldName(name)).toBe(folded);
});

test("the nearest name is found, wherever it is in the list", () => {
  expect(closest("mobyle", ["publie", "mobile", "module"])).toEqual(["mobile"]);
  expect(closest("mobyle", ["module", "mobile", "publie"])).toEqual(["mobile"]);
});

test("two names at the same distance are both returned; of three or more, none", () => {
  expect(closest("6C", ["6A", "6B"])).toEqual([]);
  expect(closest("6-C", ["6-A", "6-B", "5-D"])).toEqual(["6-A", "6-B"]);
  expect(closest("6-C", ["6-A", "6-B", "6-D"])).toEqual([]);
});

test("a nearer name replaces the farther ones found before it", () => {
  expect(closest("periodes", ["pariodas", "periodas", "pariodes"])).toEqual(["periodas", "pariodes"]);
  expect(closest("periodes", ["pariodas", "perioda", "periodas"])).toEqual(["periodas"]);
});

test("the word itself is never among the results; another spelling of it is", () => {
  expect(closest("classes", ["classes"])).toEqual([]);
  expect(closest("classes", ["Classes", "classe"])).toEqual(["Classes"]);
  expect(closest("élèves", ["eleves"])).toEqual(["eleves"]);
});

test.each([
  ["ab", 0],
  ["abc", 1],
  ["abcde", 1],
  ["abcdef", 2],
  ["abcdefghi", 2],
  ["abcdefghij", 3],
  ["abcdefghijklmnop", 3],
] as const)("of “%s”, at most %i letters may differ", (word, limit) => {
  const other = (count: number) => word.slice(0, -count) + "0".repeat(count);
  if (limit > 0) expect(closest(word, [other(limit)])).toEqual([other(limit)]);
  expect(closest(word, [other(limit + 1)])).toEqual([]);
});

test("the length that counts is that of the folded word", () => {
  // “œ” is folded to two letters.
  expect(closest("œabcd", ["oeab00"])).toEqual(["oeab00"]);
});

test.each([
  ["a letter more", ["salles", "psalle", "saille"]],
  ["a letter less", ["sall", "alle", "sale"]],
  ["another letter", ["balle", "salla", "selle"]],
  ["two letters that changed places", ["aslle", "salel", "slale"]],
])("%s is one edit", (_, names) => {
  for (const name of names) expect(closest("salle", [name])).toEqual([name]);
});

test.each(["salesx", "lasle", "sllae", "balla", "psalles", "all", "laels", "slxle", "sxale"])(
  "“%s” is two or more edits away",
  (name) => {
    expect(closest("salle", [name])).toEqual([]);
  },
);

test("in a longer word, edits of all kinds add up", () => {
  expect(closest("matieres", ["mateiresx", "amtiere", "matiers", "xatierez"])).toEqual(["matiers"]);
  for (const name of ["mateiresx", "amtiere", "xatierez", "matiresx", "atierees"])
    expect(closest("matieres", [name])).toEqual([name]);
  for (const name of ["mateirexx", "amtierezx", "xatierezz", "tiere"])
    expect(closest("matieres", [name])).toEqual([]);
});
