import { type Message, message } from "../base/message.ts";
import { headcountFindings } from "./headcount-check.ts";
import type { Outside, OutsideService } from "./outside.ts";
import { programmeFindings } from "./programme-check.ts";
import type { SourceKind, SourceRecords } from "./records.ts";
import type { SourceFinding, SourcePlace } from "./source.ts";
import { looseCode } from "./spelling.ts";

/** How old an export may be before that is told, in days. */
const OLD = 60;
const DAY = 24 * 60 * 60 * 1000;

/**
 * What sources contradict each other in, or leave open: old exports, classes that one of them lacks, services without a
 * teacher, groups of no class, lessons outside of the programme, and headcounts if they were counted.
 */
export function crossCheck(
  records: readonly SourceRecords[],
  outside: Outside,
  today: string,
): readonly SourceFinding[] {
  return [
    ...records.flatMap((one) => ageFindings(one, today)),
    ...classFindings(records, outside),
    ...groupFindings(outside),
    ...serviceFindings(outside),
    ...programmeFindings(outside),
    ...headcountFindings(outside),
  ];
}

function ageFindings({ source, exported }: SourceRecords, today: string): readonly SourceFinding[] {
  if (!exported) return [];
  const days = Math.round((Date.parse(today) - Date.parse(exported.value)) / DAY);
  if (!(days > OLD)) return [];
  const told = message("It was exported {0} days ago: what changed since is not in it.", days);
  return [{ id: "old-export", severity: "information", source, place: exported.place, message: told }];
}

const STSWEB: readonly SourceKind[] = ["sts-emp", "emp-sts"];

/** Classes that only SIECLE or only STSWEB has. */
function classFindings(records: readonly SourceRecords[], { classes }: Outside): readonly SourceFinding[] {
  const siecle = records.filter(({ kind }) => kind === "structures");
  const sts = records.filter(({ kind }) => STSWEB.includes(kind));
  if (siecle.length === 0 || sts.length === 0) return [];
  const has = (some: readonly SourceRecords[], code: string) =>
    some.some((one) => one.classes.some((classe) => classe.code === code));
  return classes.flatMap(({ code, place }) => {
    if (!has(sts, code) && has(siecle, code))
      return at("class-in-one-source", place, message("The class “{0}” is in SIECLE, not in STSWEB.", code));
    if (!has(siecle, code) && has(sts, code) && !siecle.some((one) => isSpeltThere(one, code)))
      return at("class-in-one-source", place, message("The class “{0}” is in STSWEB, not in SIECLE.", code));
    return [];
  });
}

function isSpeltThere({ classes }: SourceRecords, code: string): boolean {
  return classes.some((classe) => looseCode(classe.code) === looseCode(code));
}

function groupFindings({ groupes, classes }: Outside): readonly SourceFinding[] {
  const known = new Set(classes.map(({ code }) => code));
  return groupes.flatMap(({ code, classes: of, place }) => {
    if (of.length === 0)
      return at("group-of-no-class", place, message("The group “{0}” draws from no class.", code));
    return of
      .filter((classe) => !known.has(classe))
      .flatMap((classe) =>
        at(
          "group-of-unknown-class",
          place,
          message("The group “{0}” draws from “{1}”, which is no class.", code, classe),
        ),
      );
  });
}

function serviceFindings({ services, kinds, classes }: Outside): readonly SourceFinding[] {
  if (services.length === 0 && classes.length > 0) {
    const place = classes[0]?.place;
    const told = message(
      "No source has services, as is usual before the timetable is uploaded to STSWEB: for these, add {0}.",
      "emp_sts, EXP_COURS, UnDeuxTEMPS",
    );
    return place ? [{ id: "no-services", severity: "information", source: place.source, message: told }] : [];
  }
  if (kinds.has("emp-sts") && !kinds.has("sts-emp")) {
    const told = message(
      "“{0}” holds no names and no labels: give “{1}” of the same year too.",
      "emp_sts",
      "sts_emp",
    );
    return [{ id: "names-missing", severity: "error", message: told }];
  }
  return [
    ...grouped(
      "service-without-teacher",
      services.filter(({ professeurs }) => professeurs.length === 0),
      (list) => message("No teacher yet: {0}.", list),
    ),
    ...grouped(
      "teachers-not-together",
      services.filter(({ professeurs, coEnseignement }) => professeurs.length > 1 && !coEnseignement),
      (list) => message("Several teachers, not marked as co-teaching: {0}.", list),
    ),
  ];
}

/** How many things are named in a finding about many. */
const NAMED = 5;

/** One finding about several services, at the first of them. */
function grouped(
  id: string,
  services: readonly OutsideService[],
  told: (list: Message | string) => Message,
): readonly SourceFinding[] {
  const [first] = services;
  if (!first) return [];
  const names = services.slice(0, NAMED).map(({ code, matiere }) => `${code} ${matiere.key}`);
  const list = names.join(", ");
  const more = services.length - names.length;
  return at(id, first.place, told(more > 0 ? message("{0} and {1} more", list, more) : list));
}

function at(id: string, place: SourcePlace, told: Message): readonly SourceFinding[] {
  return [{ id, severity: "warning", source: place.source, place, message: told }];
}
