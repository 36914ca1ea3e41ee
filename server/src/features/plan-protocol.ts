import type { ChecklistItem, ChecklistPlace } from "./protocol.ts";

/** Messages about the plan. Only names and types: the client imports this file. */

/** Client → server request with `PlanParams`. The result is an `EstablishmentPlan`, or null without such an establishment. */
export const PLAN = "rentree/plan";

/**
 * Server → client notification with `PlanParams`: the plan that the client requested last is another now. It is sent
 * once; the client requests the plan again if it still shows it.
 */
export const PLAN_CHANGED = "rentree/planChanged";

/** Of which establishment a plan is. */
export interface PlanParams {
  /** The URI of its folder, as in `EstablishmentChecklist`. */
  readonly establishment: string;
}

/** What is left to enter in PRONOTE for an establishment, in the order of work and in the user's language. */
export interface EstablishmentPlan {
  /** URI of the establishment's folder. */
  readonly uri: string;
  readonly name: string;
  /** The open steps. */
  readonly steps: readonly PlanStep[];
  /** Settings that belong to no step, so that no tick can say whether they are entered. */
  readonly rest: readonly PlanScreen[];
  /** The files with lines that cannot be read: what these say is missing here. */
  readonly unread?: readonly UnreadLines[];
}

/** A file with lines that cannot be read. */
export interface UnreadLines {
  /** Its name, as it is shown. */
  readonly file: string;
  /** The first of these lines. */
  readonly place: ChecklistPlace;
}

/** An open step, with what is to be entered for it. */
export interface PlanStep {
  readonly item: ChecklistItem;
  /** Why it is in its state, where the state and `waitsFor` do not say that already. */
  readonly reason?: string;
  readonly phase: { readonly id: number; readonly title: string };
  /** Open steps that come before it. */
  readonly waitsFor: readonly PlanStepName[];
  /** Other steps on whose screens values that this one covers are entered: here they are only to be looked at. */
  readonly enteredWith: readonly PlanStepName[];
  /** Only values that changed since the step was done are listed. */
  readonly onlyChanges: boolean;
  /** Empty where nothing is entered: an action, or a step that cannot be begun yet. */
  readonly screens: readonly PlanScreen[];
}

/** A step that another one names. */
export interface PlanStepName {
  readonly slug: string;
  readonly title: string;
}

/** A screen of PRONOTE, with what to enter on it. */
export interface PlanScreen {
  readonly title: string;
  /** PRONOTE's menu path; with the year in which it was seen, where that is not the establishment's version. */
  readonly path?: string;
  /** Beside a `path`: what one clicks through, without a year and without remarks. */
  readonly menu?: string;
  /** Says, where there is no `path`, that it is not known. */
  readonly pathNote?: string;
  readonly values: readonly PlanValue[];
  readonly tables: readonly PlanTable[];
}

/** One value to enter. */
export interface PlanValue {
  /** The label of the field. */
  readonly label: string;
  /** As PRONOTE shows it: “ticked” for a box, a name, a text. For a secret, the name of the variable that holds it. */
  readonly value: string;
  /** What can be pasted into the field; none for a box, a choice or a secret. */
  readonly copy?: string;
  /** What was entered before, where that is known. */
  readonly before?: string;
  /** Where it is written; none for a value that follows from others. */
  readonly place?: ChecklistPlace;
  /** Which base, niveau or profile it comes from, or what it follows from. */
  readonly from?: string;
}

/** Things with names, each a row. */
export interface PlanTable {
  readonly title: string;
  /** The heads of the columns; the first is that of the names. */
  readonly columns: readonly string[];
  readonly rows: readonly PlanRow[];
}

/** A thing with a name in a table. */
export interface PlanRow {
  readonly name: string;
  /** One cell for each column after the first; empty where PRONOTE's default stays. */
  readonly cells: readonly PlanCell[];
  /** Where the thing is written. */
  readonly place?: ChecklistPlace;
  /** The thing itself is to be entered, and not only what its cells say of it. */
  readonly added?: boolean;
  /** It is to be removed from PRONOTE, as it is written no more. */
  readonly removed?: boolean;
}

/** A cell of a table. */
export interface PlanCell {
  readonly value: string;
  /** What was entered before, where that is known and another. */
  readonly before?: string;
  readonly place?: ChecklistPlace;
  readonly from?: string;
}
