import { expect, test } from "vitest";
import { SymbolKind } from "vscode-languageserver-types";
import { localizerFor } from "../base/localize.ts";
import data from "./generated/kind-words.json";
import { allOf, oneOfAny } from "./kind-words.ts";
import { kinds } from "./kinds.ts";

const [english, french] = [localizerFor("en"), localizerFor("fr")];

test("every kind has its words, and no other has", () => {
  expect(Object.keys(data).toSorted()).toEqual([...kinds.keys()].toSorted());
});

test.each(Object.entries(data))("%s: the words have their articles, in both languages", (_, { one, all }) => {
  expect(one.en).toMatch(/^an? /);
  expect(all.en).toMatch(/^the /);
  expect(one.fr).toMatch(/^une? /);
  expect(all.fr).toMatch(/^les /);
});

test("every kind has a symbol kind of LSP", () => {
  const symbols = new Set(Object.values(data).map(({ symbol }) => symbol));
  expect([...symbols].filter((name) => !(name in SymbolKind))).toEqual([]);
  expect(symbols.size).toBeGreaterThan(10);
});

test("kinds are enumerated with their articles", () => {
  const people = ["professeurs", "personnels", "fonctions"];
  expect(french(allOf(people))).toBe("les professeurs, les personnels et les fonctions");
  expect(english(allOf(people))).toBe("the teachers, the staff and the functions");
  expect(french(oneOfAny(people.slice(0, 2)))).toBe("un professeur ou un personnel");
  expect(english(oneOfAny(["classes"]))).toBe("a class");
});
