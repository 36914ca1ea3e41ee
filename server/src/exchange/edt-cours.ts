import { message } from "../base/message.ts";
import { excelDamage } from "./excel-damage.ts";
import { faultOf, shownPiece } from "./outside-text.ts";
import {
  emptyRecords,
  type Gathered,
  type GroupeRecord,
  type ServiceRecord,
  type SourceRecords,
} from "./records.ts";
import type { Source, SourceFinding, SourcePlace } from "./source.ts";
import { type FindColumns, readTable, type TableRow } from "./table.ts";
import { textFinding } from "./text-findings.ts";

/** The columns of EDT's list of courses that are read. The others, placements and headcounts, are not. */
const COLUMNS = [
  "MAT_CODE",
  "MAT_LIBELLE",
  "PROF_NOM",
  "PROF_PRENOM",
  "CLASSE",
  "SALLE",
  "MODALITE",
  "CO-ENS.",
] as const;
type Column = (typeof COLUMNS)[number];
/** Without these a table is no list of courses. */
const REQUIRED: readonly Column[] = ["MAT_CODE", "PROF_NOM", "CLASSE"];

/** One course: its cells and where they are. */
export interface Course {
  readonly cell: (column: Column) => string;
  readonly place: (column: Column) => SourcePlace;
}

/** The columns of a list of courses in a row of titles; `undefined` if it is the row of another list. */
export const coursColumns: FindColumns<Column> = (row) => {
  const titles = row.map((title) => title.toUpperCase().replace(/^MOD\.?$/, "MODALITE"));
  const found = COLUMNS.flatMap((column): readonly (readonly [Column, number])[] => {
    const at = titles.indexOf(column);
    return at < 0 ? [] : [[column, at]];
  });
  const columns = new Map(found);
  return REQUIRED.every((column) => columns.has(column)) ? columns : undefined;
};

/** Reads EDT's list of courses (EXP_COURS as text); `undefined` if the source is another table. */
export function* readCours(source: Source): Generator<void, SourceRecords | undefined> {
  const table = yield* readTable(source, coursColumns);
  if (!table) return undefined;
  const courses = table.rows.map((row) => courseOf(source, row, table.columns));
  return yield* coursRecords(source.name, courses);
}

function courseOf(
  { name }: Source,
  { number, cells }: TableRow<Column>,
  columns: ReadonlyMap<Column, number>,
): Course {
  return {
    cell: (column) => cells.get(column) ?? "",
    place: (column) => ({ source: name, line: number, column: columns.get(column) ?? 1 }),
  };
}

/** What is taught according to a list of courses: subject × class or group × modality, with all its teachers. */
export function* coursRecords(source: string, courses: readonly Course[]): Generator<void, SourceRecords> {
  const records = emptyRecords("edt-cours", source);
  const reader = new CoursReader(records);
  for (const course of courses) {
    yield;
    reader.take(course);
  }
  reader.finish();
  return records;
}

class CoursReader {
  readonly #into: SourceRecords;
  readonly #matieres = new Set<string>();
  readonly #people = new Set<string>();
  readonly #salles = new Set<string>();
  readonly #classes = new Map<string, SourcePlace>();
  /** Where a course has no class and no group. */
  readonly #unplaced: SourcePlace[] = [];
  readonly #groupes = new Map<string, Gathered<"classes", GroupeRecord>>();
  readonly #services = new Map<string, Gathered<"professeurs", ServiceRecord>>();

  constructor(into: SourceRecords) {
    this.#into = into;
  }

