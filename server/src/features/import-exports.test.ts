import { describe, expect, test } from "vitest";
import { fixture, ROOT } from "../../../test/support/fixture.ts";
import { importRequest, sourceOf } from "../../../test/support/import.ts";
import { encoded, SCHOOL, stsEmpXml } from "../../../test/support/school-exports.ts";
import { edited } from "../../../test/support/workspace-edit.ts";
import { MAX_SOURCE_BYTES } from "../exchange/source.ts";
import { importExports, planExports } from "./import-exports.ts";
import { type ImportParams, MAX_SENT_BYTES } from "./import-protocol.ts";

const NAME = "sts.xml";
const OWN = "etablissement: { rne: 0759998K, nom: Collège des Tilleuls, annee-scolaire: 2026-2027 }\n";
const OTHER = "etablissement: { rne: 0759914U, nom: Lycée de la Rade, annee-scolaire: 2026-2027 }\n";
const BOTH = `#- a/etablissement.pronote.yaml\n${OWN}#- b/etablissement.pronote.yaml\n${OTHER}`;

const request = (params: Partial<ImportParams> = {}, text = stsEmpXml()) =>
  importRequest({ sources: [{ name: NAME, uri: `${ROOT}/${NAME}` }], ...params }, [
    sourceOf(NAME, encoded(text, "iso-8859-15")),
  ]);
const planned = (school: string, params: Partial<ImportParams> = {}, text?: string) =>
  planExports(fixture(school).context, request(params, text)).planned;

describe("into which establishment", () => {
  test("the one with the RNE of the exports, whatever its name", () => {
    expect(planned(BOTH)).toMatchObject({
      title: "Collège des Tilleuls ← sts.xml (STSWEB)",
      establishment: `${ROOT}/a`,
      isStopped: false,
    });
  });

  test("the one that is named by its folder or a file of it, or in whose folder they lie: another RNE is told", () => {
    const told = { isStopped: true, files: [], lines: [] };
    const message = expect.stringMatching(
      /^It is of the establishment 0759998K, this configuration is of 0759914U/,
    );
    for (const establishment of [`${ROOT}/b`, `${ROOT}/b/etablissement.pronote.yaml`])
      expect(planned(BOTH, { establishment })).toMatchObject({
        ...told,
        findings: [{ severity: "error", message }],
      });
    const sources = [{ name: NAME, uri: `${ROOT}/b/exports/${NAME}` }];
    const found = planned(BOTH, { sources });
    expect(found).toMatchObject({ establishment: `${ROOT}/b`, findings: [{ message }] });
    // The place in the file: an editor opens it there.
    const { uri, range } = found?.findings[0]?.place ?? {};
    expect([uri, range?.start.line]).toEqual([`${ROOT}/b/exports/${NAME}`, 1]);
  });

  test("of another year nothing is imported", () => {
    expect(planned(BOTH, {}, stsEmpXml({ ...SCHOOL, annee: "2025" }))?.findings).toMatchObject([
      { severity: "error", message: expect.stringMatching(/^It is of the school year 2025-2026/) },
    ]);
  });

  test("of an unknown RNE a new one is offered first, then all others", () => {
    const { choices } = planExports(fixture(`#- b/etablissement.pronote.yaml\n${OTHER}`).context, request());
    expect(choices).toEqual([
      { name: "New establishment: Collège des Tilleuls 0759998K", folder: "college-des-tilleuls" },
      { name: "Lycée de la Rade", uri: `${ROOT}/b` },
    ]);
  });

  test("one that is gone, or a folder that is taken, is refused", () => {
    expect(() => planned(BOTH, { establishment: `${ROOT}/weg` })).toThrow(/not there any more/);
    expect(() => planned(BOTH, { parent: ROOT, folder: "a" })).toThrow(/already an establishment/);
    expect(() => planned(BOTH, { parent: ROOT, folder: "../weg" })).toThrow(/inside that folder/);
  });
});

test("what cannot be read is told, and nothing is asked", () => {
  const sources = [{ name: "a.zip" }];
  const unread = [
    { id: "unreadable", severity: "error" as const, source: "a.zip", message: { text: "No.", args: [] } },
  ];
  const { planned: plan } = planExports(fixture(BOTH).context, {
    params: { sources },
    read: { records: [], findings: unread },
  });
  expect(plan).toMatchObject({
    title: "a.zip",
    isStopped: true,
    findings: [{ source: "a.zip", message: "No." }],
  });
});

