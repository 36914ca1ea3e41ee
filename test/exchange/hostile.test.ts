import { describe, expect, test } from "vitest";
import { localizerFor } from "../../server/src/base/localize.ts";
import type { Source } from "../../server/src/exchange/source.ts";
import { importPlanOf, sourceOf } from "../support/import.ts";
import { coursTable, encoded, SCHOOL, stsEmpXml } from "../support/school-exports.ts";

const english = localizerFor("en");
const latin = (text: string) => encoded(text, "iso-8859-15");
const head = '<?xml version="1.0"?>';

/** What is said of sources: the findings that stop an import, with their places. */
function errorsOf(...sources: readonly Source[]): readonly string[] {
  return importPlanOf(sources)
    .findings.filter(({ severity }) => severity === "error")
    .map(
      ({ id, message, place }) =>
        `${id}${place ? ` ${place.line}:${place.column}` : ""}: ${english(message)}`,
    );
}

const errorIn = (content: string | Uint8Array, name = "a.xml") => errorsOf(sourceOf(name, content));

describe("XML that is broken or refused", () => {
  test.each([
    ["cut off", latin(stsEmpXml().slice(0, 3000)), /^broken-xml \d+:\d+: The file ends in the middle/],
    ["two roots", latin(`${stsEmpXml()}<a/>`), /^broken-xml \d+:\d+: This is not valid XML/],
    ["an attribute twice", `${head}<STS_EDT a="1" a="2"/>`, /^broken-xml 1:\d+: This is not valid XML/],
    [
      "an entity of its own",
      `${head}<!DOCTYPE a [<!ENTITY x "y">]><STS_EDT>&x;</STS_EDT>`,
      /^refused-xml 1:\d+: A document type/,
    ],
    [
      "a file of this machine",
      `${head}<!DOCTYPE a SYSTEM "file:///etc/passwd"><STS_EDT/>`,
      /^refused-xml 1:\d+: A document type/,
    ],
    ["an entity without a document type", `${head}<STS_EDT>&eacute;</STS_EDT>`, /^broken-xml 1:\d+/],
    [
      "100,000 elements in each other",
      `${head}<STS_EDT>${"<A>".repeat(100_000)}`,
      /^refused-xml 1:\d+: Its elements lie deeper/,
    ],
    [
      "10,000 attributes",
      `${head}<STS_EDT ${Array.from({ length: 10_000 }, (_, at) => `a${at}="1"`).join(" ")}/>`,
      /^refused-xml 1:\d+: An element has more/,
    ],
    [
      "a name of 2 MB",
      latin(stsEmpXml().replace("<PRENOM>", `<PRENOM>${"x".repeat(2 ** 21)}`)),
      /^refused-xml \d+:\d+: A text in it is longer/,
    ],
    ["a control character", latin(stsEmpXml().replace("<PRENOM>", "<PRENOM>\u0001")), /^broken-xml \d+:\d+/],
    [
      "a web page",
      "<!DOCTYPE html><html><body>Identifiant</body></html>",
      /^unknown-source: It is a web page/,
    ],
    ["another root", `${head}<AUTRE/>`, /^unknown-source: It is none of the exports/],
    ["an encrypted export", `${head}<EXPORT_INDEX_EDUCATION/>`, /^unknown-source: It is encrypted/],
    [
      "a comment of 2 MB before anything",
      `${head}<!--${"x".repeat(2 ** 21)}--><STS_EDT/>`,
      /^unknown-source/,
    ],
    ["nothing", "", /^empty: The file is empty/],
    ["a NUL in the middle", "a\u0000b", /^unknown-source/],
    [
      "UTF-16 of an odd length",
      new Uint8Array([...encoded(stsEmpXml(), "utf-16le"), 60]),
      /^(?:cut-character|broken-xml)/,
    ],
  ])("%s", (_, content, expected) => {
    const errors = errorIn(content);
    expect(errors[0]).toMatch(expected);
    expect(importPlanOf([sourceOf("a.xml", content)]).added.size).toBe(0);
  });

  test("a document type of entities that grow is refused before one is read", () => {
    const entities = Array.from({ length: 10 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`);
    const bomb = `${head}<!DOCTYPE l [<!ENTITY l0 "x">${entities.join("")}]><STS_EDT>&l10;</STS_EDT>`;
    expect(errorIn(bomb)[0]).toMatch(/^refused-xml 1:\d+: A document type/);
  });

  test("names such as __proto__ do nothing", () => {
    const xml = stsEmpXml().replace(
      "<DONNEES>",
      '<DONNEES><__proto__><polluted>1</polluted></__proto__><constructor x="1"/>',
    );
    expect(errorIn(latin(xml))).toEqual([]);
    expect(({} as { polluted?: string }).polluted).toBeUndefined();
  });
});

describe("the wrong school or year", () => {
  const other = { ...SCHOOL, rne: "0759901E" };
  const files = new Map([
    [
      "etablissement.pronote.yaml",
      "etablissement: { rne: 0759998K, nom: Tilleuls, annee-scolaire: 2026-2027 }\n",
    ],
  ]);

  test("two schools, or two years, among the sources", () => {
    const first = sourceOf("a.xml", latin(stsEmpXml()));
    expect(errorsOf(first, sourceOf("b.xml", latin(stsEmpXml(other))))).toEqual([
      "other-establishment 2:22: It is of the establishment 0759901E, “a.xml” is of 0759998K: give the files of one of them.",
    ]);
    expect(errorsOf(first, sourceOf("b.xml", latin(stsEmpXml({ ...SCHOOL, annee: "2025" }))))[0]).toMatch(
      /^other-year \d+:\d+: It is of the school year 2025-2026, “a.xml” is of 2026-2027/,
    );
  });

  test("no school, or one whose letter is wrong", () => {
    expect(errorIn(latin(stsEmpXml().replace(' CODE="0759998K"', "")))[0]).toMatch(
      /^no-establishment: It does not say/,
    );
    expect(errorIn(latin(stsEmpXml({ ...SCHOOL, rne: "0759998A" })))[0]).toMatch(/“0759998A” is not an RNE/);
  });

  test("what cannot be read is told alone: it may be the file that says which school it is", () => {
    expect(errorIn(`${head}<STS_EDT><A`)).toHaveLength(1);
  });

  test("a file with names of neither is told apart by what it holds", () => {
    expect(importPlanOf([sourceOf("cours.csv", coursTable())], files).findings).toEqual([]);
  });
});
