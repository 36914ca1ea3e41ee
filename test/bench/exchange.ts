/** Reading the exports of a cité scolaire, beside the XML parser alone on the same bytes. */
import { SaxesParser } from "saxes";
import { combine } from "../../server/src/exchange/combine.ts";
import { readSources } from "../../server/src/exchange/read-sources.ts";
import type { Source } from "../../server/src/exchange/source.ts";
import { elevesXml, encoded, stsEmpXml } from "../support/school-exports.ts";
import { atMost, type Chapter, ratio, rowOf, type Setting } from "./chapter.ts";

const SCHOOL = { rne: "0759998K", annee: "2026", classes: 400, matieres: 5, eleves: 12_000 };
const TODAY = "2026-11-28";
/** How many bytes the parser alone is given at once: as many as in the reader. */
const CHUNK = 1 << 16;
/** How often all is read before anything is timed, so that the code is warm on both sides. */
const WARM_UP = 3;

/** Reads STSWEB's export and the students' file as one school, in turn with the parser alone. */
export async function exchange({ rounds }: Setting): Promise<Chapter> {
  const sources = [
    { name: "sts_emp.xml", bytes: encoded(stsEmpXml(SCHOOL), "iso-8859-15") },
    { name: "ElevesSansAdresses.xml", bytes: encoded(elevesXml(SCHOOL), "iso-8859-15") },
  ];
  const [ours, alone]: [number[], number[]] = [[], []];
  for (let round = 0; round < WARM_UP + rounds; round++) {
    const times = [took(() => read(sources)), took(() => sources.forEach(parse))] as const;
    if (round < WARM_UP) continue;
    ours.push(times[0]);
    alone.push(times[1]);
  }
  const megabytes = sources.reduce((sum, { bytes }) => sum + bytes.length, 0) / 2 ** 20;
  const name = `${megabytes.toFixed(1)} MB read and put together`;
  return {
    title: `The exports of ${SCHOOL.classes} classes and ${SCHOOL.eleves} students, beside saxes alone on the same bytes`,
    head: ["", "Rentrée", "saxes alone", ""],
    rows: [rowOf(name, ours, alone)],
    judged: [atMost("exports read, in the time of saxes alone (p50)", 1 / ratio(ours, alone), 3, "×")],
  };
}

function read(sources: readonly Source[]): void {
  const { records, findings } = readSources(sources, { counts: true });
  if (records.length !== sources.length || findings.length > 0) throw new Error("the exports were not read");
  combine(records, TODAY);
}

/** The parser as the reader uses it, with no listener that keeps anything. */
function parse({ bytes }: Source): void {
  const parser = new SaxesParser({ xmlns: false, position: true });
  const decoder = new TextDecoder("iso-8859-15");
  for (let at = 0; at < bytes.length; at += CHUNK)
    parser.write(decoder.decode(bytes.subarray(at, at + CHUNK), { stream: true }));
  parser.close();
}

function took(run: () => void): number {
  const begin = performance.now();
  run();
  return performance.now() - begin;
}
