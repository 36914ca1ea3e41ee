import { expect, test } from "vitest";
import { checkFindings } from "../../../test/support/check.ts";
import { meantKey } from "./problems.ts";
import { rootSchema } from "./schema.ts";

test.each([
  ["another spelling", "Espaces", "espaces"],
  ["accents", "matières", "matieres"],
  ["one instead of several", "classe", "classes"],
  ["several instead of one", "etablissements", "etablissement"],
])("%s: “%s” surely stands for “%s”", (_, key, meant) => {
  expect(meantKey(key, rootSchema)).toEqual({ key: meant, sure: true });
});

test("an old name stands for the key where that is", () => {
  const schema = rootSchema.properties.get("absences");
  expect(schema && meantKey("Mi-journée", schema)).toEqual({ key: "reference-mi-journee", sure: true });
  expect(meantKey("mi-journee", rootSchema)).toBeUndefined();
});

test("the nearest key is probably meant; of two that are as near nobody knows which", () => {
  expect(meantKey("clases", rootSchema)).toEqual({ key: "classes", sure: false });
  expect(meantKey("ebt", rootSchema)).toBeUndefined();
  expect(meantKey("zzzzzz", rootSchema)).toBeUndefined();
});

test("what is as near to two keys, or to two values, is told without a guess", () => {
  checkFindings(`
ebt: {}
#^^ unknown-key: Unknown key “ebt” in “PRONOTE configuration”.
serveurs: { pronote-net: { protocole: htts } }
#                                     ^^^^ unknown-value: “htts” is not a value of “Protocol”: https, http.
`);
});
