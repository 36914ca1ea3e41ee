import { expect, test } from "vitest";
import { checkFindings } from "../../../test/support/check.ts";
import { meantKey } from "./problems.ts";
import { rootSchema } from "./schema.ts";

test.each([
  ["another spelling", "Espaces", "espaces"],
  ["accents", "matières", "matieres"],
  ["singular for plural", "classe", "classes"],
  ["plural for singular", "etablissements", "etablissement"],
])("%s: “%s” surely means “%s”", (_, key, meant) => {
  expect(meantKey(key, rootSchema)).toEqual({ key: meant, sure: true });
});

test("a former name means the key, in the map of that key only", () => {
  const schema = rootSchema.properties.get("absences");
  expect(schema && meantKey("Mi-journée", schema)).toEqual({ key: "reference-mi-journee", sure: true });
  expect(meantKey("mi-journee", rootSchema)).toBeUndefined();
});

test("the nearest key is probably meant; of two equally near ones, neither", () => {
  expect(meantKey("clases", rootSchema)).toEqual({ key: "classes", sure: false });
  expect(meantKey("ebt", rootSchema)).toBeUndefined();
  expect(meantKey("zzzzzz", rootSchema)).toBeUndefined();
});

test("no fix is offered if two keys or two values are equally near", () => {
  checkFindings(`
ebt: {}
#^^ unknown-key: Unknown key “ebt” in “PRONOTE configuration”.
serveurs: { pronote-net: { protocole: htts } }
#                                     ^^^^ unknown-value: “htts” is not a value of “Protocol”: https, http.
`);
});

test("a quoted text is shown with its quotes", () => {
  checkFindings(`
salles: { A: { 'ebt': 1 }, B: { "ebt": 1 }, C: { ebt: 1 } }
#              ^^^^^ unknown-key: Unknown key “'ebt'” in “Room”.
#                               ^^^^^ unknown-key: Unknown key “"ebt"” in “Room”.
#                                                ^^^ unknown-key: Unknown key “ebt” in “Room”.
`);
});
