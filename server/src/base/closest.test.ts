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
])("“%s” is compared as “%s”", (name, wanted) => {
  expect(foldName(name)).toBe(wanted);
});

test("the nearest name is found, whatever stands before and behind it", () => {
  expect(closest("mobyle", ["publie", "mobile", "module"])).toEqual(["mobile"]);
  expect(closest("mobyle", ["module", "mobile", "publie"])).toEqual(["mobile"]);
});

test("two that are as near are both given, of three nobody knows which is meant", () => {
  expect(closest("6C", ["6A", "6B"])).toEqual([]);
  expect(closest("6-C", ["6-A", "6-B", "5-D"])).toEqual(["6-A", "6-B"]);
  expect(closest("6-C", ["6-A", "6-B", "6-D"])).toEqual([]);
});

test("a name that is found nearer leaves those behind that are farther", () => {
  expect(closest("periodes", ["pariodas", "periodas", "pariodes"])).toEqual(["periodas", "pariodes"]);
  expect(closest("periodes", ["pariodas", "perioda", "periodas"])).toEqual(["periodas"]);
});

test("the word itself is none of them, the same in other letters is", () => {
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
] as const)("of “%s”, at most %i letters may be others", (word, most) => {
  const other = (count: number) => word.slice(0, -count) + "0".repeat(count);
  if (most > 0) expect(closest(word, [other(most)])).toEqual([other(most)]);
  expect(closest(word, [other(most + 1)])).toEqual([]);
});

test("the length is that of the word as it is compared", () => {
  // “œ” counts as two letters.
  expect(closest("œabcd", ["oeab00"])).toEqual(["oeab00"]);
});

test.each([
  ["a letter more", ["salles", "psalle", "saille"]],
  ["a letter less", ["sall", "alle", "sale"]],
  ["another letter", ["balle", "salla", "selle"]],
  ["two letters that changed places", ["aslle", "salel", "slale"]],
])("%s is one slip", (_, names) => {
  for (const name of names) expect(closest("salle", [name])).toEqual([name]);
});

test.each(["salesx", "lasle", "sllae", "balla", "psalles", "all", "laels", "slxle", "sxale"])(
  "“%s” is two or more",
  (name) => {
    expect(closest("salle", [name])).toEqual([]);
  },
);

test("of a longer word, slips of all kinds add up", () => {
  expect(closest("matieres", ["mateiresx", "amtiere", "matiers", "xatierez"])).toEqual(["matiers"]);
  for (const name of ["mateiresx", "amtiere", "xatierez", "matiresx", "atierees"])
    expect(closest("matieres", [name])).toEqual([name]);
  for (const name of ["mateirexx", "amtierezx", "xatierezz", "tiere"])
    expect(closest("matieres", [name])).toEqual([]);
});
