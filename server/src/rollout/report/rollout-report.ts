import { dayInWords } from "../../base/day.ts";
import { type Language, type Localize, type Message, message } from "../../base/message.ts";
import { inOrderOfNames } from "../../base/name-order.ts";
import type { StepState } from "../../checklist/state.ts";
import { isOpen } from "../../checklist/state.ts";
import { TO_DO } from "../../checklist/step-messages.ts";
import type { Severity } from "../../rules/api/rule.ts";
import { progressOf } from "../progress.ts";
import type { RightsMatrix } from "../rights-matrix.ts";
import type { OpenStep, Standing } from "../standing.ts";

/** What a report is made of: where some establishments stand, on a day. */
export interface RolloutReport {
  /** YYYY-MM-DD. */
  readonly today: string;
  readonly establishments: readonly ReportedStanding[];
  /** What is found in several of them, that in the most first. */
  readonly findings: readonly FindingInSeveral[];
}

/** The same finding in several establishments. */
export interface FindingInSeveral {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** The names and the folders of the establishments, in the same order. */
  readonly names: readonly string[];
  readonly folders: readonly string[];
}

/** An establishment of a report. */
export interface ReportedStanding extends Standing {
  /** Its folder, as a path from the working folder or from the workspace. */
  readonly folder: string;
  readonly errors: number;
  readonly warnings: number;
}

/** The states as a bar shows them: what is settled, then what wants something done first. */
export const BAR: readonly StepState[] = [
  "done",
  "decided",
  "blocked-by-error",
  "to-redo",
  "to-write",
  "to-do",
  "waiting",
];

/** The same report with its establishments by name, as the readers of a language sort. */
export function byName(report: RolloutReport, language: Language): RolloutReport {
  return { ...report, establishments: inOrderOfNames(report.establishments, language) };
}

/** Whether all that applies is done, without an error left. */
export function isReady({ states, errors }: ReportedStanding): boolean {
  return errors === 0 && !states.some(isOpen);
}

/** The answer to “are we ready?” for one establishment, in a sentence or two. */
export function answer(one: ReportedStanding): Message {
  const { total, settled, counts } = progressOf(one.states);
  if (isReady(one)) {
    const ready = message("Ready: all {0} steps are settled.", total);
    return provedBy(one).reduce((text, next) => message("{0} {1}", text, next), ready);
  }
  const left = total - settled;
  const open =
    left === 1
      ? message("Not ready: 1 of {0} steps is still open.", total)
      : message("Not ready: {0} of {1} steps are still open.", left, total);
  const blocked = counts["blocked-by-error"] ?? 0;
  const parts = [
    ...(blocked > 0 ? [message("Blocked by an error: {0}.", blocked)] : []),
    ...(one.overdue.length > 0 ? [message("Overdue: {0}.", one.overdue.length)] : []),
    ...(one.errors > 0 ? [message("Errors to correct: {0}.", one.errors)] : []),
    ...provedBy(one),
  ];
  return parts.reduce((text, next) => message("{0} {1}", text, next), open);
}

/** Which lists of PRONOTE agree, of which day, and whether that is long ago; nothing if none does. */
function provedBy({ proofs }: ReportedStanding): readonly Message[] {
  const lists = proofs.map(({ list, day, isOld }) =>
    isOld ? message("{0} ({1}, old)", list, dayInWords(day)) : message("{0} ({1})", list, dayInWords(day)),
  );
  const [first, ...others] = lists;
  if (!first) return [];
  const all = others.reduce((text, next) => message("{0}, {1}", text, next), first);
  return [message("PRONOTE's lists that agree: {0}.", all)];
}

