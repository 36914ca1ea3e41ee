import { appendAll } from "../base/append-all.ts";
import { finished } from "../base/finished.ts";
import { type Message, message } from "../base/message.ts";
import { communs } from "./communs.ts";
import { encodingOf } from "./decode.ts";
import { readCours } from "./edt-cours.ts";
import { EDT_TABLE, readCoursXml } from "./edt-cours-xml.ts";
import { elevesCounts } from "./eleves-counts.ts";
import { empSts } from "./emp-sts.ts";
import { nomenclature } from "./nomenclature.ts";
import type { SourceRecords } from "./records.ts";
import { MAX_SOURCE_BYTES, type Source, SourceError, type SourceFinding, WITHIN } from "./source.ts";
import { structures } from "./structures.ts";
import { stsEmp } from "./sts-emp.ts";
import { isUdt, readUdt } from "./udt.ts";
import { isZip, unzip } from "./unzip.ts";
import { refusedDoctype } from "./xml.ts";
import { xmlBeginning } from "./xml-beginning.ts";
import { type ExportFormat, readExport } from "./xml-reader.ts";

/** What to read of sources. */
export interface ReadOptions {
  /** Whether to count pupils. Without it, their file is not opened. */
  readonly counts: boolean;
}

/** What was read, and what there is to say about it. */
export interface ReadSources {
  readonly records: readonly SourceRecords[];
  /** Findings of sources that could not be read; those of the others stand with their records. */
  readonly findings: readonly SourceFinding[];
}

const FORMATS: ReadonlyMap<string, ExportFormat> = new Map(
  [stsEmp, empSts, structures, nomenclature, communs, elevesCounts].map((format) => [format.root, format]),
);

/** Exports that are known and not read, by their root elements, with the reason. */
const NOT_READ: ReadonlyMap<string, Message> = new Map([
  [
    "BEE_RESPONSABLES",
    message("It holds students' guardians, of whom nothing is needed here: it is not read."),
  ],
  ["BEE_GEOGRAPHIQUE", message("It holds names of places, of which nothing is needed here: it is not read.")],
  [
    "IMPORT_ELEVES",
    message("It says which students are in which groups, of which nothing is needed here: it is not read."),
  ],
]);

/** Reads sources, whatever they are: exports as XML or as tables, and zips of them. Never throws for what they hold. */
export function readSources(sources: readonly Source[], options: ReadOptions): ReadSources {
  return finished(readInPieces(sources, options));
}

/** The same, yielding after each piece of a file, so that other work has its turn. */
export function* readInPieces(
  sources: readonly Source[],
  options: ReadOptions,
): Generator<void, ReadSources> {
  const reading = new Reading(options);
  for (const source of sources) yield* reading.take(source);
  return yield* reading.result();
}

class Reading {
  readonly #options: ReadOptions;
  readonly #records: SourceRecords[] = [];
  readonly #findings: SourceFinding[] = [];
  /** Files of UnDeuxTEMPS, by the folder or zip that they lie in: together they are one source. */
  readonly #udt = new Map<string, Source[]>();
  /** How many files are exports, read or not. */
  #known = 0;

  constructor(options: ReadOptions) {
    this.#options = options;
  }

  *take(source: Source): Generator<void, void> {
    yield;
    yield* this.#guarded(source, this.#read(source));
  }

