/** From which base an establishment inherits that an import creates: in the editor and on the command line the same. */
import { describe, expect, test } from "vitest";
import { newEstablishmentIn } from "../../server/src/cli/import-target.ts";
import { planImport } from "../../server/src/exchange/plan-import.ts";
import { PARTS } from "../../server/src/exchange/proposal.ts";
import { importExports, planExports } from "../../server/src/features/import-exports.ts";
import { newEstablishmentHints } from "../../server/src/features/new-establishment-hints.ts";
import { uriOf } from "../../server/src/lsp/disk.ts";
import { folderWith } from "../support/cli.ts";
import { filesIn, fixture, ROOT } from "../support/fixture.ts";
import { importRequest, sourceOf } from "../support/import.ts";
import { encoded, stsEmpXml } from "../support/school-exports.ts";
import { edited } from "../support/workspace-edit.ts";

const MARKER = "etablissement.pronote.yaml";
const sts = sourceOf("sts.xml", encoded(stsEmpXml(), "iso-8859-15"));
const request = (folder: string) =>
  importRequest({ sources: [{ name: "sts.xml" }], parent: ROOT, folder }, [sts]);
const heir = (base: string, rne = "0759914U") =>
  `herite-de: ${base}\netablissement: { rne: ${rne}, nom: Voisin, annee-scolaire: 2026-2027 }\n`;

/** The first file that the editor's import creates in a folder. */
function markerInEditor(source: string, folder: string): string {
  const { context, texts } = fixture(source);
  return (
    edited(texts, importExports(context, request(folder)) ?? {}).get(`${ROOT}/${folder}/${MARKER}`) ?? ""
  );
}

/** The first file that the command line's import creates in a folder. */
async function markerOnDisk(source: string, folder: string): Promise<string> {
  const cwd = folderWith(Object.fromEntries(filesIn(source)));
  const { records } = request(folder).read;
  const snapshot = await newEstablishmentIn(folder, cwd, records);
  const options = { refresh: false, prune: false, lift: false };
  const plan = planImport({ snapshot, records, noticed: [], only: new Set(PARTS), options });
  const marker = `${uriOf(cwd)}/${folder}/${MARKER}`;
  return plan.files.find(({ uri }) => uri === marker)?.after ?? "";
}

/** In the editor, some file is open: this one decides nothing. */
const FAR = `#- weit/weg/${MARKER}\n${heir("../weg.pronote.yaml", "0759901E")}`;
const baseIn = (text: string) => /^herite-de: (.*)$/m.exec(text)?.[1];

const MATIERES = "matieres: { FRANC: { libelle: Français } }\n";
const BESIDE = `#- academie.pronote.yaml\n${MATIERES}#- b/${MARKER}\n${heir("../academie.pronote.yaml")}`;

test.each([
  ["the one beside it, which others inherit from", BESIDE, "a", "../academie.pronote.yaml"],
  ["none if there is none", `#- b/${MARKER}\n${heir("../weg.pronote.yaml")}`, "a", undefined],
  [
    "one without heirs yet, above it",
    `#- academie.pronote.yaml\n${MATIERES}`,
    "x/a",
    "../../academie.pronote.yaml",
  ],
  [
    "one without heirs yet, in a folder beside",
    `#- commun/base.pronote.yaml\n${MATIERES}`,
    "a",
    "../commun/base.pronote.yaml",
  ],
  ["the nearest one", `${BESIDE}#- lyon/base.pronote.yaml\n${MATIERES}`, "lyon/a", "../base.pronote.yaml"],
  [
    "not what another folder shares among itself",
    `#- lyon/base.pronote.yaml\n${MATIERES}#- lyon/b/${MARKER}\n${heir("../base.pronote.yaml")}`,
    "paris/a",
    undefined,
  ],
  [
    "not what lies ready for the establishments of another folder",
    `#- lyon/base.pronote.yaml\n${MATIERES}#- lyon/b/${MARKER}\n${heir("../weg.pronote.yaml")}`,
    "a",
    undefined,
  ],
  [
    "one of a folder beside that all around share",
    `#- commun/base.pronote.yaml\n${MATIERES}#- lyon/b/${MARKER}\n${heir("../../commun/base.pronote.yaml")}`,
    "paris/a",
    "../../commun/base.pronote.yaml",
  ],
  [
    "none of another académie, but the next one",
    `#- paris/base.pronote.yaml\netablissement: { academie: Lyon }\n#- commun.pronote.yaml\n${MATIERES}`,
    "paris/a",
    "../../commun.pronote.yaml",
  ],
  [
    "one of the same académie",
    `#- academie.pronote.yaml\netablissement: { academie: Paris }\n`,
    "a",
    "../academie.pronote.yaml",
  ],
  [
    "one that brings another one along, whatever their names",
    `#- a-national.pronote.yaml\n${MATIERES}#- z-academie.pronote.yaml\nherite-de: a-national.pronote.yaml\n#- b/${MARKER}\n${heir("../z-academie.pronote.yaml")}`,
    "a",
    "../z-academie.pronote.yaml",
  ],
  [
    "of two that are as near the first by name",
    `#- profils.pronote.yaml\n${MATIERES}#- matieres.pronote.yaml\n${MATIERES}`,
    "a",
    "../matieres.pronote.yaml",
  ],
  [
    "one with errors",
    `#- academie.pronote.yaml\nmatieres: [\nniveaux: {}\n`,
    "a",
    "../academie.pronote.yaml",
  ],
  ["none with a private name", `#- 06.12.34.56.78.pronote.yaml\n${MATIERES}`, "a", undefined],
  ["none with an RNE or ticks", `#- perdu.pronote.yaml\nderoulement: {}\n`, "a", undefined],
  ["none of its own folder: that belongs to it", `#- a/classes.pronote.yaml\nniveaux: {}\n`, "a", undefined],
])("%s", async (_, source, folder, base) => {
  const ours = FAR + source;
  expect(baseIn(markerInEditor(ours, folder))).toBe(base);
  expect(baseIn(await markerOnDisk(ours, folder))).toBe(base);
});