test("a new establishment is made by one edit, all of it chosen, and shown first", () => {
  const { context, texts } = fixture(`#- b/etablissement.pronote.yaml\n${OTHER}`);
  const params = { parent: `${ROOT}/`, folder: "college" };
  const plan = planExports(context, request(params)).planned;
  expect(plan?.marker).toBe(`${ROOT}/college/etablissement.pronote.yaml`);
  const edit = importExports(context, request(params));
  const labels = Object.values(edit?.changeAnnotations ?? {});
  expect(labels.map(({ label, needsConfirmation }) => [label.slice(0, 20), needsConfirmation])).toEqual([
    ["New: 3 subjects, 7 t", false],
    ["What you wrote by ha", true],
  ]);
  // All new files first, and then all texts: an editor takes back each of the two at once.
  const kinds = edit?.documentChanges?.map((one) => ("kind" in one ? one.kind : "text"));
  expect(kinds).toEqual([...Array(5).fill("create"), ...Array(5).fill("text")]);
  const after = edited(texts, edit ?? {});
  expect([...after.keys()].filter((uri) => !texts.has(uri))).toEqual(plan?.files);
  expect(after.get(`${ROOT}/college/etablissement.pronote.yaml`)).toContain("rne: 0759998K");
  // What needs to be chosen changes nothing.
  const asked = edit?.documentChanges?.flatMap((one) => ("edits" in one ? one.edits : [])) ?? [];
  expect(asked.filter((one) => "annotationId" in one && one.annotationId === "end")).toMatchObject([
    { newText: "" },
  ]);
});

describe("what somebody wrote otherwise", () => {
  const SCHOOL_FILES = `#- etablissement.pronote.yaml
${OWN}
#- classes.pronote.yaml
classes:
  6E1: { libelle: Sixième 1, niveau: 6e, services: { FRANC: { professeurs: brocoli, coefficient: 2 } } }
  5E1: { comme: 6E1, niveau: 5e }
professeurs:
  brocoli: { nom: Brocoli, prenom: Jean-Brocoli }
`;
  const labelsOf = (edit: ReturnType<typeof importExports>) =>
    Object.values(edit?.changeAnnotations ?? {}).map(({ label, needsConfirmation }) => [
      label.split(":")[0],
      needsConfirmation,
    ]);

  test("is offered, and only changed if it is chosen; what others take over is not offered", () => {
    const { context, texts } = fixture(SCHOOL_FILES);
    const edit = importExports(context, request());
    expect(labelsOf(edit)).toEqual([
      ["New", false],
      ["What you wrote by hand is not changed", true],
    ]);
    const uri = `${ROOT}/classes.pronote.yaml`;
    // The label and the teacher of 6E1 are those of 5E1 too: there is no edit that changes one of them alone.
    expect(edited(texts, edit ?? {}).get(uri)).toBe(texts.get(uri));
    const alone = fixture(SCHOOL_FILES.replace("comme: 6E1, ", ""));
    const offered = importExports(alone.context, request());
    expect(labelsOf(offered)).toEqual([
      ["New", false],
      ["You wrote something else", true],
    ]);
    const all = edited(alone.texts, offered ?? {}).get(uri);
    expect(all).toContain(
      "libelle: 6E1 EME, niveau: 6e, services: { FRANC: { professeurs: ananas, coefficient: 2 } }",
    );
  });

  test("is left alone by an editor that cannot let the user choose", () => {
    const { context, texts } = fixture(SCHOOL_FILES.replace("comme: 6E1, ", ""));
    const client = { ...context.client, changeAnnotations: false };
    const edit = importExports({ ...context, client }, request());
    expect(edit?.changeAnnotations).toBeUndefined();
    const uri = `${ROOT}/classes.pronote.yaml`;
    expect(edited(texts, edit ?? {}).get(uri)).toBe(texts.get(uri));
  });
});

test("a refresh changes the lines of imported files that are outdated, and no others", () => {
  const made = fixture(`#- etablissement.pronote.yaml\n${OWN}`);
  const first = edited(made.texts, importExports(made.context, request()) ?? {});
  const source = [...first].map(([uri, text]) => `#- ${uri.slice(ROOT.length + 1)}\n${text}`).join("");
  const later = stsEmpXml().replace("6E1 EME", "SIXIEME 1");
  const again = fixture(source);
  const plan = planExports(again.context, request({}, later)).planned;
  expect(plan).toMatchObject({ files: [], outdated: 1, isCountable: false });
  const told = (params: Partial<ImportParams>) =>
    planExports(again.context, request(params, later)).planned?.lines.find((line) => line.startsWith("↻"));
  expect(told({})).toMatch(/; “Bring Up to Date” brings it up to date$/);
  expect(told({ refresh: true })).toMatch(/, brought up to date$/);
  const edit = importExports(again.context, request({ refresh: true }, later));
  const changed = edit?.documentChanges?.flatMap((one) => ("edits" in one ? one.edits : [])) ?? [];
  expect(changed.filter((one) => "newText" in one && one.newText !== "")).toHaveLength(2);
  expect(importExports(again.context, request())).toBeUndefined();
});

test("a client that cannot create files is told so, and an error is a refusal", () => {
  const { context } = fixture(`#- etablissement.pronote.yaml\n${OWN}`);
  const client = { ...context.client, creates: false };
  expect(() => importExports({ ...context, client }, request())).toThrow(
    /does not let the server create files/,
  );
  const other = fixture(`#- b/etablissement.pronote.yaml\n${OTHER}`);
  expect(() => importExports(other.context, request({ establishment: `${ROOT}/b` }))).toThrow(/0759998K/);
  expect(() => importExports(fixture(BOTH).context, importRequest({ sources: [] }, []))).toThrow(/not clear/);
});

test("what a client sends at most is what the server takes", () => {
  expect(MAX_SENT_BYTES).toBe(MAX_SOURCE_BYTES);
});