  *#read(source: Source): Generator<void, void> {
    if (source.bytes.length > MAX_SOURCE_BYTES) throw tooLarge(source);
    if (source.bytes.length === 0)
      throw new SourceError("empty", source.name, message("The file is empty: export it again."));
    if (isZip(source)) yield* this.#takeZip(source);
    else if (isUdt(source)) this.#takeUdt(source);
    else yield* this.#takeFile(source);
  }

  *result(): Generator<void, ReadSources> {
    for (const [name, sources] of this.#udt) {
      const [first] = sources;
      if (first) yield* this.#guarded(first, this.#keep(readUdt(sources, name)));
    }
    return { records: this.#records, findings: this.#findings };
  }

  *#keep(reading: Generator<void, SourceRecords>): Generator<void, void> {
    this.#records.push(yield* reading);
  }

  *#guarded(source: Source, reading: Generator<void, void>): Generator<void, void> {
    try {
      yield* reading;
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      this.#findings.push({ ...error.finding, source: error.finding.source ?? source.name });
    }
  }

  *#takeZip(zip: Source): Generator<void, void> {
    const { sources, findings } = yield* unzip(zip);
    appendAll(this.#findings, findings);
    const before = this.#known;
    for (const source of sources) yield* this.take({ ...source, isFound: true });
    if (this.#known === before && findings.length === 0) this.#refuse(zip, NO_EXPORT);
  }

  #takeUdt(source: Source): void {
    this.#known++;
    const { name } = source;
    const end = Math.max(name.lastIndexOf("/"), name.lastIndexOf("\\"), name.lastIndexOf(WITHIN));
    const container = end < 0 ? "UnDeuxTEMPS" : name.slice(0, end);
    this.#udt.set(container, [...(this.#udt.get(container) ?? []), source]);
  }

  *#takeFile(source: Source): Generator<void, void> {
    const { root, doctype } = xmlBeginning(source);
    const format = FORMATS.get(root ?? "");
    const reason = NOT_READ.get(root ?? "");
    if (doctype !== undefined && !HTML.test(doctype)) throw refusedDoctype(source.name);
    if (reason || format || root === EDT_TABLE) this.#known++;
    if (reason) this.#skip(source, "not-read", reason);
    else if (format === elevesCounts && !this.#options.counts)
      this.#skip(
        source,
        "pupils-not-read",
        message("It holds students: it is not opened. With {0} they are counted by class.", "--counts"),
      );
    else if (format) yield* this.#keep(readExport(source, format));
    else if (root === EDT_TABLE) yield* this.#keep(readCoursXml(source));
    else if (root !== undefined || doctype !== undefined)
      this.#refuse(source, otherXml(root ?? doctype ?? ""));
    else yield* this.#takeTable(source);
  }

  *#takeTable(source: Source): Generator<void, void> {
    const { encoding } = encodingOf(source.bytes);
    const isText = encoding.startsWith("utf-16") || !source.bytes.subarray(0, 4096).includes(0);
    const records = isText ? yield* readCours(source) : undefined;
    if (records) {
      this.#known++;
      this.#records.push(records);
    } else this.#refuse(source, NO_EXPORT);
  }

  #refuse(source: Source, reason: Message): void {
    const severity = source.isFound ? "information" : "error";
    this.#findings.push({ id: "unknown-source", severity, source: source.name, message: reason });
  }

  #skip(source: Source, id: string, reason: Message): void {
    this.#findings.push({ id, severity: "information", source: source.name, message: reason });
  }
}

const HTML = /^html$/i;

const NO_EXPORT = message(
  "It is none of the exports that are read here: {0}. A list of PRONOTE is for {1}.",
  "sts_emp, emp_sts, Structures, Nomenclature, Communs, EXP_COURS, UnDeuxTEMPS",
  "rentree compare",
);

function otherXml(root: string): Message {
  if (HTML.test(root))
    return message(
      "It is a web page, such as one for signing in, saved in the place of an export: export it again.",
    );
  if (/^(?:EXPORT_INDEX_EDUCATION|ConteneurExportChiffre)/i.test(root))
    return message(
      "It is encrypted for a partner of Index Éducation: only that partner can read it. Take emp_sts or EXP_COURS instead.",
    );
  return NO_EXPORT;
}

function tooLarge({ name }: Source): SourceError {
  return new SourceError(
    "too-large",
    name,
    message(
      "It is larger than {0} MB, which no export of a school is: it is not read.",
      MAX_SOURCE_BYTES / 2 ** 20,
    ),
  );
}
