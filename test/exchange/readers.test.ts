/** Every sample is read alike in every encoding, with every separator and line end, zipped or not. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { readSources } from "../../server/src/exchange/read-sources.ts";
import type { SourceRecords } from "../../server/src/exchange/records.ts";
import { sourceOf } from "../support/import.ts";
import { FIXTURES } from "../support/make-fixtures.ts";
import { coursTable, elevesXml, empStsXml, encoded, stsEmpXml } from "../support/school-exports.ts";

const sample = (name: string) => sourceOf(name, readFileSync(join(FIXTURES, name)));

function only(name: string, content: string | Uint8Array): SourceRecords {
  const { records, findings } = readSources([sourceOf(name, content)], { counts: true });
  expect(findings).toEqual([]);
  expect(records).toHaveLength(1);
  return records[0]!;
}

/** What a source says, without where. */
function said(records: SourceRecords): string {
  return JSON.stringify({ ...records, source: "", findings: [] }, (key, value) =>
    key === "place" ? 0 : value,
  );
}

const counts = ({ matieres, people, classes, groupes, services, salles }: SourceRecords) => ({
  matieres: matieres.length,
  people: people.length,
  classes: classes.length,
  groupes: groupes.length,
  services: services.length,
  salles: salles.length,
});

test.each([
  ["stsweb/sts_emp_0759998K_2026.xml", "sts-emp", [16, 34, 12, 18, 160, 0]],
  ["exports/Structures.xml", "structures", [0, 0, 12, 18, 0, 0]],
  ["exports/ExportXML_Nomenclature.zip", "nomenclature", [16, 0, 0, 0, 0, 0]],
  ["exports/Communs.xml", "communs", [0, 0, 0, 0, 0, 0]],
  ["exports/ExportXML_ElevesSansAdresses.zip", "eleves", [0, 0, 0, 0, 0, 0]],
  ["exports/EXP_COURS.csv", "edt-cours", [15, 31, 12, 18, 160, 20]],
  ["exports/UnDeuxTEMPS.zip", "udt", [16, 31, 12, 18, 159, 22]],
])("%s is recognised by its content and read", (name, kind, numbers) => {
  const { records, findings } = readSources(
    [{ ...sample(name), name: "export.bin › UDCal" }].map((one) =>
      kind === "udt" ? { ...one, name } : { ...one, name: "something" },
    ),
    { counts: true },
  );
  expect(findings).toEqual([]);
  expect(records.map((one) => one.kind)).toEqual([kind]);
  expect(Object.values(counts(records[0]!))).toEqual(numbers);
});

test("pupils are counted by class, with those who have left apart", () => {
  const { records } = readSources([sample("exports/ExportXML_ElevesSansAdresses.zip")], { counts: true });
  const { classes, present, leavers } = records[0]!.headcounts!;
  expect([...classes.values()].reduce((sum, count) => sum + count, 0)).toBe(297);
  expect([classes.size, classes.get("3E3"), present, leavers]).toEqual([12, 24, 297, 3]);
});

test("places are lines and columns of the source", () => {
  const { classes, services } = only(
    "a.xml",
    readFileSync(join(FIXTURES, "stsweb/sts_emp_0759998K_2026.xml")),
  );
  const text = readFileSync(join(FIXTURES, "stsweb/sts_emp_0759998K_2026.xml"), "latin1").split("\n");
  for (const { place } of [classes[0]!, services[7]!])
    expect(text[place.line - 1]!.slice(place.column - 1)).toMatch(/^<(?:DIVISION|SERVICE) /);
  const cours = only("EXP_COURS.csv", readFileSync(join(FIXTURES, "exports/EXP_COURS.csv")));
  const place = cours.services[0]!.place;
  expect([place.line, place.column]).toEqual([2, 4]);
});

const ENCODINGS = ["utf-8", "utf-8 with a mark", "utf-16le", "utf-16be", "windows-1252", "iso-8859-15"];

describe.each(ENCODINGS)("in %s", (encoding) => {
  const declared = (xml: string) =>
    xml.replace('encoding="ISO-8859-15"', `encoding="${encoding.split(" ")[0]}"`);

  test("STSWEB's export is read alike", () => {
    const text = stsEmpXml().replace("JEAN-ANANAS", "CŒUR-NOËL");
    const expected = said(only("sts.xml", encoded(text, "iso-8859-15")));
    expect(expected).toContain("CŒUR-NOËL");
    expect(said(only("sts.xml", encoded(declared(text), encoding)))).toBe(expected);
  });

  test.each([
    [";", "\r\n", ""],
    [",", "\n", ""],
    ["\t", "\r\n", "Liste des cours"],
    [";", "\r", "Cours de la semaine"],
  ])(
    "EDT's list is read alike, separated by %j, with %j at the end of lines, below %j",
    (separator, lineEnd, caption) => {
      const expected = said(only("cours.csv", encoded(coursTable(), "utf-8")));
      const table = coursTable(undefined, { separator, lineEnd, caption });
      expect(said(only("cours.txt", encoded(table, encoding)))).toBe(expected);
    },
  );
});

test("a declaration that the content contradicts is told, and the content counts", () => {
  const { records } = readSources([sourceOf("a.xml", encoded(stsEmpXml(), "utf-8"))], { counts: false });
  expect(records[0]!.findings.map(({ id, severity }) => [id, severity])).toEqual([
    ["other-encoding", "information"],
  ]);
  expect(records[0]!.people.map(({ nom }) => nom)).toContain("CÉLERI");
});

test("a text of ASCII alone is in any encoding that it declares", () => {
  const ascii = stsEmpXml().replaceAll(/[^\0-\x7f]/g, "e");
  const { findings } = readSources([sourceOf("sts.xml", ascii)], { counts: false }).records[0] ?? {};
  expect(findings).toEqual([]);
});

test("columns may stand in any order, and others between them", () => {
  const rows = coursTable()
    .split("\r\n")
    .map((line) => line.split(";"));
  const shuffled = rows.map((cells) => ["x", ...cells.toReversed()].join(";")).join("\n");
  expect(said(only("a.csv", shuffled))).toBe(said(only("a.csv", coursTable())));
});

test("a zip with what macOS adds, and with a text beside the export, is read", () => {
  const zip = zipSync({
    "__MACOSX/._sts.xml": strToU8("x"),
    ".DS_Store": strToU8("x"),
    "folder/": new Uint8Array(),
    "folder/sts.xml": encoded(stsEmpXml(), "iso-8859-15"),
    "lisez-moi.txt": strToU8("un mot"),
  });
  const { records, findings } = readSources([sourceOf("sts.zip", zip)], { counts: false });
  expect(records.map(({ kind, source }) => [kind, source])).toEqual([["sts-emp", "sts.zip › sts.xml"]]);
  expect(findings.map(({ id, severity }) => [id, severity])).toEqual([["unknown-source", "information"]]);
});

test("pupils are not opened unless they are to be counted, guardians never", () => {
  const { records, findings } = readSources(
    [
      sourceOf("a.xml", elevesXml()),
      sourceOf("b.xml", elevesXml().replaceAll("BEE_ELEVES", "BEE_RESPONSABLES")),
    ],
    { counts: false },
  );
  expect(records).toEqual([]);
  expect(findings.map(({ id }) => id)).toEqual(["pupils-not-read", "not-read"]);
});

test("rooms come from the timetable", () => {
  expect(only("e.xml", encoded(empStsXml(), "iso-8859-15")).salles.map(({ code }) => code)).toEqual(["S101"]);
});
