import { message } from "../base/message.ts";
import { JoinedMatieres } from "./join-matieres.ts";
import { JoinedPeople } from "./join-people.ts";
import { joinServices } from "./join-services.ts";
import { joinClasses, joinGroupes } from "./join-structures.ts";
import type { Outside, OutsidePerson, OutsideSalle } from "./outside.ts";
import { currentPrincipals } from "./principals.ts";
import type { SourceKind, SourceRecords } from "./records.ts";
import type { SourceFinding } from "./source.ts";

/** Sources by how well they know people, subjects and structures. */
const BY_AUTHORITY: readonly SourceKind[] = [
  "sts-emp",
  "structures",
  "nomenclature",
  "communs",
  "emp-sts",
  "edt-cours",
  "udt",
  "eleves",
];

/** Puts together what sources say, each thing once. `today` (YYYY-MM-DD) decides who is professeur principal now. */
export function combine(sources: readonly SourceRecords[], today: string): Outside {
  const records = BY_AUTHORITY.flatMap((kind) => sources.filter((one) => one.kind === kind));
  const findings: SourceFinding[] = records.flatMap((one) => one.findings);
  const matieres = new JoinedMatieres(records, findings);
  const people = new JoinedPeople(records, findings);
  const classes = joinClasses(records, currentPrincipals(records, people, today, findings), findings);
  const groupes = joinGroupes(records, classes, findings);
  const services = joinServices(records, { matieres, people, classes, groupes }, findings);
  return {
    kinds: new Set(records.map(({ kind }) => kind)),
    ...firstStated(records),
    matieres: matieres.all,
    people: taken(
      people.all,
      services.flatMap(({ professeurs }) => professeurs),
      findings,
    ),
    classes: classes.all,
    groupes: groupes.all,
    services,
    salles: joinSalles(records),
    programmes: records.find(({ programmes }) => programmes.length > 0)?.programmes ?? [],
    findings,
  };
}

function firstStated(
  records: readonly SourceRecords[],
): Pick<Outside, "rne" | "year" | "exported" | "school" | "headcounts"> {
  const first = <K extends keyof SourceRecords>(key: K) =>
    records.flatMap((one) => (one[key] === undefined ? [] : [one[key]]))[0];
  const [rne, year, school, headcounts] = [first("rne"), first("year"), first("school"), first("headcounts")];
  const days = records.flatMap(({ exported }) => exported ?? []);
  // What is put together is as old as its oldest part.
  const [exported] = days.sort((one, other) => (one.value < other.value ? -1 : 1));
  return {
    ...(rne && { rne }),
    ...(year && { year }),
    ...(exported && { exported }),
    ...(school && { school }),
    ...(headcounts && { headcounts }),
  };
}

/** The people who are taken: those with a function, those whom the school entered itself, and those who teach. */
function taken(
  people: readonly OutsidePerson[],
  teaching: readonly OutsidePerson[],
  findings: SourceFinding[],
): readonly OutsidePerson[] {
  const teachers = new Set(teaching);
  return people.filter((person) => {
    if (person.fonction !== "" || person.isLocal) return true;
    findings.push(withoutFunction(person, teachers.has(person)));
    return teachers.has(person);
  });
}

function withoutFunction({ nom, prenom, place }: OutsidePerson, teaches: boolean): SourceFinding {
  const name = `${nom} ${prenom}`;
  return {
    id: "person-without-function",
    severity: "warning",
    source: place.source,
    place,
    message: teaches
      ? message("“{0}” has no function in STSWEB, and teaches: taken as a teacher.", name)
      : message("“{0}” has no function in STSWEB, and teaches nothing: not taken.", name),
  };
}

function joinSalles(records: readonly SourceRecords[]): readonly OutsideSalle[] {
  const found = new Map<string, OutsideSalle>();
  for (const { salles } of records) {
    for (const { code, place } of salles)
      if (code !== "" && !found.has(code)) found.set(code, { code, place });
  }
  return [...found.values()];
}
