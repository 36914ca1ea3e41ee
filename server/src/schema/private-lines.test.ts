import { expect, test } from "vitest";
import { parseFile } from "../syntax/file.ts";
import { privateLines } from "./private-lines.ts";

/** The lines of a text that look private: number, columns and what each looks like. */
function linesOf(text: string): readonly string[] {
  const { root } = parseFile("file:///etablissement.pronote.yaml", text);
  return privateLines(root).map(({ line, col, endCol, what }) => {
    const word = what === undefined ? "perhaps a secret" : what === "secret" ? what : what.en;
    return `${line}:${col}-${endCol} ${word}`;
  });
}

test("a line looks private whatever its key, without its comment", () => {
  expect(linesOf("note: né le 12/03/2011 # de 6e\nsalles: {}\n")).toEqual(["0:0-22 a birth date"]);
  expect(linesOf("rgpd:\n  fiche: 06 12 34 56 78\n")).toEqual(["1:2-23 a phone number"]);
  expect(linesOf("salles: { CDI: {} }\n")).toEqual([]);
});

test("a line below the name of a secret is one", () => {
  expect(linesOf("compte:\n  password:\n    Azerty2026!\n")).toEqual(["2:4-15 secret"]);
  expect(linesOf("compte:\n  libelle:\n    Azerty2026!\n")).toEqual([]);
});

test("where a line is broken, the name of a secret is enough", () => {
  expect(linesOf('mot-de-passe: "azerty\n')).toEqual(["0:0-21 perhaps a secret"]);
  expect(linesOf('Mot-De-PASSE: "azerty\n')).toEqual(["0:0-21 perhaps a secret"]);
  expect(linesOf('mdp: "azerty\n')).toEqual(["0:0-12 perhaps a secret"]);
  expect(linesOf('mot-de-passe: "azerty"\n')).toEqual([]);
});

test("a landline number that is the whole value is somebody's, unless its key is that of a contact", () => {
  expect(linesOf("note: 01 23 45 67 89\n")).toEqual(["0:0-20 a phone number"]);
  expect(linesOf('note: "01 23 45 67 89"\n')).toEqual(["0:0-22 a phone number"]);
  expect(linesOf("note: standard 01 23 45 67 89\n")).toEqual([]);
  expect(linesOf("telephone: 01 23 45 67 89\n")).toEqual([]);
});
