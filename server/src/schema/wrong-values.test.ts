import { expect, test } from "vitest";
import { findingsIn } from "../../../test/support/check.ts";
import { fixture } from "../../../test/support/fixture.ts";
import { localizerFor } from "../base/localize.ts";

/** The ids and the new texts of the findings on a text. */
const about = (text: string) =>
  findingsIn(fixture(text)).map(({ id, fixes = [] }) => [id, ...fixes.map(({ edits }) => edits[0]?.newText)]);

test.each(["1", "36", "53", "2026-09-07"])("a week is %s", (week) => {
  expect(about(`edt: { prise-en-compte: ${week} }\n`)).toEqual([]);
});

test.each(["0", "54", "semaine 78", "rentrée", "7 septembre"])("a week is not %s", (week) => {
  expect(about(`edt: { prise-en-compte: ${week} }\n`)).toEqual([["bad-format"]]);
});

test.each(["semaine 36", "S36", "Sem. 36", "n°36"])("“%s” means the week 36", (week) => {
  expect(about(`edt: { prise-en-compte: ${week} }\n`)).toEqual([["bad-format", "36"]]);
});

test("a colour is a name or a code", () => {
  const level = (colour: string) =>
    `referentiels: { LV: { niveaux-maitrise: { Expert: { couleur: ${colour} } } } }\n`;
  for (const right of ["'#2e8b57'", "vert", "vert d'eau"]) expect(about(level(right))).toEqual([]);
  for (const wrong of ["'#2e8b5'", "2e8b57", "couleur 2"])
    expect(about(level(wrong))).toEqual([["bad-format"]]);
});

test("a word before a number means that number only if nothing stands before it", () => {
  expect(about("edt: { prise-en-compte: 2 semaine 36 }\n")).toEqual([["bad-format"]]);
});

test("in place of the name of a variable that holds a secret, such a name is written", () => {
  const smtp = (value: string) => about(`communication: { e-mails: { smtp: { mot-de-passe: ${value} } } }\n`);
  expect(smtp("{ env: [azerty] }")).toEqual([["secret-in-clear", "PRONOTE_SECRET"]]);
  expect(smtp("[azerty]")).toEqual([["secret-in-clear", "{ env: PRONOTE_SECRET }"]]);
});

test("where one value is expected, a group of keys is told so", () => {
  const told = (text: string) => findingsIn(fixture(text)).map(({ message }) => localizerFor("en")(message));
  expect(told("hebergement: { mode: { heberge: true } }\n")).toEqual([
    "Here, a single value is expected, not a group of keys.",
  ]);
  expect(told("espaces: { parents: { publie: { mobile: true } } }\n")).toEqual([
    "Here, true or false is expected, not a group of keys.",
  ]);
});
