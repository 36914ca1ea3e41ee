import { expect, test } from "vitest";
import { faultsOf, typeset } from "./support/typography.ts";

const NBSP = "\u00a0";

test.each([
  ["Quoi ?", "a space that breaks before a sign", `Quoi${NBSP}?`],
  ["un : deux", "a space that breaks before a sign", `un${NBSP}: deux`],
  ["une ; deux", "a space that breaks before a sign", `une${NBSP}; deux`],
  ["« oui »", "a space that breaks before a sign", `«${NBSP}oui${NBSP}»`],
  [`« oui${NBSP}»`, "a space that breaks in guillemets", `«${NBSP}oui${NBSP}»`],
  ["«oui»", "no space in guillemets", `«${NBSP}oui${NBSP}»`],
  ["l’école", "a curly apostrophe", "l'école"],
  [`«${NBSP}oui»`, "no space in guillemets", `«${NBSP}oui${NBSP}»`],
])("a fault is found and corrected: %s", (text, fault, right) => {
  expect(faultsOf(text)).toContain(fault);
  expect(typeset(text)).toBe(right);
  expect(faultsOf(right)).toEqual([]);
});

test.each([
  ["Quoi?", "no space before a sign"],
  ["la salle 12; et", "no space before a sign"],
  ["“oui”", "English quotes"],
])("a fault is found, but not corrected: %s", (text, fault) => {
  expect(faultsOf(text)).toEqual([fault]);
  expect(typeset(text)).toBe(text);
});

test.each([
  "`a ? b : c`",
  "https://exemple.fr/a?b=c;d",
  "[texte](page.md?a=b)",
  "%welcome.noFolder%",
  "12:30",
  "«\u202foui\u202f»",
])("correct texts, and texts that are no prose, are left as they are: %s", (text) => {
  expect(faultsOf(text)).toEqual([]);
  expect(typeset(text)).toBe(text);
});
