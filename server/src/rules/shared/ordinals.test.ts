import { expect, test } from "vitest";
import { foldOrdinal } from "./ordinals.ts";

test.each([
  ["6e", "6ème", "6è", "6E", "6eme", "6ième", "sixième", "Sixieme"],
  ["2de", "2nde", "2e", "seconde"],
  ["1re", "1ère", "1ere", "première"],
  ["Tle", "Terminale", "Term", "TLE"],
  ["1re générale", "1ère Générale", "premiere generale"],
  ["6e1", "6ème 1", "6E1"],
])("“%s” is one ordinal however it is written", (name, ...others) => {
  for (const other of others) expect(foldOrdinal(other)).toBe(foldOrdinal(name));
});

test("other ordinals, and names that begin with none, are not the same", () => {
  expect(foldOrdinal("6e1")).not.toBe(foldOrdinal("6e2"));
  expect(foldOrdinal("6e")).not.toBe(foldOrdinal("5e"));
  for (const name of ["6A", "EPS", "Terminus", "6edition", "secondes"])
    expect(foldOrdinal(name)).toBeUndefined();
});
