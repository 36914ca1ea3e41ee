import { type Message, message } from "../base/message.ts";
import type { Outside } from "./outside.ts";
import type { SourceFinding } from "./source.ts";
import { looseCode } from "./spelling.ts";

/** Fewer pupils than this are not told apart: in a small number, somebody could be recognised. */
const SMALL = 5;

/** Where the pupils of SIECLE do not add up with the classes, as counts per class only. */
export function headcountFindings({ headcounts, classes }: Outside): readonly SourceFinding[] {
  if (!headcounts) return [];
  const known = new Map(classes.map((classe) => [classe.code, classe]));
  const inClasses = [...headcounts.classes.values()].reduce((sum, count) => sum + count, 0);
  const findings: SourceFinding[] = [];
  for (const [code, count] of headcounts.classes) {
    const classe = known.get(code);
    if (!classe && known.size > 0) {
      const meant = classes.find((one) => looseCode(one.code) === looseCode(code))?.code;
      findings.push(warning("pupils-of-unknown-class", ofUnknown(code, count, meant)));
    } else if (classe?.effectif !== undefined && differ(classe.effectif, count))
      findings.push(
        warning(
          "other-headcount",
          message(
            "{0}: {1} students in SIECLE, {2} in STSWEB.",
            code,
            shownCount(count),
            shownCount(classe.effectif),
          ),
        ),
      );
  }
  const without = headcounts.present - inClasses;
  if (without > 0)
    findings.push(
      warning("pupils-without-class", message("Students in no class of SIECLE: {0}.", shownCount(without))),
    );
  return [...findings, summary(headcounts.present, headcounts.classes.size, headcounts.leavers)];
}

/** What was counted: without it, nobody could tell whether the numbers agree or were not looked at. */
function summary(present: number, classes: number, leavers: number): SourceFinding {
  const told = message(
    "Counted in SIECLE: {0} students, {1} classes; {2} students have left.",
    shownCount(present),
    classes,
    shownCount(leavers),
  );
  return { id: "headcounts", severity: "information", message: told };
}

function ofUnknown(code: string, count: number, meant: string | undefined): Message {
  return meant === undefined
    ? message("Students are in “{0}” in SIECLE, which is no class: {1}.", code, shownCount(count))
    : message(
        "Students are in “{0}” in SIECLE, probably the class “{2}”: {1}.",
        code,
        shownCount(count),
        meant,
      );
}

/** Whether two numbers of pupils differ, as far as they may be told. */
function differ(one: number, other: number): boolean {
  return one !== other && (one >= SMALL || other >= SMALL);
}

/** A number of pupils as it may be shown. */
export function shownCount(count: number): string {
  return count > 0 && count < SMALL ? `< ${SMALL}` : String(count);
}

function warning(id: string, told: Message): SourceFinding {
  return { id, severity: "warning", message: told };
}
