import { appendAll } from "../base/append-all.ts";
import { type Course, coursRecords } from "./edt-cours.ts";
import type { SourceRecords } from "./records.ts";
import type { Source } from "./source.ts";
import { readXml, TEXT, type XmlElement, type XmlShape } from "./xml.ts";

const COURS: XmlShape = {
  isRecord: true,
  children: {
    MAT_CODE: TEXT,
    MAT_LIBELLE: TEXT,
    PROF_NOM: TEXT,
    PROF_PRENOM: TEXT,
    CLASSE: TEXT,
    SALLE: TEXT,
    MODALITE: TEXT,
    "CO-ENS.": TEXT,
  },
};

/** The root of every list that EDT exports as XML. */
export const EDT_TABLE = "TABLE";

/** Reads EDT's list of courses (EXP_COURS as XML), piece by piece. Of another list, such as that of pupils, nothing is read. */
export function* readCoursXml(source: Source): Generator<void, SourceRecords> {
  const elements: XmlElement[] = [];
  const shape = { children: { Cours: COURS } };
  const findings = yield* readXml(source, { root: EDT_TABLE, shape }, (element) => elements.push(element));
  const records = yield* coursRecords(source.name, elements.map(courseOf));
  appendAll(records.findings, findings);
  return records;
}

function courseOf({ children, place }: XmlElement): Course {
  const cells = new Map(children.map((child) => [child.name, child]));
  return {
    cell: (column) => cells.get(column)?.text ?? "",
    place: (column) => cells.get(column)?.place ?? place,
  };
}