  take(course: Course): void {
    if (!this.#isSound(course)) return;
    const matiere = course.cell("MAT_CODE");
    if (matiere === "") return;
    this.#takeMatiere(course, matiere);
    const professeurs = this.#takePeople(course);
    this.#takeSalle(course);
    const publics = this.#publicOf(course);
    if (publics.length === 0) this.#unplaced.push(course.place("CLASSE"));
    for (const { of, code } of publics) this.#takeService(course, of, code, professeurs);
  }

  finish(): void {
    const { classes, groupes, services, findings, source } = this.#into;
    for (const [code, place] of this.#classes) classes.push({ code, libelle: "", mefs: [], place });
    for (const one of this.#groupes.values()) groupes.push({ ...one, classes: [...one.classes] });
    for (const one of this.#services.values()) services.push({ ...one, professeurs: [...one.professeurs] });
    const damage = excelDamage(this.#classes);
    if (damage) findings.push({ ...damage, source });
    const [first] = this.#unplaced;
    if (first) findings.push(unplacedFinding(first, this.#unplaced.length));
  }

  /** Whether the texts may be written. A formula is no text. */
  #isSound({ cell, place }: Course): boolean {
    const { findings } = this.#into;
    const before = findings.length;
    for (const column of COLUMNS) {
      const text = cell(column);
      const fault = faultOf(text);
      if (fault) findings.push(textFinding(fault, text, place(column)));
      else if (text.startsWith("=")) {
        const reason = message(
          "“{0}” is a formula of a spreadsheet, not a name: export the list again.",
          shownPiece(text),
        );
        findings.push({ id: "formula", severity: "error", message: reason, place: place(column) });
      }
    }
    return findings.length === before;
  }

  #takeMatiere({ cell, place }: Course, gestion: string): void {
    if (this.#matieres.has(gestion)) return;
    this.#matieres.add(gestion);
    const libelle = cell("MAT_LIBELLE");
    this.#into.matieres.push({ code: "", gestion, libelle, place: place("MAT_CODE") });
  }

  /** The teachers of a course. Several stand in parallel in the two cells. */
  #takePeople({ cell, place }: Course): readonly string[] {
    const prenoms = listIn(cell("PROF_PRENOM"));
    return listIn(cell("PROF_NOM")).map((nom, at) => {
      const prenom = prenoms[at] ?? "";
      const id = `name:${nom}|${prenom}`;
      if (!this.#people.has(id)) {
        this.#people.add(id);
        const where = place("PROF_NOM");
        this.#into.people.push({
          id,
          nom,
          prenom,
          fonction: "ENS",
          isLocal: false,
          principal: [],
          place: where,
        });
      }
      return id;
    });
  }

  #takeSalle({ cell, place }: Course): void {
    for (const libelle of listIn(cell("SALLE"))) {
      if (this.#salles.has(libelle)) continue;
      this.#salles.add(libelle);
      this.#into.salles.push({ code: libelle, libelle: "", place: place("SALLE") });
    }
  }

  /**
   * The class or group that a course is for: `6E1`, a part of a class `<3D> LATIN`, or a group with its classes
   * `[5ESP2A]<5E1> ESP2, <5E2> ESP2`.
   */
  #publicOf({ cell, place }: Course): readonly Pick<ServiceRecord, "of" | "code">[] {
    const text = cell("CLASSE");
    const where = place("CLASSE");
    const parts = [...text.matchAll(/<([^<>]+)>/g)].map(([, classe = ""]) => classe.trim());
    const [, group] = /^\[([^[\]]+)\]/.exec(text) ?? [];
    const classes = parts.length > 0 ? [...new Set(parts)] : group === undefined ? listIn(text) : [];
    for (const classe of classes) if (!this.#classes.has(classe)) this.#classes.set(classe, where);
    if (group === undefined) return classes.map((code) => ({ of: "classes", code }));
    const code = group.trim();
    const known = this.#groupes.get(code) ?? { code, libelle: "", classes: new Set(), place: where };
    this.#groupes.set(code, known);
    for (const classe of classes) known.classes.add(classe);
    return [{ of: "groupes-eleves", code }];
  }

  #takeService(
    { cell, place }: Course,
    of: ServiceRecord["of"],
    code: string,
    professeurs: readonly string[],
  ): void {
    const matiere = cell("MAT_CODE");
    const modalite = cell("MODALITE") || "CG";
    const key = JSON.stringify([of, code, matiere, modalite]);
    const known = this.#services.get(key) ?? {
      of,
      code,
      matiere,
      modalite,
      coEnseignement: false,
      professeurs: new Set(),
      place: place("MAT_CODE"),
    };
    const coEnseignement = known.coEnseignement || /^O/i.test(cell("CO-ENS."));
    this.#services.set(key, { ...known, coEnseignement });
    for (const professeur of professeurs) known.professeurs.add(professeur);
  }
}

/** A course may be for nobody; below a merged cell, it is for the class that stands above. */
function unplacedFinding(place: SourcePlace, count: number): SourceFinding {
  const told = message(
    "Courses without a class or a group, which are left out: {0}, the first being this one. Below the merged cells of a spreadsheet they lack it: fill it in, or export the list again.",
    count,
  );
  return { id: "no-class", severity: "information", place, source: place.source, message: told };
}

/** The items of a cell with several values, which EDT separates by commas or `#`. */
function listIn(cell: string): readonly string[] {
  return cell
    .split(/[,#]/)
    .map((item) => item.trim())
    .filter((item) => item !== "");
}
