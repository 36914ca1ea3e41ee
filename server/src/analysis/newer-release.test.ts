import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findingsOf } from "../../../test/support/analysis.ts";
import { checkRule, findingsIn } from "../../../test/support/check.ts";
import { fixture } from "../../../test/support/fixture.ts";
import { filesIn } from "../../../test/support/sources.ts";
import { KNOWN_RELEASE } from "../schema/known-release.ts";

const NEW = `It may be new in PRONOTE ${KNOWN_RELEASE + 1}; this version of Rentrée knows PRONOTE up to ${KNOWN_RELEASE}.`;

const unknownKeys = (source: string) => findingsIn(fixture(source)).filter(({ id }) => id === "unknown-key");

test.each([
  [`version: ${KNOWN_RELEASE + 1}`, "warning"],
  [`annee-scolaire: ${KNOWN_RELEASE + 1}-${KNOWN_RELEASE + 2}`, "warning"],
  [`version: ${KNOWN_RELEASE}, annee-scolaire: ${KNOWN_RELEASE + 1}-${KNOWN_RELEASE + 2}`, "error"],
  [`version: ${KNOWN_RELEASE}`, "error"],
  ["nom: École", "error"],
  ["version: bientôt", "error"],
])("with %s in another file, an unknown key has the severity %s", (written, severity) => {
  const [found] = unknownKeys(`
#- etablissement.pronote.yaml
etablissement: { ${written} }
#- espaces.pronote.yaml
espaces: { parents: { zzzzzz: true } }
`);
  expect(found?.rule.severity).toBe(severity);
  expect(JSON.stringify(found?.message).includes("It may be new")).toBe(severity === "warning");
});

test("the message says so, and no fix for it is sure", () => {
  checkRule(
    { id: "unknown-key" },
    `
etablissement: { version: ${KNOWN_RELEASE + 1} }
espaces: { parents: { mobyle: true } }
#                     ^^^^^^ Unknown key “mobyle”. Did you mean “mobile”? ${NEW}
`,
  );
  const source = (version: number) => `etablissement: { version: ${version}, uai: 0759998K }\n`;
  const safety = (version: number) => unknownKeys(source(version))[0]?.fixes?.map((fix) => fix.safety);
  expect([safety(KNOWN_RELEASE), safety(KNOWN_RELEASE + 1)]).toEqual([["sure"], ["probable"]]);
});

test("a base goes by what it says itself", () => {
  const academie = (version: string) => `
#- academie.pronote.yaml
etablissement: { academie: Paris${version} }
espaces: { parents: { zzzzzz: true } }
#- ecole/etablissement.pronote.yaml
herite-de: ../academie.pronote.yaml
etablissement: { version: ${KNOWN_RELEASE + 1} }
`;
  const severities = (source: string) => unknownKeys(source).map(({ rule }) => rule.severity);
  expect(severities(academie(""))).toEqual(["error"]);
  expect(severities(academie(`, version: ${KNOWN_RELEASE + 1}`))).toEqual(["warning"]);
});

test("the findings of a file that did not change are the same objects", () => {
  const { workspace } = fixture(`etablissement: { version: ${KNOWN_RELEASE + 1}, zzzzzz: 1 }\n`);
  const first = (today: string) =>
    [...findingsOf(workspace.at({ today })).values()].flat().find(({ id }) => id === "unknown-key");
  expect(first("2026-08-25")).toBeDefined();
  expect(first("2026-08-26")).toBe(first("2026-08-25"));
});

test("no menu path is of a later PRONOTE than the newest that is known", () => {
  const root = join(import.meta.dirname, "../../..");
  const years = filesIn("schemas")
    .filter((file) => file.endsWith(".schema.json") || file.endsWith(".yaml"))
    .flatMap((file) => [...readFileSync(join(root, file), "utf8").matchAll(/^\s*"?(20\d\d)"?:/gm)])
    .map(([, year]) => Number(year));
  expect(years.length).toBeGreaterThan(100);
  expect(Math.max(...years)).toBeLessThanOrEqual(KNOWN_RELEASE);
});
