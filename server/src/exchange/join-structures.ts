import { type Message, message } from "../base/message.ts";
import type { OutsideClasse, OutsideGroupe, OutsidePerson } from "./outside.ts";
import type { ClasseRecord, GroupeRecord, SourceRecords } from "./records.ts";
import type { SourceFinding, SourcePlace } from "./source.ts";
import { looseCode } from "./spelling.ts";

/** The niveau of a MEF, by its first three digits. */
const NIVEAUX: ReadonlyMap<string, string> = new Map([
  ["100", "6e"],
  ["101", "5e"],
  ["102", "4e"],
  ["103", "3e"],
  ["200", "2de"],
  ["201", "1re"],
  ["202", "Tle"],
]);

/** Structures by their code, the first source first. Another source may spell a code differently. */
export class CodeTable<T extends { readonly code: string; readonly place: SourcePlace }> {
  readonly #byCode = new Map<string, T>();
  readonly #byLooseCode = new Map<string, T>();

  /** All structures, in the order of the sources. */
  get all(): readonly T[] {
    return [...this.#byCode.values()];
  }

  /** The structure with a code, spelt exactly so or nearly so. */
  find(code: string): T | undefined {
    return this.#byCode.get(code) ?? this.#byLooseCode.get(looseCode(code));
  }

  /** Adds a structure, or replaces the one with its code. */
  set(one: T): void {
    this.#byCode.set(one.code, one);
    this.#byLooseCode.set(looseCode(one.code), one);
  }
}

/** Joins the classes of sources in the order of their authority: the first one that says something holds. */
export function joinClasses(
  records: readonly SourceRecords[],
  principaux: ReadonlyMap<string, readonly OutsidePerson[]>,
  findings: SourceFinding[],
): CodeTable<OutsideClasse> {
  const table = new CodeTable<OutsideClasse>();
  for (const { classes, source } of records) {
    const seen = new Set<string>();
    for (const record of classes) {
      if (record.code === "" || repeated(record, seen, source, findings)) continue;
      const known = table.find(record.code);
      if (known && known.code !== record.code) findings.push(otherSpelling(record, known));
      table.set(known ? filled(known, record) : classeOf(record, principaux));
    }
  }
  return table;
}

/** Joins the groups in the same way. Where two sources give a group other classes, it is told. */
export function joinGroupes(
  records: readonly SourceRecords[],
  classes: CodeTable<OutsideClasse>,
  findings: SourceFinding[],
): CodeTable<OutsideGroupe> {
  const table = new CodeTable<OutsideGroupe>();
  for (const { groupes, source } of records) {
    const seen = new Set<string>();
    for (const record of groupes) {
      if (record.code === "" || repeated(record, seen, source, findings)) continue;
      const own = { ...record, classes: record.classes.map((code) => classes.find(code)?.code ?? code) };
      const known = table.find(record.code);
      if (known && !sameSet(known.classes, own.classes)) findings.push(otherClasses(own, known));
      table.set(known ? { ...known, libelle: known.libelle || record.libelle } : own);
    }
  }
  return table;
}

function classeOf(
  { code, libelle, mefs, effectif, place }: ClasseRecord,
  principaux: ReadonlyMap<string, readonly OutsidePerson[]>,
): OutsideClasse {
  return {
    code,
    libelle,
    mefs,
    ...niveauOf(mefs),
    ...(effectif !== undefined && { effectif }),
    principaux: principaux.get(code) ?? [],
    place,
  };
}

function filled(known: OutsideClasse, { libelle, mefs }: ClasseRecord): OutsideClasse {
  const all = known.mefs.length > 0 ? known.mefs : mefs;
  return { ...known, libelle: known.libelle || libelle, mefs: all, ...niveauOf(all) };
}

/** The niveau that all MEF of a class belong to; none if they belong to several or to one that is not known. */
function niveauOf(mefs: readonly string[]): { readonly niveau?: string } {
  const [niveau, ...others] = new Set(mefs.map((mef) => NIVEAUX.get(mef.slice(0, 3))));
  return niveau === undefined || others.length > 0 ? {} : { niveau };
}

function repeated(
  { code, place }: ClasseRecord | GroupeRecord,
  seen: Set<string>,
  source: string,
  findings: SourceFinding[],
): boolean {
  if (!seen.has(code)) {
    seen.add(code);
    return false;
  }
  const told = message("“{0}” stands in it twice: the first one is taken.", code);
  findings.push({ id: "same-structure-twice", severity: "warning", source, place, message: told });
  return true;
}

function otherSpelling({ code, place }: ClasseRecord, known: OutsideClasse): SourceFinding {
  return at(
    "spelt-otherwise",
    place,
    message("“{0}” is taken for the class “{1}” of “{2}”.", code, known.code, known.place.source),
  );
}

function otherClasses({ code, classes, place }: GroupeRecord, known: OutsideGroupe): SourceFinding {
  return at(
    "contradicting-sources",
    place,
    message(
      "The group “{0}” draws from {1} here, from {2} in “{3}”: the latter is taken.",
      code,
      listed(classes),
      listed(known.classes),
      known.place.source,
    ),
  );
}

function listed(codes: readonly string[]): Message | string {
  return codes.length > 0 ? codes.join(", ") : message("no class");
}

function at(id: string, place: SourcePlace, told: Message): SourceFinding {
  return { id, severity: "warning", source: place.source, place, message: told };
}

/** Whether two lists have the same items, in any order. */
export function sameSet<T>(one: readonly T[], other: readonly T[]): boolean {
  const set = new Set(other);
  return new Set(one).size === set.size && one.every((item) => set.has(item));
}
