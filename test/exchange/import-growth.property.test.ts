/** The time of an import grows with its sources, whatever they repeat. */
import { expect, test } from "vitest";
import { combine } from "../../server/src/exchange/combine.ts";
import { PARTS } from "../../server/src/exchange/proposal.ts";
import { proposalsOf } from "../../server/src/exchange/propose.ts";
import { readSources } from "../../server/src/exchange/read-sources.ts";
import type { Source } from "../../server/src/exchange/source.ts";
import { converted } from "../../server/src/schema/convert.ts";
import { parseFile } from "../../server/src/syntax/file.ts";
import { expectLinear } from "../support/growth.ts";
import { sourceOf } from "../support/import.ts";

const many = (count: number, one: (at: number) => string, between = "") =>
  Array.from({ length: count }, (_, at) => one(at)).join(between);
const courses = (row: (at: number) => string) => (count: number) => [
  sourceOf("cours.csv", `MAT_CODE;PROF_NOM;CLASSE\n${many(count, row, "\n")}`),
];
const read = (sources: readonly Source[]) => readSources(sources, { counts: false });

test.each<[string, (at: number) => string]>([
  ["teachers of one service", (at) => `FRANC;P${at};6E1`],
  ["classes of one group", (at) => `FRANC;P;[G]<C${at}> FRANC`],
  ["one course again and again", () => "FRANC;P;6E1"],
])("a list of courses with very many %s is read", (_, row) => {
  expectLinear(courses(row), read);
});

test("UnDeuxTEMPS with very many teachers of one service, and of one course", () => {
  const file = (number: string, rows: string) => sourceOf(`UDCal_${number}.xml`, `<t>${rows}</t>`);
  const service = (at: number) => `<ligfiche code="${at}" div="1" mat="1" prof="${at}"/>`;
  const other = (at: number) => `<coens lignefic="1" prof="${at}"/>`;
  for (const rows of [
    (count: number) => file("12", many(count, service)),
    (count: number) => file("23", many(count, other)),
  ])
    expectLinear((count) => [rows(count)], read);
});

test("each service is looked at a few times, however many classes there are", () => {
  const { records } = read(courses((at) => `FRANC;P${at % 50};C${at}`)(400));
  const outside = combine(records, "2026-11-28");
  let looks = 0;
  const services = outside.services.map((one) => ({
    ...one,
    get code() {
      looks++;
      return one.code;
    },
  }));
  proposalsOf({ ...outside, services }, converted(parseFile("file:///nothing", "")).value, new Set(PARTS));
  expect(looks).toBeLessThan(4 * services.length);
});
