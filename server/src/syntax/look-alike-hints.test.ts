import { expect, test } from "vitest";
import { checkFix, findingsIn } from "../../../test/support/check.ts";
import { fixture } from "../../../test/support/fixture.ts";

const idsIn = (text: string) => findingsIn(fixture(text)).map(({ id }) => id);

test.each([
  ["a colon in braces", "hebergement: { mode： heberge }", "hebergement: { mode: heberge }"],
  ["a colon in a sole entry", "hebergement:\n  mode： heberge", "hebergement:\n  mode: heberge"],
  ["a colon without a space", "hebergement: { mode：heberge }", "hebergement: { mode: heberge }"],
  ["a colon behind a section", "hebergement： { mode: heberge }", "hebergement: { mode: heberge }"],
  [
    "a comma",
    "hebergement: { mode: heberge， console: https://a.fr }",
    "hebergement: { mode: heberge, console: https://a.fr }",
  ],
  ["a bracket", "hebergement: {mode: heberge ｝", "hebergement: {mode: heberge }"],
  ["a letter of a key", "hebergement: { m\u043ede: heberge }", "hebergement: { mode: heberge }"],
  ["a letter of a value", "hebergement: { mode: h\u0435b\u0435rge }", "hebergement: { mode: heberge }"],
  ["a letter of a name", "salles: { 6\u0410: {} }", "salles: { 6A: {} }"],
  ["a letter of a name in quotes", 'salles: { "6\u0391": {} }', 'salles: { "6A": {} }'],
])("%s that looks like another is told once, and replaced", (_, written, meant) => {
  expect(idsIn(`${written}\n`)).toEqual(["yaml-syntax"]);
  checkFix({ id: "yaml-syntax" }, `${written}\n`, `${meant}\n`);
});

test.each(["6\u03b1", "\u0391", "\u041c\u043e\u0441\u043a\u0432\u0430", "中文：A", "A+"])(
  "“%s” is a name of its own",
  (name) => {
    expect(idsIn(`salles: { ${name}: { capacite: 3 } }\n`)).toEqual([]);
  },
);