test("it is the one that New Establishment proposes for the folder around", () => {
  for (const source of [
    BESIDE,
    `#- lyon/base.pronote.yaml\n${MATIERES}#- lyon/b/${MARKER}\n${heir("../base.pronote.yaml")}`,
  ]) {
    const { context } = fixture(source);
    const hints = newEstablishmentHints(context, { parent: ROOT, models: true }, undefined);
    const [first] = hints.bases;
    expect(first).toBeDefined();
    expect(hints.base).toBe(source === BESIDE ? first?.uri : undefined);
    expect(baseIn(markerInEditor(source, "a"))).toBe(
      source === BESIDE ? "../academie.pronote.yaml" : undefined,
    );
  }
});

describe("what the base gives", () => {
  const BASE = `etablissement: { academie: Paris, type: college, annee-scolaire: 2025-2026 }
hebergement: { mode: heberge }
matieres: { FRANC: { libelle: Français, code: 020700 }, MATHS: { libelle: Maths } }
niveaux: { 6e: { periodicite: trimestriel } }
`;
  const SCHOOL = `${FAR}#- academie.pronote.yaml\n${BASE}`;
  const importedInto = (source: string, input = request("a")) => {
    const { context, texts } = fixture(source);
    const after = edited(texts, importExports(context, input) ?? {});
    return { written: (name: string) => after.get(`${ROOT}/a/${name}`) ?? "", after };
  };
  const linesFor = (source: string) =>
    planExports(fixture(source).context, request("a")).planned?.lines ?? [];

  test("is not written again; another value is, where it is the establishment's own", () => {
    const { written } = importedInto(SCHOOL);
    expect(
      written(MARKER),
    ).toBe(`# Établissement créé par « rentree import ». Ce fichier est à vous : complétez ce qui n'a pas encore de valeur.
herite-de: ../academie.pronote.yaml
etablissement:
  rne: 0759998K
  nom: Collège des Tilleuls
  annee-scolaire: 2026-2027
periodes:
`);
    expect(written("niveaux.pronote.yaml")).not.toContain("6e");
    const matieres = written("importe/matieres.pronote.yaml");
    expect([matieres.includes("FRANC"), matieres.includes("EPS")]).toEqual([false, true]);
    expect(matieres).toContain("  MATHS:\n    code: 061300\n");
  });

  test("is judged as for an establishment that had the base before, and then there is nothing to do", () => {
    const { written, after } = importedInto(SCHOOL);
    const imported = [...after].filter(([uri]) => uri.includes("/importe/"));
    const own = [MARKER, "niveaux.pronote.yaml"].map((name) => `#- a/${name}\n${written(name)}`).join("");
    const into = importRequest({ sources: [{ name: "sts.xml" }], establishment: `${ROOT}/a` }, [sts]);
    const second = importedInto(SCHOOL + own, into).after;
    expect([...second].filter(([uri]) => uri.includes("/importe/"))).toEqual(imported);
    const all = [...second].map(([uri, text]) => `#- ${uri.slice(ROOT.length + 1)}\n${text}`).join("");
    expect(importExports(fixture(all).context, into)).toBeUndefined();
  });

  test("is told in the plan, with what is kept", () => {
    const lines = linesFor(SCHOOL.replace("Maths", "Calcul"));
    expect(lines.filter((line) => line.includes("academie"))).toEqual([
      expect.stringMatching(/^~ matieres\/MATHS\/libelle: .*“Calcul” \(\.\.\/academie\.pronote\.yaml:3\)/),
      "· It inherits from the base “../academie.pronote.yaml” (herite-de): what that says is not written again.",
    ]);
  });

  test("where it cannot be read, nothing is concluded", () => {
    const lines = linesFor(SCHOOL.replace("matieres: {", "matieres: ["));
    expect(lines.find((line) => line.includes("cannot be read"))).toMatch(
      /^· Values left out, as the configuration/,
    );
  });
});

describe("what the folder holds already", () => {
  test("is the establishment's: nothing is written twice", () => {
    const { context, texts } = fixture(`${FAR}#- academie.pronote.yaml
etablissement: { annee-scolaire: 2025-2026 }
#- a/identite.pronote.yaml
etablissement: { nom: Les Tilleuls, type: college }
matieres: { FRANC: { libelle: Français, code: 020700 } }
`);
    const after = edited(texts, importExports(context, request("a")) ?? {});
    expect(after.get(`${ROOT}/a/${MARKER}`)).toContain(
      "etablissement:\n  rne: 0759998K\n  annee-scolaire: 2026-2027\n  academie: Paris\nhebergement:",
    );
    expect(after.get(`${ROOT}/a/importe/matieres.pronote.yaml`)).not.toContain("FRANC");
  });

  test("stops the import if it is of another establishment", () => {
    const { context } = fixture(`${FAR}#- a/identite.pronote.yaml\netablissement: { rne: 0759914U }\n`);
    expect(planExports(context, request("a")).planned).toMatchObject({
      isStopped: true,
      findings: [{ message: expect.stringMatching(/^It is of the establishment 0759998K/) }],
    });
  });
});
