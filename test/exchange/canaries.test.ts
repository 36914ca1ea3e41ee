/** What is private in an export comes out nowhere: planted values, looked for in all that an import makes. */
import { inspect } from "node:util";
import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { finished } from "../../server/src/base/finished.ts";
import { localizerFor } from "../../server/src/base/localize.ts";
import { combine } from "../../server/src/exchange/combine.ts";
import { communs } from "../../server/src/exchange/communs.ts";
import { coursColumns } from "../../server/src/exchange/edt-cours.ts";
import { elevesCounts } from "../../server/src/exchange/eleves-counts.ts";
import { empSts } from "../../server/src/exchange/emp-sts.ts";
import { readSources } from "../../server/src/exchange/read-sources.ts";
import { stsEmp } from "../../server/src/exchange/sts-emp.ts";
import { readTable } from "../../server/src/exchange/table.ts";
import { readXml } from "../../server/src/exchange/xml.ts";
import { importExports, planExports } from "../../server/src/features/import-exports.ts";
import { fixture, ROOT } from "../support/fixture.ts";
import { importPlanOf, importRequest, sourceOf } from "../support/import.ts";
import {
  CANARY,
  communsXml,
  coursTable,
  elevesXml,
  empStsXml,
  encoded,
  plantedCanaries,
  responsablesXml,
  stsEmpXml,
} from "../support/school-exports.ts";

const latin = (text: string) => encoded(text, "iso-8859-15");
const udt = zipSync({
  "UDCal_00.xml": strToU8("<p><annee>2026</annee></p>"),
  "UDCal_04.xml": strToU8(`<p><prof code="1" nom="A" prenom="B" code_matppl="F" epj="${CANARY}"/></p>`),
  "UDCal_10.xml": strToU8(`<e><eleve nom="${CANARY}"/></e>`),
  "UDCal_21.xml": strToU8(`<e><ele_gpe eleve="${CANARY}"/></e>`),
});

const sources = () => [
  sourceOf("sts.xml", latin(stsEmpXml())),
  sourceOf("emp.xml", latin(empStsXml())),
  sourceOf("communs.xml", latin(communsXml())),
  sourceOf("eleves.xml", latin(elevesXml())),
  sourceOf("responsables.xml", latin(responsablesXml())),
  sourceOf("cours.csv", coursTable()),
  sourceOf("udt.zip", udt),
];

/** Everything that hangs on a value, maps and private parts included, as text. */
const whole = (value: unknown) =>
  inspect(value, {
    depth: Number.POSITIVE_INFINITY,
    maxArrayLength: null,
    maxStringLength: null,
    showHidden: true,
  });

test("no private value is in the records, in what they say together, in the plan, or in a message", () => {
  const before = plantedCanaries();
  const read = readSources(sources(), { counts: true });
  expect(plantedCanaries() - before).toBeGreaterThan(300);
  expect(read.records).toHaveLength(6);
  const plan = importPlanOf(sources(), new Map(), { counts: true });
  const messages = (["en", "fr"] as const).flatMap((language) =>
    plan.findings.map(({ message }) => localizerFor(language)(message)),
  );
  for (const text of [
    whole(read),
    whole(combine(read.records, "2026-11-28")),
    whole(plan),
    messages.join("\n"),
  ]) {
    expect(text.length).toBeGreaterThan(100);
    expect(text).not.toContain(CANARY);
  }
});

test("nor in what the editor is told or asked to write; of a private line of one's own, nothing is told either", () => {
  const own = `etablissement: { rne: 0759998K, nom: Collège, annee-scolaire: 2026-2027 }
classes:
  6E1: { libelle: ${CANARY} un } # INE 123456789AB
  5E1: { libelle: Cinquième 1 }
`;
  const { context } = fixture(own);
  const params = { sources: [{ name: "a", uri: `${ROOT}/a` }], counts: true };
  const request = importRequest(params, sources());
  const answer = planExports(context, request);
  const differences = answer.planned?.lines.filter((line) => line.startsWith("~ classes/")) ?? [];
  expect(differences.map((line) => /“(.*?)”/.exec(line)?.[1])).toEqual(["…", "Cinquième 1"]);
  for (const told of [answer, importExports(context, request)]) {
    expect(whole(told).length).toBeGreaterThan(1000);
    expect(whole(told)).not.toContain(CANARY);
  }
});

test("the parsers hand over no private value, not even to the readers", () => {
  const texts = [stsEmpXml(), empStsXml(), communsXml(), elevesXml()];
  for (const [at, format] of [stsEmp, empSts, communs, elevesCounts].entries()) {
    const elements: unknown[] = [];
    finished(readXml(sourceOf("a.xml", latin(texts[at]!)), format, (element) => elements.push(element)));
    expect(elements.length).toBeGreaterThan(3);
    expect(whole(elements)).not.toContain(CANARY);
  }
  const table = finished(readTable(sourceOf("cours.csv", coursTable()), coursColumns));
  expect(table?.rows).toHaveLength(12);
  expect(whole(table)).not.toContain(CANARY);
});

test("nor if the file is broken where a private value stands", () => {
  for (const xml of [stsEmpXml(), elevesXml(), empStsXml()]) {
    for (let at = xml.indexOf(CANARY); at >= 0; at = xml.indexOf(CANARY, at + xml.length / 20)) {
      const cut = importPlanOf([sourceOf("a.xml", latin(xml.slice(0, at + CANARY.length + 1)))], new Map(), {
        counts: true,
      });
      expect(cut.findings.map(({ id }) => id)).toContain("broken-xml");
      expect(whole(cut)).not.toContain(CANARY);
      const damaged = `${xml.slice(0, at)}&${xml.slice(at)}`;
      expect(
        whole(importPlanOf([sourceOf("a.xml", latin(damaged))], new Map(), { counts: true })),
      ).not.toContain(CANARY);
    }
  }
});

test("an element within a text that is read is no part of it", () => {
  const nested = stsEmpXml().replace("<PRENOM>JEAN", `<PRENOM><NOTE>${CANARY}</NOTE>JEAN`);
  const plan = importPlanOf([sourceOf("a.xml", latin(nested))]);
  expect(whole(plan)).toContain("Jean-Ananas");
  expect(whole(plan)).not.toMatch(new RegExp(CANARY, "i"));
});

test("a canary is found where it is: in a field that is read", () => {
  const seen = latin(stsEmpXml().replace("<PRENOM>JEAN", `<PRENOM>${CANARY}`));
  expect(whole(importPlanOf([sourceOf("a.xml", seen)]))).toMatch(new RegExp(CANARY, "i"));
});
