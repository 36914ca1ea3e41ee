import { expect, test } from "vitest";
import { localizerFor } from "../base/localize.ts";
import { describe, escaped, plainText, typeWord } from "./describe.ts";
import { schemaAt } from "./schema.ts";

function described(path: string, year?: string): string {
  const schema = schemaAt(path.split("."));
  return schema ? describe(schema, localizerFor("en"), year).join("\n") : "";
}

test("a description lists at most eight values and counts the others", () => {
  const text = described("etablissement.academie");
  expect(text).toMatch(/For example: (?:`[^`]+`, ){7}`[^`]+` and \d+ more/);
});

test("a menu path that differs by year is that of the nearest known year, which is named", () => {
  const path = (year?: string) => /In PRONOTE: (.+)/.exec(described("espaces.parents.mobile", year))?.[1];
  expect(path("2019")).toBe("Communication > PRONOTE.net");
  expect(path("2023")).toBe("Communication > PRONOTE.net (seen in 2019)");
  expect(path("2024")).toBe("Espaces web > Parents");
  expect(path("2030")).toBe("Espaces web > Parents (seen in 2024)");
  expect(path("2010")).toBe("Communication > PRONOTE.net (seen in 2019)");
  expect(path()).toBe("Espaces web > Parents (seen in 2024)");
});

test("the type of a key is a word for users, not one of JSON Schema's", () => {
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
    "reseau | monoposte | aucune",
    "name",
    "text",
    "number",
    "reference to a secret",
  ]);
});

test("a user's text is escaped for Markdown, and plain text has no markup left", () => {
  expect(escaped("a*b_[c]")).toBe("a\\*b\\_\\[c\\]");
  expect(plainText(`**${escaped("a*b")}** at [x:1](file:///x#L1): \`2\``)).toBe("a*b at x:1: 2");
});

test("suggested values are a beginning, allowed ones are all", () => {
  const word = (path: string) => {
    const schema = schemaAt(path.split("."));
    return schema && localizerFor("en")(typeWord(schema));
  };
  expect(word("niveaux.*.cloture.*.notes")).toBe("immediate | …");
  expect(word("etablissement.type")).toBe("college | lycee-general-et-technologique | …");
  expect(word("serveurs.pronote-net.protocole")).toBe("https | http");
});
