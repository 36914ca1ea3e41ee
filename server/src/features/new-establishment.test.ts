import { expect, test } from "vitest";
import { findingsOf } from "../../../test/support/analysis.ts";
import { fixture, ROOT } from "../../../test/support/fixture.ts";
import { fullClientSupport } from "./full-client-support.ts";
import { newEstablishment } from "./new-establishment.ts";
import { newEstablishmentHints } from "./new-establishment-hints.ts";
import type { NewEstablishmentArgument, NewEstablishmentParams } from "./new-establishment-protocol.ts";

const { context } = fixture(`
#- a/etablissement.pronote.yaml
herite-de: ../academie.pronote.yaml
etablissement: { rne: 0759998K, nom: "Collège <b>A</b>" }
#- a/classes.pronote.yaml
classes: { 6E1: { niveau: inconnu } }
#- academie.pronote.yaml
matieres: { FRANC: { libelle: Français } }
#- commun/college.pronote.yaml
securite: { longueur-min: 12 }
#- perdu/identite.pronote.yaml
etablissement: { rne: 0759914U }
`);

function hints(params: Omit<NewEstablishmentParams, "parent">) {
  return newEstablishmentHints(context, { parent: ROOT, ...params }, findingsOf(context.workspace));
}

test.each([
  ["", undefined, /seven digits/],
  ["07599", undefined, /seven digits/],
  ["0759914", "0759914U", undefined],
  [" 0759914u ", "0759914U", undefined],
  ["0759914A", "0759914U", /digits 0759914 is U/],
  ["0759998k", "0759998K", /^Collège <b>A<\/b> has this RNE already/],
  ["0759998", "0759998K", /has this RNE already/],
  ["07599141U", undefined, /seven digits/],
])("the RNE %j: meant is %s", (rne, meant, problem) => {
  const { rne: proposal, rneProblem } = hints({ rne });
  expect(proposal).toBe(meant);
  if (problem) expect(rneProblem).toMatch(problem);
  else expect(rneProblem).toBeUndefined();
});

test("bases and establishments are listed on demand, the nearest first; a file with an RNE is no base", () => {
  expect(hints({})).toMatchObject({ bases: [], sisters: [] });
  const { bases, sisters } = hints({ models: true });
  expect(bases.map(({ path }) => path)).toEqual(["academie.pronote.yaml", "commun/college.pronote.yaml"]);
  expect(sisters).toEqual([{ uri: `${ROOT}/a`, name: "Collège <b>A</b>", path: "a" }]);
});

test("types and modes have their titles", () => {
  const { types, modes, type } = hints({ nom: "Lycée polyvalent du Port" });
  expect(type).toBe("lycee-polyvalent");
  expect(types.find(({ value }) => value === type)?.title).toBe("Comprehensive lycée");
  expect(modes.map(({ title }) => title)).toEqual(["Hosted", "Self-hosted"]);
});

test("a folder, and what is wrong with it", () => {
  const problemOf = (folder: string) => hints({ folder }).folderProblem;
  expect(hints({ nom: "Collège B", folder: "b c/b" })).toMatchObject({
    folder: "college-b",
    marker: `${ROOT}/b%20c/b/etablissement.pronote.yaml`,
  });
  expect(problemOf("b")).toBeUndefined();
  expect(problemOf("a")).toMatch(/already an establishment/);
  expect(problemOf("./a/")).toMatch(/already an establishment/);
  expect(problemOf("../b")).toMatch(/inside/);
  expect(problemOf("aux")).toMatch(/Windows/);
});

test("the errors of an establishment that is copied are told", () => {
  expect(hints({ sister: `${ROOT}/a` }).sisterWarning).toMatch(/^It has \d+ errors?;/);
});

const argument: NewEstablishmentArgument = {
  parent: `${ROOT}/`,
  folder: "b",
  nom: "Collège B",
  rne: "0759914u",
};

test("all files are created by one edit, with comments that say what is next", () => {
  const edit = newEstablishment(context, {
    ...argument,
    type: "college",
    mode: "heberge",
    base: `${ROOT}/academie.pronote.yaml`,
  });
  const uri = `${ROOT}/b/etablissement.pronote.yaml`;
  expect(edit?.documentChanges).toMatchObject([
    { kind: "create", uri },
    {
      textDocument: { uri, version: null },
      edits: [{ newText: expect.stringContaining("herite-de: ../academie") }],
    },
  ]);
  const text = JSON.stringify(edit);
  expect(text).toContain("# - periodes: Grading periods\\n");
  expect(text).not.toContain("# - matieres");
});

test("a copy has the files of the other one", () => {
  const edit = newEstablishment(context, { ...argument, sister: `${ROOT}/a`, people: true });
  expect(edit?.documentChanges?.flatMap((change) => ("kind" in change ? [change] : []))).toEqual([
    { kind: "create", uri: `${ROOT}/b/etablissement.pronote.yaml` },
    { kind: "create", uri: `${ROOT}/b/classes.pronote.yaml` },
  ]);
});

test.each([
  [{ nom: " " }, "A name is needed."],
  [{ rne: "0759914" }, "An RNE has seven digits and a letter."],
  [{ rne: "0759998K" }, "Collège <b>A</b> has this RNE already: “0759998K”."],
  [{ folder: "a" }, "There is already an establishment there."],
  [{ folder: "/b" }, "Write a path inside that folder."],
  [{ sister: `${ROOT}/weg` }, "The establishment to copy is not there any more."],
])("refused with the reason: %j", (change, reason) => {
  expect(() => newEstablishment(context, { ...argument, ...change })).toThrow(reason);
});

test("refused if a file is there, or the editor cannot create files", () => {
  const { context: taken } = fixture(`
#- a/etablissement.pronote.yaml
etablissement: { rne: 0759998K, nom: A }
#- a/classes.pronote.yaml
classes: { 6E1: {} }
#- b/classes.pronote.yaml
classes: { 6E1: {} }
`);
  const copy = { ...argument, sister: `${ROOT}/a`, people: true };
  expect(() => newEstablishment(taken, copy)).toThrow("There is already a file “b/classes.pronote.yaml”.");
  const poor = { ...context, client: { ...fullClientSupport, creates: false } };
  expect(() => newEstablishment(poor, argument)).toThrow("does not let the server create files");
});
