import { withoutPrivateNames } from "../analysis/conceal.ts";
import type { Localize } from "../base/message.ts";
import { withoutHiddenTexts } from "../checklist/hidden-texts.ts";
import { isOpen, type StepState } from "../checklist/state.ts";
import type { ChecklistStep } from "../checklist/step.ts";
import { establishmentOf } from "../model/establishment.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { menuText } from "../schema/menu.ts";
import { mapsIn, type Value } from "../schema/value.ts";
import { shownPath } from "../syntax/private-names.ts";
import { answerableIn, type Duty } from "./answerable.ts";
import { type RightsMatrix, rightsOf } from "./rights-matrix.ts";
import { establishmentName } from "./shown-name.ts";

/** Where an establishment stands in its rollout, in one language. It refers to none of its texts. */
export interface Standing {
  readonly name: string;
  readonly rne?: string;
  readonly year?: string;
  /** The first day of the first period (YYYY-MM-DD), where one is written. */
  readonly start?: string;
  /** The states of all steps, in the order of the checklist. */
  readonly states: readonly StepState[];
  /** Steps that an error keeps from being done. */
  readonly blocked: readonly OpenStep[];
  /** Open steps whose day is over. */
  readonly overdue: readonly OpenStep[];
  /** The steps that can be done now, those that are due first before others; at most `NEXT`. */
  readonly next: readonly OpenStep[];
  /** The open steps that somebody was named or a day was set for. */
  readonly assigned: readonly OpenStep[];
  readonly rights: readonly RightsMatrix[];
  readonly duties: readonly Duty[];
  /** The lists of PRONOTE that agree with it. */
  readonly proofs: readonly AgreeingList[];
}

/** A list of PRONOTE that was compared with an establishment, and agrees. */
export interface AgreeingList {
  readonly list: string;
  /** Its day (YYYY-MM-DD). */
  readonly day: string;
  /** How many steps it proves, and of how many others it shows a part. */
  readonly steps: number;
  readonly partly: number;
  readonly isOld: boolean;
}

/** A step that somebody still has to act on. */
export interface OpenStep {
  readonly slug: string;
  readonly title: string;
  readonly state: StepState;
  readonly why: string;
  /** PRONOTE's menu path. */
  readonly path?: string;
  readonly pour?: string;
  /** Until when (YYYY-MM-DD). */
  readonly avant?: string;
}

/** How many next steps are told. */
const NEXT = 3;

/** Where an establishment stands on the day of its snapshot. */
export function standingOf(
  snapshot: Snapshot,
  steps: readonly ChecklistStep[],
  localize: Localize,
): Standing {
  const root = establishmentOf(snapshot).value;
  const about = root.get("etablissement");
  const version = about?.get("version")?.value ?? about?.get("annee-scolaire")?.value.slice(0, 4);
  const open = steps.filter(({ state }) => isOpen(state));
  const told = (list: readonly ChecklistStep[]) =>
    list.map((step) => openStep(withoutHiddenTexts(step, snapshot), version, localize));
  const start = firstDayIn(root.get("periodes"));
  return {
    name: establishmentName(snapshot),
    ...optional("rne", about?.get("rne")?.value),
    ...optional("year", about?.get("annee-scolaire")?.value),
    ...optional("start", start),
    states: steps.map(({ state }) => state),
    blocked: told(open.filter(({ state }) => state === "blocked-by-error")),
    overdue: told(byDay(open.filter(({ tick }) => tick?.avant !== undefined && tick.avant < snapshot.today))),
    next: told(byDay(open.filter(({ state }) => state !== "waiting")).slice(0, NEXT)),
    assigned: told(byDay(open.filter(({ tick }) => tick?.pour !== undefined || tick?.avant !== undefined))),
    rights: rightsOf(snapshot, localize),
    duties: answerableIn(snapshot, localize),
    proofs: agreeingLists(steps),
  };
}

/** The lists that steps are proved by; what has changed since is to do again, and proved no more. */
function agreeingLists(steps: readonly ChecklistStep[]): readonly AgreeingList[] {
  const lists = new Map<string, AgreeingList>();
  for (const { proof, state } of steps) {
    if (!proof?.agrees || state === "to-redo" || state === "not-applicable") continue;
    const { list, day, counts, isOld } = proof;
    const key = `${list} ${day}`;
    const { steps: whole, partly } = lists.get(key) ?? { steps: 0, partly: 0 };
    const more = counts ? { steps: whole + 1, partly } : { steps: whole, partly: partly + 1 };
    lists.set(key, { list, day, isOld, ...more });
  }
  return [...lists.values()];
}

/** Steps with a day first, the earliest before others; else in the order of the checklist. */
function byDay(steps: readonly ChecklistStep[]): readonly ChecklistStep[] {
  const day = ({ tick }: ChecklistStep) => tick?.avant ?? "9999";
  return [...steps].sort((one, other) => (day(one) < day(other) ? -1 : day(one) > day(other) ? 1 : 0));
}

function openStep(
  { item, state, why, tick }: ChecklistStep,
  version: string | undefined,
  localize: Localize,
): OpenStep {
  return {
    slug: item.slug,
    title: localize(item.title),
    state,
    why: localize(withoutPrivateNames(why)),
    ...(item.menu === undefined ? undefined : { path: localize(menuText(item.menu, version)) }),
    ...optional("pour", tick?.pour === undefined ? undefined : shownPath(tick.pour)),
    ...optional("avant", tick?.avant),
  };
}

function optional<K extends string>(key: K, text: string | undefined): { readonly [P in K]?: string } {
  return text === undefined ? {} : ({ [key]: text } as { readonly [P in K]: string });
}

/** The earliest day on which a period starts. */
function firstDayIn(periodes: Value | undefined): string | undefined {
  if (periodes?.kind !== "map") return undefined;
  const days = [...mapsIn(periodes)].flatMap(({ value }) =>
    [...mapsIn(value)].flatMap(({ value: periode }) => {
      const day = periode.get("debut");
      return day?.kind === "leaf" ? [String(day.value)] : [];
    }),
  );
  return days.sort()[0];
}
