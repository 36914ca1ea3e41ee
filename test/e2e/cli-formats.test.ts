import { expect, test } from "vitest";
import { folderWith, rentree } from "../support/cli.ts";

const MARKER = "dossier, n°1/etablissement.pronote.yaml";
const FILES = {
  [MARKER]: `classes:
  6A: { periodicite: trimestriel }
  6A: {}
  6B: { periodicite: 'a & <b>: 100 %' }
espaces: { parents: { publie: oui } }
`,
  "dossier, n°1/vide.pronote.yaml": "",
};

async function printed(format: string, ...args: string[]): Promise<string> {
  return (await rentree(folderWith(FILES), ["check", "--format", format, ...args])).out;
}

test("pretty: the line with the underlined range, related locations and fixes", async () => {
  expect(await printed("pretty")).toMatchInlineSnapshot(`
    "dossier, n°1/etablissement.pronote.yaml:3:3 error duplicate-key
      “6A” is written twice in the same place: neither holds until one of them is removed.
        3 │   6A: {}
          │   ^^
            → dossier, n°1/etablissement.pronote.yaml:2:3 Written here first.
        2 │   6A: { periodicite: trimestriel }
          │   --
            perhaps: Remove this one

    dossier, n°1/etablissement.pronote.yaml:4:22 error unknown-value
      “'a & <b>: 100 %'” is not a value of “Kind of grading periods”: trimestriel, semestriel, annee-continue.
        4 │   6B: { periodicite: 'a & <b>: 100 %' }
          │                      ^^^^^^^^^^^^^^^^
            perhaps: Replace by “trimestriel”
            perhaps: Replace by “semestriel”
            perhaps: Replace by “annee-continue”

    dossier, n°1/etablissement.pronote.yaml:5:31 error boolean-word
      “oui” is read as text. Write: true
        5 │ espaces: { parents: { publie: oui } }
          │                               ^^^
            fix: Replace by “true”

    "
  `);
  expect(await printed("pretty", "--lang", "fr")).toMatchInlineSnapshot(`
    "dossier, n°1/etablissement.pronote.yaml:3:3 erreur duplicate-key
      « 6A » est écrit deux fois au même endroit : aucun des deux ne vaut tant que l'un d'eux n'est pas retiré.
        3 │   6A: {}
          │   ^^
            → dossier, n°1/etablissement.pronote.yaml:2:3 Écrit ici une première fois.
        2 │   6A: { periodicite: trimestriel }
          │   --
            peut-être : Supprimer celui-ci

    dossier, n°1/etablissement.pronote.yaml:4:22 erreur unknown-value
      « 'a & <b>: 100 %' » n'est pas une valeur de « Type de notation » : trimestriel, semestriel, annee-continue.
        4 │   6B: { periodicite: 'a & <b>: 100 %' }
          │                      ^^^^^^^^^^^^^^^^
            peut-être : Remplacer par « trimestriel »
            peut-être : Remplacer par « semestriel »
            peut-être : Remplacer par « annee-continue »

    dossier, n°1/etablissement.pronote.yaml:5:31 erreur boolean-word
      « oui » est compris comme un texte. Écrivez : true
        5 │ espaces: { parents: { publie: oui } }
          │                               ^^^
            correction : Remplacer par « true »

    "
  `);
});

test("pretty: a long line is shortened around the range", async () => {
  const long = `classes: { ${Array.from({ length: 40 }, (_, n) => `6A${n}: { periodicite: ${n === 20 ? "x" : "trimestriel"} }`).join(", ")} }\n`;
  const { out } = await rentree(folderWith({ "etablissement.pronote.yaml": `${long}été: 1\n` }), ["check"]);
  expect(out).toMatchInlineSnapshot(`
    "etablissement.pronote.yaml:1:743 error unknown-value
      “x” is not a value of “Kind of grading periods”: trimestriel, semestriel, annee-continue.
        1 │ …9: { periodicite: trimestriel }, 6A20: { periodicite: x }, 6A21: { periodicite: trimestriel }, 6A22: { period…
          │                                                        ^
            perhaps: Replace by “trimestriel”
            perhaps: Replace by “semestriel”
            perhaps: Replace by “annee-continue”

    etablissement.pronote.yaml:2:1 error unknown-key
      Unknown key “été” in “PRONOTE configuration”.
        2 │ été: 1
          │ ^^^

    "
  `);
});

test("github: workflow commands with escaped values", async () => {
  expect(await printed("github")).toMatchInlineSnapshot(`
    "::error file=dossier%2C n°1/etablissement.pronote.yaml,line=3,endLine=3,col=3,endColumn=5,title=duplicate-key::“6A” is written twice in the same place: neither holds until one of them is removed.
    ::error file=dossier%2C n°1/etablissement.pronote.yaml,line=4,endLine=4,col=22,endColumn=38,title=unknown-value::“'a & <b>: 100 %25'” is not a value of “Kind of grading periods”: trimestriel, semestriel, annee-continue.
    ::error file=dossier%2C n°1/etablissement.pronote.yaml,line=5,endLine=5,col=31,endColumn=34,title=boolean-word::“oui” is read as text. Write: true
    "
  `);
});

