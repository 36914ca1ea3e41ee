import { expect, test } from "vitest";
import { localizerFor } from "../base/localize.ts";
import { describe, escaped, plainText, typeWord } from "./describe.ts";
import { schemaAt } from "./schema.ts";

function described(path: string, year?: string): string {
  const schema = schemaAt(path.split("."));
  return schema ? describe(schema, localizerFor("en"), year).join("\n") : "";
}

test("lists at most eight values, and counts the others", () => {
  const text = described("etablissement.academie");
  expect(text).toMatch(/For example: (?:`[^`]+`, ){7}`[^`]+` and \d+ more/);
});

test("names the year of a menu path that moved: the nearest that is known", () => {
  expect(described("securite.longueur-min", "2023")).toContain("(as in 2019)");
  expect(described("securite.longueur-min", "2030")).toContain("(as in 2024)");
  expect(described("securite.longueur-min", "2010")).toContain("(as in 2019)");
  expect(described("securite.longueur-min")).toContain("(as in 2024)");
});

test("says what a key is in a word, never in one of the schema's", () => {
  const word = (path: string) => {
    const schema = schemaAt(path.split("."));
    return schema && localizerFor("en")(typeWord(schema));
  };
  expect(
    [
      "classes",
      "etablissement",
      "classes.*.professeur-principal",
      "edt.droit-connexion",
      "edt.licence",
      "classes.*.niveau",
      "etablissement.nom",
      "licence.utilisateurs-administratifs",
      "communication.e-mails.smtp.mot-de-passe",
    ].map(word),
  ).toEqual([
    "names",
    "keys",
    "names",
    "yes or no",
    "3 values",
    "name",
    "text",
    "number",
    "reference to a secret",
  ]);
});

test("takes nothing in a user's text for a mark, and leaves none in plain text", () => {
  expect(escaped("a*b_[c]")).toBe("a\\*b\\_\\[c\\]");
  expect(plainText(`**${escaped("a*b")}** at [x:1](file:///x#L1): \`2\``)).toBe("a*b at x:1: 2");
});
