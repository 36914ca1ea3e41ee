import { appendAll } from "../base/append-all.ts";
import { message } from "../base/message.ts";
import type { JoinedMatieres } from "./join-matieres.ts";
import type { JoinedPeople } from "./join-people.ts";
import { type CodeTable, sameSet } from "./join-structures.ts";
import { KIND_NAMES, type OutsideClasse, type OutsideGroupe, type OutsideService } from "./outside.ts";
import type { ServiceRecord, SourceKind, SourceRecords } from "./records.ts";
import type { SourceFinding } from "./source.ts";
import { UnknownNames } from "./unknown-names.ts";

/** Sources by how well they know what is taught: what was uploaded from the timetable is final. */
const BY_AUTHORITY: readonly SourceKind[] = ["emp-sts", "sts-emp", "edt-cours", "udt"];

/** What the references of services are looked up in. */
export interface Known {
  readonly matieres: JoinedMatieres;
  readonly people: JoinedPeople;
  readonly classes: CodeTable<OutsideClasse>;
  readonly groupes: CodeTable<OutsideGroupe>;
}

/**
 * The services of the source that knows them best. Where another one has other teachers, or other services, that is
 * told.
 */
export function joinServices(
  records: readonly SourceRecords[],
  known: Known,
  findings: SourceFinding[],
): readonly OutsideService[] {
  const sources = BY_AUTHORITY.flatMap((kind) => records.filter((one) => one.kind === kind)).filter(
    ({ services }) => services.length > 0,
  );
  const [best, ...others] = sources;
  if (!best) return [];
  const services = resolved(best, known, findings);
  for (const other of others) {
    const finding = contradiction(services, best, other, resolved(other, known, []));
    if (finding) findings.push(finding);
  }
  return services;
}

/** Whether of any service the subject or a teacher is known: emp_sts has but their codes, the names are in sts_emp. */
function hasNames({ services }: SourceRecords, { matieres, people }: Known): boolean {
  return services.some(
    ({ matiere, professeurs }) =>
      matieres.find(matiere) !== undefined || professeurs.some((id) => people.find(id) !== undefined),
  );
}

function resolved(source: SourceRecords, known: Known, findings: SourceFinding[]): readonly OutsideService[] {
  const found = new Map<string, OutsideService>();
  const unknown = new UnknownNames();
  for (const record of source.services) {
    const service = serviceOf(record, known, unknown);
    const key = keyOf(service);
    const same = found.get(key);
    if (same) findings.push(twice(service));
    const professeurs = [...new Set([...(same?.professeurs ?? []), ...service.professeurs])];
    found.set(key, same ? { ...same, professeurs } : service);
  }
  // A source without any name is told as such.
  if (hasNames(source, known)) appendAll(findings, unknown.findings());
  return [...found.values()];
}

function serviceOf(record: ServiceRecord, known: Known, unknown: UnknownNames): OutsideService {
  const { of, code, modalite, coEnseignement, place } = record;
  const matiere = known.matieres.find(record.matiere);
  if (!matiere) unknown.matiere(record);
  const professeurs = record.professeurs.flatMap((id) => {
    const person = known.people.find(id);
    if (!person) unknown.teacher(record, matiere?.key ?? record.matiere, id);
    return person ?? [];
  });
  const table = of === "classes" ? known.classes : known.groupes;
  return {
    of,
    code: table.find(code)?.code ?? code,
    matiere: matiere ?? { key: record.matiere, code: "", libelle: "", place },
    modalite,
    coEnseignement,
    professeurs: [...new Set(professeurs)],
    place,
  };
}

function keyOf({ of, code, matiere, modalite }: OutsideService): string {
  return JSON.stringify([of, code, matiere.key, modalite]);
}

function contradiction(
  services: readonly OutsideService[],
  { source }: SourceRecords,
  other: SourceRecords,
  others: readonly OutsideService[],
): SourceFinding | undefined {
  // Only some sources know modalities: without them, services of one subject and one class are compared as one.
  const teachers = teachersByPublic(services);
  const theirs = teachersByPublic(others);
  const different = [...theirs].filter(([key, one]) => !sameSet(one.names, teachers.get(key)?.names ?? []));
  const missing = [...teachers].filter(([key]) => !theirs.has(key));
  const [first] = [...different, ...missing];
  if (!first) return undefined;
  const [, { service }] = first;
  return {
    id: "contradicting-sources",
    severity: "warning",
    source: other.source,
    place: service.place,
    message: message(
      "{0} has other services than “{1}” in {2} places, the first being {3} of {4}: those of “{1}” are taken.",
      KIND_NAMES[other.kind],
      source,
      different.length + missing.length,
      service.matiere.key,
      service.code,
    ),
  };
}

interface Taught {
  readonly service: OutsideService;
  readonly names: readonly string[];
}

function teachersByPublic(services: readonly OutsideService[]): ReadonlyMap<string, Taught> {
  const found = new Map<string, Taught>();
  for (const service of services) {
    const key = keyOf({ ...service, modalite: "" });
    const names = service.professeurs.map(({ nom, prenom }) => `${nom} ${prenom}`);
    const same = found.get(key);
    found.set(key, { service: same?.service ?? service, names: [...(same?.names ?? []), ...names] });
  }
  return found;
}

function twice({ code, matiere, place }: OutsideService): SourceFinding {
  return {
    id: "same-service-twice",
    severity: "warning",
    source: place.source,
    place,
    message: message(
      "{0} of {1} stands in it twice: it is taken once, with all its teachers.",
      matiere.key,
      code,
    ),
  };
}
