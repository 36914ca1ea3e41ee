import { expect, test } from "vitest";
import { parse } from "yaml";
import { doubleQuoted, scalarText } from "./problems.ts";

const SIGNS = [..."-?:,[]{}#&*!|>'\"%@`~=<.+/\\_^$();", "é", "œ", "6", "a"];
const SPACES = [" ", "\t", "\u00a0", "\u2028", "\u0085", "\ufeff", "\u0007", "\0"];
const WORDS = ["no", "Yes", "on", "off", "y", "N", "null", "~", "---", "...", "--- a", "... a", "<<", "="];
const WRITTEN = ["@alice", "@durand", "-", "--", "- a", "-a", "a: b", "a #b", "a#b", "", " a", "a ", "L'été"];
const TEXTS = [
  ...WORDS,
  ...WRITTEN,
  ...SIGNS,
  ...SIGNS.flatMap((sign) => [`${sign}a`, `a${sign}`, `a ${sign} b`, `${sign} `, `${sign}-`]),
  ...SPACES.flatMap((space) => [`a${space}b`, `a${space}`, `-${space}`, `-${space}b`]),
];

const read = (text: string): unknown => parse(text, { schema: "failsafe" });

test.each(TEXTS)(
  "%j is read as it was written, as a value and as a key, in block and in flow style",
  (text) => {
    for (const scalar of [scalarText(text), doubleQuoted(text)]) {
      expect(read(`a: ${scalar}\nb: 1\n`)).toEqual({ a: text, b: "1" });
      expect(read(`${scalar}: 1\n`)).toEqual({ [text]: "1" });
      expect(read(`a:\n  - ${scalar}\n  - 1\n`)).toEqual({ a: [text, "1"] });
      expect(read(`{ x1: ${scalar}, x2: [${scalar}, 1], ${scalar}: 1 }\n`)).toEqual({
        x1: text,
        x2: [text, "1"],
        [text]: "1",
      });
    }
  },
);

test.each(["no", "Yes", "ON", "off", "y", "N"])("%j stays a text for readers of YAML 1.1", (text) => {
  expect(parse(scalarText(text), { version: "1.1" })).toBe(text);
});

test.each(["6e", "Français", "M. Durand", "a/b", "2026-09-01"])("%j needs no quotes", (text) => {
  expect(scalarText(text)).toBe(text);
});
