import { expect, test } from "vitest";
import { findingsOf } from "../../../test/support/analysis.ts";
import { fixture, ROOT } from "../../../test/support/fixture.ts";
import { importRequest, sourceOf } from "../../../test/support/import.ts";
import { encoded, stsEmpXml } from "../../../test/support/school-exports.ts";
import { finished } from "../base/finished.ts";
import { compare } from "./comparison/compare.ts";
import { fleet } from "./fleet.ts";
import { planExports } from "./import-exports.ts";
import { newEstablishmentHints } from "./new-establishment-hints.ts";
import { tickPreview } from "./tick-preview.ts";

const NAMES = ["École 2", "École 9", "École 10", "École 11"];
// Neither the paths nor the letters have the order of the names.
const FOLDERS = ["sud", "ouest", "nord", "est"];
const { context } = fixture(
  NAMES.map(
    (nom, at) =>
      `#- ${FOLDERS[at]}/etablissement.pronote.yaml\netablissement: { rne: 075000${at}A, nom: ${nom} }\n`,
  ).join(""),
);
const found = findingsOf(context.workspace);
const parent = ROOT;

test("establishments are listed as people count, wherever one is chosen or seen", () => {
  const all = fleet(context, found);
  let step = all.next();
  while (!step.done) step = all.next();
  expect(step.value.establishments.map(({ name }) => name)).toEqual(NAMES);
  expect(
    finished(compare(context, { text: "NOM\tNIVEAU\n6E1\t6e\n" })).choices?.map(({ name }) => name),
  ).toEqual(NAMES);
  const sources = [sourceOf("sts.xml", encoded(stsEmpXml(), "iso-8859-15"))];
  const { choices } = planExports(context, importRequest({ sources: [] }, sources));
  expect(choices?.slice(1).map(({ name }) => name)).toEqual(NAMES);
  const { sisters } = newEstablishmentHints(context, { parent, models: true }, found);
  expect(sisters.map(({ name }) => name)).toEqual(NAMES);
  const candidates = tickPreview(context, { action: "fait", slug: "rne-etablissement" });
  expect(candidates.map(({ name }) => name)).toEqual(NAMES);
});