/** The same for several. */
export function answerForAll({ establishments }: RolloutReport): Message {
  const ready = establishments.filter(isReady).length;
  const blocked = establishments.filter(
    ({ states, errors }) => errors > 0 || states.includes("blocked-by-error"),
  ).length;
  const overdue = establishments.filter((one) => one.overdue.length > 0).length;
  const parts = [
    ...(blocked > 0 ? [message("With errors: {0}.", blocked)] : []),
    ...(overdue > 0 ? [message("With overdue steps: {0}.", overdue)] : []),
  ];
  return parts.reduce((text, next) => message("{0} {1}", text, next), readyOf(ready, establishments.length));
}

function readyOf(ready: number, all: number): Message {
  if (ready === 0) return message("None of {0} establishments is ready.", all);
  return ready === 1
    ? message("1 of {0} establishments is ready.", all)
    : message("{0} of {1} establishments are ready.", ready, all);
}

/** How long it is until the first period starts, in words; nothing where no period is written. */
export function untilStart({ start }: Standing, today: string): Message | undefined {
  if (start === undefined) return undefined;
  const days = daysBetween(today, start);
  if (days === undefined) return undefined;
  if (days === 0) return message("The first period starts today.");
  if (days === 1) return message("The first period starts tomorrow.");
  return days > 0
    ? message("The first period starts in {0} days, on {1}.", days, dayInWords(start))
    : message("The first period started on {0}.", dayInWords(start));
}

/** How many days lie between two days (YYYY-MM-DD); `undefined` if one is none. */
export function daysBetween(from: string, to: string): number | undefined {
  const days = (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;
  return Number.isNaN(days) ? undefined : days;
}

/** Who has to act: the open steps of one person, or those that have a day and nobody's name. */
export interface Assignee {
  /** `undefined`: a day was set, but nobody named. */
  readonly person: string | undefined;
  readonly steps: readonly (OpenStep & { readonly establishment: string })[];
  /** The earliest day. */
  readonly until?: string;
}

/** Who has to act, those first whose day is the earliest. */
export function assigneesIn({ establishments }: RolloutReport): readonly Assignee[] {
  const byPerson = new Map<string | undefined, Assignee["steps"][number][]>();
  for (const { name, assigned } of establishments)
    for (const step of assigned) {
      const list = byPerson.get(step.pour);
      const one = { ...step, establishment: name };
      if (list) list.push(one);
      else byPerson.set(step.pour, [one]);
    }
  const all = [...byPerson].map(([person, steps]) => {
    const until = steps.flatMap(({ avant }) => avant ?? []).sort()[0];
    return { person, steps, ...(until === undefined ? undefined : { until }) };
  });
  const rank = ({ until = "9999", person = "\uffff" }: Assignee) => `${until} ${person}`;
  return all.sort((one, other) => (rank(one) < rank(other) ? -1 : 1));
}

/** Rights that are the same in several establishments. */
export interface SharedRights {
  readonly rights: readonly RightsMatrix[];
  readonly establishments: readonly string[];
}

/** The rights of all establishments, each set of rights once; those of the most establishments first. */
export function rightsByEstablishment({ establishments }: RolloutReport): readonly SharedRights[] {
  const known = new Map<string, { rights: readonly RightsMatrix[]; establishments: string[] }>();
  for (const { name, rights } of establishments) {
    if (rights.length === 0) continue;
    const key = JSON.stringify(rights);
    const same = known.get(key);
    if (same) same.establishments.push(name);
    else known.set(key, { rights, establishments: [name] });
  }
  return [...known.values()].sort((one, other) => other.establishments.length - one.establishments.length);
}

/** What stands for a right that is not written. */
export const NOT_WRITTEN = message("– not written: PRONOTE's own setting holds.");

/** What a step that is to do asks for; said once in a report, not below each of them. */
export const TO_DO_MEANS = message("A step “to do” is done in PRONOTE, then ticked.");

/** What is told of a step beside its state; `undefined` if its reason says nothing but that. */
export function reasonOf({ why }: OpenStep, localize: Localize): string | undefined {
  return why === localize(TO_DO) ? undefined : why;
}
