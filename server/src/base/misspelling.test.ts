import { expect, test } from "vitest";
import { meantName } from "./misspelling.ts";

test.each([
  ["accents", "collège", "college"],
  ["capitals", "College", "college"],
  ["underscores", "diffuser_informations", "diffuser-informations"],
  ["spaces", "lycee polyvalent", "lycee-polyvalent"],
  ["the number", "communications", "communication"],
  ["the number of one word", "diffuser-information", "diffuser-informations"],
  ["a separator", "ENT 27", "ENT27"],
  ["a missing separator", "diffuserinformations", "diffuser-informations"],
])("a word that differs from a name in %s surely means it", (_, word, name) => {
  expect(meantName(word, ["autre", name])).toEqual({ name, sure: true });
});

test.each([
  ["a letter less", "difuser-informations", "diffuser-informations"],
  ["a letter more", "colllege", "college"],
  ["another letter", "collige", "college"],
  ["two letters that changed places", "colelge", "college"],
  ["a letter in each of two words", "difuser-infomations", "diffuser-informations"],
  ["two letters in a long word", "diffuser-ifomations", "diffuser-informations"],
  ["an article", "diffuser-les-informations", "diffuser-informations"],
  ["a missing separator and a letter", "difuserinformations", "diffuser-informations"],
])("a word that differs from a name in %s probably means it", (_, word, name) => {
  expect(meantName(word, ["autre", name])).toEqual({ name, sure: false });
});

test.each([
  ["digits", "Profil 2", "Profil 1"],
  ["digits in a word", "ENT 77", "ENT27"],
  ["the opposite", "importer-eleves", "exporter-eleves"],
  ["a feminine", "Principale", "Principal"],
  ["a feminine in one of its words", "Principal adjointe", "Principal adjoint"],
  ["a short word", "sms", "mms"],
  ["a code", "ARTPL", "ARTPH"],
  ["another word", "saisir-notes", "saisir-devoirs"],
  ["three letters", "difuser-infrmatons", "diffuser-informations"],
  ["a word more", "saisir-dispenses-ponctuelles", "saisir-dispenses"],
])("a word that differs from a name in %s does not mean it", (_, word, name) => {
  expect(meantName(word, ["autre", name])).toBeUndefined();
});

test("a word that is a known name, or may mean two of them, means none", () => {
  expect(meantName("college", ["college", "collège"])).toBeUndefined();
  expect(meantName("colloge", ["college", "collage"])).toBeUndefined();
  expect(meantName("Note", ["note", "notes"])).toEqual({ name: "note", sure: true });
  expect(meantName("NOTE", ["note", "Note"])).toBeUndefined();
});
