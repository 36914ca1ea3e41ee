import { expect, test } from "vitest";
import { parseFile } from "../syntax/file.ts";
import { converted } from "./convert.ts";

/** Whether the root map of a text may hold more entries than are known. */
function isOpen(text: string): boolean {
  return converted(parseFile("file:///etablissement.pronote.yaml", text)).value.open;
}

test("an error below a key hides no sibling of that key", () => {
  expect(isOpen("demi-pension:\n  decompte-automatique:true\n  heure-decompte: x\nsalles: {}\n")).toBe(false);
  expect(isOpen("demi-pension:\n  heure-decompte: x\n  - a\n  decompte-automatique: true\n")).toBe(false);
  expect(isOpen('salles: {}\nrgpd:\n  fiche-registre: "REG\n')).toBe(false);
});

test("a file whose root is no map may contain anything", () => {
  expect(isOpen("- classes\n- salles\n")).toBe(true);
  expect(isOpen("classes\n")).toBe(true);
  expect(isOpen("# nothing yet\n")).toBe(false);
});

test("an error in the line of a key may hide siblings", () => {
  expect(isOpen("salles: {}\nclasses:{ 6A: {} }\n")).toBe(true);
  expect(isOpen("salles: {}\nclasses\n  6A: {}\n")).toBe(true);
  expect(isOpen("salles: {}\nespaces:\n\tclasses: {}\n")).toBe(true);
  expect(isOpen("salles: { CDI: { capacite: 3 }\nclasses: {}\n")).toBe(true);
});

test("a second document is not read, so it may contain anything", () => {
  expect(isOpen("salles: {}\n---\nclasses: {}\n")).toBe(true);
});
