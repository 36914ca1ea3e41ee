/** Texts, tables and zips that must not be taken as they are: a message that names the place and the way out. */
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { localizerFor } from "../../server/src/base/localize.ts";
import { encodingOf } from "../../server/src/exchange/decode.ts";
import { readSources } from "../../server/src/exchange/read-sources.ts";
import type { Source } from "../../server/src/exchange/source.ts";
import { importPlanOf, sourceOf, written } from "../support/import.ts";
import { coursTable, encoded, stsEmpXml } from "../support/school-exports.ts";

const english = localizerFor("en");
const latin = (text: string) => encoded(text, "iso-8859-15");
const _head = '<?xml version="1.0"?>';

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

describe("texts that must not be written", () => {
  test.each([
    ["mojibake", "Ã‰cole", "mojibake"],
    ["mojibake of Latin-9", "LÃ©a", "mojibake"],
    ["what could not be read", "L\ufffda", "mojibake"],
    ["a text that turns round", "ab\u202ecd", "unsafe"],
    ["a character of no width", "a\u200bb", "unsafe"],
  ])("%s", (_, name, id) => {
    const xml = stsEmpXml()
      .replace("<NOM_USAGE>ANANAS", `<NOM_USAGE>${name}`)
      .replace("ISO-8859-15", "UTF-8");
    const [error] = errorIn(xml);
    expect(error).toMatch(new RegExp(`^${id} \\d+:\\d+: `));
    expect(error).not.toMatch(/[\u202e\u200b]/);
  });

  test("an escape sequence in a list", () => {
    const table = coursTable().replace("BROCOLI;", "\u001b[2JBROCOLI;");
    expect(errorIn(table, "cours.csv")[0]).toMatch(/^unsafe 2:4|^unsafe 3:4/);
    expect(errorIn(table, "cours.csv").join("")).not.toContain("\u001b");
  });

  test("a formula", () => {
    expect(errorIn(coursTable().replace("BROCOLI;", '"=HYPERLINK(1)";'), "cours.csv")[0]).toMatch(
      /^formula \d+:4: “=HYPERLINK\(1\)” is a formula/,
    );
  });

  test("class names that a spreadsheet has turned into numbers or dates", () => {
    const damaged = coursTable().replaceAll(";6E1;", ";60;").replaceAll(";5E1;", ";500;");
    expect(errorIn(damaged, "cours.csv")[0]).toMatch(/^spreadsheet-damage 2:7: The class “60”/);
    for (const name of ["6,00E+01", "03/04/2026", "3-avr", "avr-26"])
      expect(errorIn(coursTable().replaceAll(";6E1;", `;${name};`), "cours.csv")[0]).toMatch(
        /^spreadsheet-damage/,
      );
    expect(errorIn(coursTable().replaceAll(";6E1;", ";60;"), "cours.csv").join()).not.toContain(
      "spreadsheet",
    );
  });

  test("YAML in names stays a name", () => {
    const xml = stsEmpXml().replace("<NOM_USAGE>ANANAS", "<NOM_USAGE>- {a: b} # *x &amp;y !!js/function");
    const files = written(new Map(), importPlanOf([sourceOf("a.xml", latin(xml))]));
    expect(files.get("importe/professeurs.pronote.yaml")).toContain('nom: "- {a: b} # *x &y !!js/function"');
    expect(importPlanOf([sourceOf("a.xml", latin(xml))], files).files).toEqual([]);
  });
});

