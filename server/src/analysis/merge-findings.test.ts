import { expect, test } from "vitest";
import { findingsIn } from "../../../test/support/check.ts";
import { fixture } from "../../../test/support/fixture.ts";

/** The findings as text: file and message, followed by those of the related information. */
function findingLines(source: string): readonly string[] {
  const fixed = fixture(source);
  return findingsIn(fixed).map(({ at, message, related = [] }) => {
    const others = related.map(
      (one) => `${fileOf(one.at.block.uri)}: ${fixed.context.localize(one.message)}`,
    );
    return [`${fileOf(at.block.uri)}: ${fixed.context.localize(message)}`, ...others].join(" | ");
  });
}

function fileOf(uri: string): string {
  return uri.split("/").slice(4).join("/").replace(".pronote.yaml", "");
}

const heirs = (count: number) =>
  Array.from(
    { length: count },
    (_, at) => `#- e${at}/etablissement.pronote.yaml\nherite-de: ../academie.pronote.yaml\n`,
  ).join("");
const BASE = "#- academie.pronote.yaml\nclasses: { 6A: { professeur-principal: roux } }\nprofesseurs: {}\n";

test("a finding on a base is reported once, with the number and names of the establishments that have it", () => {
  const [alone] = findingLines(`${BASE}${heirs(1)}`);
  expect(alone).toMatch(/^academie: .*roux/);
  expect(alone).not.toContain("establishments)");
  const [five, ...others] = findingLines(`${BASE}${heirs(5)}`);
  expect(others.filter((one) => one.includes("roux"))).toEqual([]);
  expect(five?.split(" | ")).toEqual([
    `${alone} (5 of 5 establishments)`,
    ...[0, 1, 2].map((at) => `e${at}/etablissement: Concerns this establishment: e${at}`),
  ]);
});

test("the total counts establishments that do not have the finding, but no files that belong to no establishment", () => {
  const more = "#- z/etablissement.pronote.yaml\nclasses: {}\n";
  const cut = "#- y/etablissement.pronote.yaml\nherite-de: ../academie.pronote.yaml\nclasses: { 6A: ~ }\n";
  const lost = "#- lost.pronote.yaml\nclasses: {}\n";
  expect(findingLines(`${BASE}${heirs(2)}`)[0]).toContain("(2 of 2 establishments)");
  expect(findingLines(`${BASE}${heirs(2)}${cut}${more}${lost}`)[0]).toContain("(2 of 4 establishments)");
});

const TWO = `
#- a/etablissement.pronote.yaml
etablissement: { rne: 0759998K, nom: A }
#- b/etablissement.pronote.yaml
etablissement: { rne: 0759998K, nom: B }
`;

test("findings from comparing establishments are reported, and can be suppressed", () => {
  const compared = (source: string) => findingLines(source).filter((one) => one.includes("0759998K"));
  expect(compared(TWO).map((one) => one.split(":", 1)[0])).toEqual(["b/etablissement"]);
  expect(compared(TWO.replace("0759998K, nom: B", "0759901E, nom: B"))).toEqual([]);
  const ignore = "# rentree-ignore rne-of-two-establishments: cité scolaire\n";
  expect(compared(TWO.replace("etablissement: { rne: 0759998K, nom: B", `${ignore}$&`))).toEqual([]);
});

test("an unused suppression is reported only if the whole workspace could be read", () => {
  const unused = "#- a.pronote.yaml\n# rentree-ignore boolean-word: plus utile\nclasses: {}\n";
  const ids = (more: string) => findingsIn(fixture(`${unused}${more}`)).map(({ id }) => id);
  expect(ids("")).toContain("unused-suppression");
  expect(ids("#- b.pronote.yaml\nclasses: {}\n---\nclasses: {}\n")).not.toContain("unused-suppression");
  expect(ids("#- b.pronote.yaml\nclasses: [\n")).not.toContain("unused-suppression");
  expect(ids("#- b.pronote.yaml\na\0b\n")).not.toContain("unused-suppression");
});