test("sarif: SARIF 2.1.0 with rules, related locations and fixes", async () => {
  const { version, runs } = JSON.parse(await printed("sarif"));
  const [{ tool, columnKind, results }] = runs;
  expect([version, columnKind, tool.driver.rules.map(({ id }: { id: string }) => id)]).toEqual([
    "2.1.0",
    "utf16CodeUnits",
    ["boolean-word", "duplicate-key", "unknown-value"],
  ]);
  const result = (rule: string) => results.find(({ ruleId }: { ruleId: string }) => ruleId === rule);
  expect(result("duplicate-key").relatedLocations[0].physicalLocation.region.startLine).toBe(2);
  expect(result("boolean-word")).toMatchInlineSnapshot(`
    {
      "fixes": [
        {
          "artifactChanges": [
            {
              "artifactLocation": {
                "uri": "dossier%2C%20n%C2%B01/etablissement.pronote.yaml",
              },
              "replacements": [
                {
                  "deletedRegion": {
                    "endColumn": 34,
                    "endLine": 5,
                    "startColumn": 31,
                    "startLine": 5,
                  },
                  "insertedContent": {
                    "text": "true",
                  },
                },
              ],
            },
          ],
          "description": {
            "text": "Replace by “true”",
          },
        },
      ],
      "level": "error",
      "locations": [
        {
          "physicalLocation": {
            "artifactLocation": {
              "uri": "dossier%2C%20n%C2%B01/etablissement.pronote.yaml",
            },
            "region": {
              "endColumn": 34,
              "endLine": 5,
              "startColumn": 31,
              "startLine": 5,
            },
          },
        },
      ],
      "message": {
        "text": "“oui” is read as text. Write: true",
      },
      "ruleId": "boolean-word",
      "ruleIndex": 0,
    }
  `);
});

test("gitlab: a Code Quality report with a different fingerprint for each finding", async () => {
  const list = JSON.parse(await printed("gitlab"));
  expect(list.map(({ fingerprint: _, ...rest }: { fingerprint: string }) => rest)).toMatchInlineSnapshot(`
    [
      {
        "check_name": "duplicate-key",
        "description": "“6A” is written twice in the same place: neither holds until one of them is removed.",
        "location": {
          "lines": {
            "begin": 3,
          },
          "path": "dossier, n°1/etablissement.pronote.yaml",
        },
        "severity": "major",
      },
      {
        "check_name": "unknown-value",
        "description": "“'a & <b>: 100 %'” is not a value of “Kind of grading periods”: trimestriel, semestriel, annee-continue.",
        "location": {
          "lines": {
            "begin": 4,
          },
          "path": "dossier, n°1/etablissement.pronote.yaml",
        },
        "severity": "major",
      },
      {
        "check_name": "boolean-word",
        "description": "“oui” is read as text. Write: true",
        "location": {
          "lines": {
            "begin": 5,
          },
          "path": "dossier, n°1/etablissement.pronote.yaml",
        },
        "severity": "major",
      },
    ]
  `);
  const prints = list.map(({ fingerprint }: { fingerprint: string }) => fingerprint);
  expect(new Set(prints).size).toBe(list.length);
});

test("junit: XML in which a file without findings is a passed case", async () => {
  expect(await printed("junit")).toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="UTF-8"?>
    <testsuites name="rentree" tests="4" failures="3" errors="0">
      <testsuite name="dossier, n°1/etablissement.pronote.yaml" tests="3" failures="3" errors="0">
        <testcase classname="dossier, n°1/etablissement.pronote.yaml" name="duplicate-key (3:3)"><failure type="error" message="“6A” is written twice in the same place: neither holds until one of them is removed.">dossier, n°1/etablissement.pronote.yaml:3:3: “6A” is written twice in the same place: neither holds until one of them is removed.</failure></testcase>
        <testcase classname="dossier, n°1/etablissement.pronote.yaml" name="unknown-value (4:22)"><failure type="error" message="“&apos;a &amp; &lt;b&gt;: 100 %&apos;” is not a value of “Kind of grading periods”: trimestriel, semestriel, annee-continue.">dossier, n°1/etablissement.pronote.yaml:4:22: “&apos;a &amp; &lt;b&gt;: 100 %&apos;” is not a value of “Kind of grading periods”: trimestriel, semestriel, annee-continue.</failure></testcase>
        <testcase classname="dossier, n°1/etablissement.pronote.yaml" name="boolean-word (5:31)"><failure type="error" message="“oui” is read as text. Write: true">dossier, n°1/etablissement.pronote.yaml:5:31: “oui” is read as text. Write: true</failure></testcase>
      </testsuite>
      <testsuite name="dossier, n°1/vide.pronote.yaml" tests="1" failures="0" errors="0">
        <testcase classname="dossier, n°1/vide.pronote.yaml" name="rentree"/>
      </testsuite>
    </testsuites>
    "
  `);
});

test("all formats for programs are valid without findings", async () => {
  const folder = folderWith({});
  const out = async (format: string) => (await rentree(folder, ["check", "--format", format])).out;
  expect(JSON.parse(await out("json")).findings).toEqual([]);
  expect(JSON.parse(await out("sarif")).runs[0].results).toEqual([]);
  expect(JSON.parse(await out("gitlab"))).toEqual([]);
  expect(await out("junit")).toContain('<testsuites name="rentree" tests="0" failures="0" errors="0">');
  expect(await out("github")).toBe("");
});