describe("tables beyond all limits", () => {
  test.each([
    ["10,000 columns", Array.from({ length: 10_000 }, (_, at) => `t${at}`).join(";"), /columns/],
    ["a line of 2 MB", `a;b\n${"x".repeat(2 ** 21)}`, /^table-too-large 2:1: A line/],
    [
      "a quote that is never closed",
      `${coursTable()}"${"x\n".repeat(40_000)}`,
      /^table-too-large \d+:1: A cell/,
    ],
    [
      "300,000 rows",
      coursTable() + "1;FRANC;F;N;P;d;6E1;S;CG;N;1\r\n".repeat(300_000),
      /more than 200000 rows/,
    ],
    ["titles only of another list", "NOM;PRENOM;DATE NAISS;CLASSE\nX;Y;Z;6E1\n", /^unknown-source/],
    ["no titles", "6E1;FRANC;ANANAS\n".repeat(3), /^unknown-source/],
  ])("%s", (_, table, expected) => {
    expect(errorIn(table, "cours.csv")[0]).toMatch(expected);
  });

  test("a title twice: the first column counts, and nothing fails", () => {
    const table = coursTable().replace("PROF_NE_LE", "PROF_NOM");
    expect(errorIn(table, "cours.csv").filter((one) => !one.startsWith("no-est"))).toEqual([]);
  });

  test("64 MB are the most that is read", () => {
    const [finding] = readSources([sourceOf("a.xml", new Uint8Array(2 ** 26 + 1))], {
      counts: false,
    }).findings;
    expect(english(finding!.message)).toMatch(/^It is larger than 64 MB/);
  });
});

describe("zips", () => {
  const deflated = (files: Record<string, Uint8Array>) => zipSync(files, { level: 9 });

  test.each([
    ["a bomb", deflated({ "a.xml": new Uint8Array(2 ** 24) }), /^zip-too-large: /],
    [
      "many parts of a bomb",
      deflated(Object.fromEntries(Array.from({ length: 600 }, (_, at) => [`${at}.xml`, strToU8("x")]))),
      /^zip-too-large/,
    ],
    [
      "half a zip",
      deflated({ "a.xml": latin(stsEmpXml()) }).subarray(0, 400),
      /^broken-zip: It cannot be unpacked/,
    ],
    ["no export", deflated({ "a.txt": strToU8("x") }), /^unknown-source: It is none/],
  ])("%s", (_, zip, expected) => {
    expect(errorIn(zip, "a.zip").find((one) => expected.test(one))).toBeDefined();
  });

  test("parts that are too large only together, by what the zip says of them", () => {
    const noise = Uint8Array.from({ length: 400_000 }, (_, at) => (at * at * 31) % 251);
    const zip = zipSync({ "a.xml": noise, "b.xml": noise }, { level: 0 });
    const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
    // The sizes stand in the directory at the end, one entry after the other.
    for (let at = 0; at + 4 < zip.length; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 40_000_000, true);
    expect(errorIn(zip, "a.zip")[0]).toMatch(/^zip-too-large/);
  });

  test("the paths in it mean nothing: an export above the folder is read like any other", () => {
    const zip = deflated({ "../../evil.xml": latin(stsEmpXml()) });
    const plan = importPlanOf([sourceOf("a.zip", zip)]);
    expect(plan.findings.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(plan.files.every(({ uri }) => !uri.includes(".."))).toBe(true);
  });

  test("a zip within it is not opened, and told", () => {
    const zip = deflated({ "b.zip": deflated({ "a.xml": latin(stsEmpXml()) }) });
    expect(readSources([sourceOf("a.zip", zip)], { counts: false }).findings.map(({ id }) => id)).toEqual([
      "zip-in-zip",
    ]);
  });
});

test.each([
  [[0xff, 0xfe, 0x41, 0], "utf-16le"],
  [[0xfe, 0xff, 0, 0x41], "utf-16be"],
  [[0x3c, 0, 0x3f, 0], "utf-16le"],
  [[0, 0x3c, 0, 0x3f], "utf-16be"],
  [[0xc3, 0xa9], "utf-8"],
  [[0xe9, 0x20], "windows-1252"],
])("the encoding of %j is %s", (bytes, encoding) => {
  expect(encodingOf(new Uint8Array(bytes)).encoding).toBe(encoding);
});
