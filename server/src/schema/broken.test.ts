import { expect, test } from "vitest";
import { parseFile } from "../syntax/file.ts";
import { converted } from "./convert.ts";

/** Whether more may stand in a text, at its top, than is seen. */
function isOpen(text: string): boolean {
  return converted(parseFile("file:///etablissement.pronote.yaml", text)).value.open;
}

test("what is broken below a key hides nothing beside it", () => {
  expect(isOpen("demi-pension:\n  decompte-automatique:true\n  heure-decompte: x\nsalles: {}\n")).toBe(false);
  expect(isOpen("demi-pension:\n  heure-decompte: x\n  - a\n  decompte-automatique: true\n")).toBe(false);
  expect(isOpen('salles: {}\nrgpd:\n  fiche-registre: "REG\n')).toBe(false);
});

test("a file that is no map may hold anything", () => {
  expect(isOpen("- classes\n- salles\n")).toBe(true);
  expect(isOpen("classes\n")).toBe(true);
  expect(isOpen("# nothing yet\n")).toBe(false);
});

test("what is broken at a key's own place may hide others", () => {
  expect(isOpen("salles: {}\nclasses:{ 6A: {} }\n")).toBe(true);
  expect(isOpen("salles: {}\nclasses\n  6A: {}\n")).toBe(true);
  expect(isOpen("salles: {}\nespaces:\n\tclasses: {}\n")).toBe(true);
  expect(isOpen("salles: { CDI: { capacite: 3 }\nclasses: {}\n")).toBe(true);
});
