import { expect, test } from "vitest";
import french from "../../../l10n/bundle.l10n.fr.json";
import { terminalEncoding } from "./terminal-encoding.ts";

/** What a terminal with this locale shows. */
function shown(text: string, locale: string, label: string): string {
  const bytes = terminalEncoding({ LANG: locale }, true)(text);
  return typeof bytes === "string" ? bytes : new TextDecoder(label).decode(bytes);
}

test.each(["fr_FR.UTF-8", "fr_FR.utf8", "fr_FR", "C", "POSIX", ""])("%j is written as UTF-8", (locale) => {
  expect(terminalEncoding({ LANG: locale }, true)("é“→")).toBe("é“→");
});

test.each([
  ["fr_FR.ISO-8859-1", "iso-8859-1", "« École » : 'oe' ... -> |"],
  ["fr_FR.iso88591", "iso-8859-1", "« École » : 'oe' ... -> |"],
  ["fr_FR.ISO-8859-15@euro", "iso-8859-15", "« École » : 'œ' ... -> |"],
  ["fr_FR.CP1252", "windows-1252", "« École » : 'oe' ... -> |"],
  ["fr_FR.US-ASCII", "utf-8", "\" Ecole \" : 'oe' ... -> |"],
  ["fr_FR.ANSI_X3.4-1968", "utf-8", "\" Ecole \" : 'oe' ... -> |"],
  ["fr_FR.ISO-8859-12", "utf-8", "\" Ecole \" : 'oe' ... -> |"],
  ["ja_JP.eucJP", "utf-8", "\" Ecole \" : 'oe' ... -> |"],
])("in %s, what is lacking is replaced", (locale, label, expected) => {
  expect(shown("« École » : ’œ’ … → │", locale, label)).toBe(expected);
});

test("the first setting that is set holds; what is no terminal gets UTF-8", () => {
  const env = { LC_ALL: "", LC_CTYPE: "fr_FR.ISO-8859-1", LANG: "fr_FR.UTF-8" };
  expect(terminalEncoding(env, true)("é")).toEqual(Uint8Array.of(0xe9));
  expect(terminalEncoding({ ...env, LC_ALL: "C.UTF-8" }, true)("é")).toBe("é");
  expect(terminalEncoding(env, false)("é")).toBe("é");
});

test("combining accents are composed; a character that nothing is like becomes a question mark", () => {
  expect(shown("e\u0301 語 🎒", "fr_FR.ISO-8859-1", "iso-8859-1")).toBe("é ? ?");
});

test.each(["fr_FR.ISO-8859-1", "fr_FR.US-ASCII"])("in %s, every message can be read", (locale) => {
  const texts = [...Object.keys(french), ...Object.values(french)];
  const lost = texts.filter((text) => {
    const questions = (one: string) => one.split("?").length;
    return questions(shown(text, locale, "iso-8859-1")) !== questions(text);
  });
  expect(lost).toEqual([]);
});
