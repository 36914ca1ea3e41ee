import { message } from "../base/message.ts";
import type { ServiceRecord } from "./records.ts";
import type { SourceFinding } from "./source.ts";

interface UnknownName {
  readonly record: ServiceRecord;
  readonly matiere: string;
  count: number;
}

/** The subjects and teachers that services name and no source describes: each is told once, at the first service. */
export class UnknownNames {
  readonly #matieres = new Map<string, UnknownName>();
  readonly #teachers = new Map<string, UnknownName>();

  /** A service whose subject no source describes. */
  matiere(record: ServiceRecord): void {
    count(this.#matieres, record.matiere, record, record.matiere);
  }

  /** A service that names a teacher of whom no source says the name. */
  teacher(record: ServiceRecord, matiere: string, id: string): void {
    count(this.#teachers, id, record, matiere);
  }

  /** What there is to say of them. */
  findings(): readonly SourceFinding[] {
    return [
      ...Array.from(this.#matieres.values(), matiereFinding),
      ...Array.from(this.#teachers, ([id, name]) => teacherFinding(id.slice(id.indexOf(":") + 1), name)),
    ];
  }
}

function count(names: Map<string, UnknownName>, id: string, record: ServiceRecord, matiere: string): void {
  const known = names.get(id);
  if (known) known.count++;
  else names.set(id, { record, matiere, count: 1 });
}

function matiereFinding({ record: { code, matiere, place }, count: times }: UnknownName): SourceFinding {
  return {
    id: "unknown-subject",
    severity: "warning",
    source: place.source,
    place,
    message:
      times === 1
        ? message("{0} is taught the subject {1}, which no source describes.", code, matiere)
        : message(
            "{0} is taught the subject {1}, which no source describes; {2} services in all.",
            code,
            matiere,
            times,
          ),
  };
}

function teacherFinding(
  id: string,
  { record: { code, place }, matiere, count: times }: UnknownName,
): SourceFinding {
  return {
    id: "unknown-teacher",
    severity: "warning",
    source: place.source,
    place,
    message:
      times === 1
        ? message(
            "{0} of {1} names the teacher {2}, of whom no source says the name: the service is taken without that teacher.",
            matiere,
            code,
            id,
          )
        : message(
            "{0} of {1} names the teacher {2}, of whom no source says the name: {3} services are taken without that teacher.",
            matiere,
            code,
            id,
            times,
          ),
  };
}
