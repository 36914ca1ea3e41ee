import type { ChecklistPlace } from "./protocol.ts";

/** Messages about the checklist view. Only names and types: the client imports this file. */

/** The parameters of `CHECKLIST`. */
export interface ChecklistParams {
  /** URI of the folder of the only establishment that is asked for. */
  readonly establishment?: string;
}

/**
 * Client → server request without parameters. The result is `EstablishmentTotals[]`, of all establishments: what a list of
 * hundreds shows before one of them is opened.
 */
export const CHECKLIST_TOTALS = "rentree/checklistTotals";

/** Client → server request with `StepName` as parameters. The result is `StepDetails`, or null if there is no such step. */
export const STEP_DETAILS = "rentree/stepDetails";

/**
 * Server → client notification with `StepName`: what stands behind this step is another than what the client requested. It is
 * sent once; the client requests it again if it still shows it. Only the last 32 that were requested are watched.
 */
export const STEP_DETAILS_CHANGED = "rentree/stepDetailsChanged";

/**
 * Client → server request with a document and a position (`TextDocumentPositionParams`). The result is `StepName[]`: the
 * steps that cover what stands there, the most specific first.
 */
export const STEPS_AT = "rentree/stepsAt";

/**
 * Client → server request with `TickPreviewParams`. The result is `TickCandidate[]`: which steps an action would change, and
 * why others are left out.
 */
export const TICK_PREVIEW = "rentree/tickPreview";

/** A step of an establishment. */
export interface StepName {
  /** URI of the establishment's folder. */
  readonly establishment: string;
  readonly slug: string;
}

/** The parameters of `TICK_PREVIEW`: an action, and which steps it is about. */
export interface TickPreviewParams {
  readonly action: TickAction;
  /** These steps. */
  readonly steps?: readonly StepName[];
  /** Else this step, in all establishments. */
  readonly slug?: string;
  /** Else the steps of a phase of an establishment. */
  readonly establishment?: string;
  readonly phase?: number;
}

/** A step that an action could change, or cannot. */
export interface TickCandidate {
  readonly establishment: string;
  /** The name of the establishment. */
  readonly name: string;
  readonly slug: string;
  readonly title: string;
  /** Why it cannot be changed, in one sentence; absent if it can. */
  readonly refused?: string;
}

/** A tick that could not be written, and why, in the user's language. */
export interface RefusedTick {
  readonly establishment: string;
  readonly slug: string;
  readonly reason: string;
}

/**
 * The result of `COMMAND_TICK`: the client's answer to the edit, and of several ticks those that are not part of it. A
 * single one that is refused is an error instead.
 */
export interface TickResult {
  readonly applied: boolean;
  readonly refused?: readonly RefusedTick[];
}

/** What a list of establishments shows of one. */
export interface EstablishmentTotals {
  /** URI of the establishment's folder. */
  readonly uri: string;
  readonly name: string;
  /** Another one when anything in its checklist is another. */
  readonly revision: string;
  /** Items that apply; of these done or decided; of these blocked by an error. */
  readonly total: number;
  readonly settled: number;
  readonly blocked: number;
  /** Of the open ones: to redo, past their day, about personal data. */
  readonly redo: number;
  readonly overdue: number;
  readonly rgpd: number;
  /** The open ones that are to be done by somebody, by name. */
  readonly assigned: readonly { readonly name: string; readonly count: number }[];
  /** The file in which its ticks are written, by the client's URI, if there is one already. */
  readonly tickFile?: string;
}

/** What stands behind a step, in the user's language. */
export interface StepDetails {
  readonly entries: readonly StepDetail[];
  /** How many more values there are than those listed. */
  readonly more: number;
}

/** One line of it. */
export interface StepDetail {
  /**
   * `error`: an error in what it covers; `missing`: a value still to be written; `waits`: an open step before it; `changed`:
   * a value that changed since the tick; `value`: a value that it covers; `tick`: what a person wrote.
   */
  readonly kind: "error" | "missing" | "waits" | "changed" | "value" | "tick";
  readonly label: string;
  /** The value, where it is one word or a short text. */
  readonly value?: string;
  /** Of a value that changed: what stood there when the step was ticked, where that is known. */
  readonly before?: string;
  readonly place?: ChecklistPlace;
  /** The step that it names. */
  readonly slug?: string;
}

/**
 * What a person says of a step: `fait` ticks it, `sans-objet` says that it is not applicable (needs a note), `a-faire` takes
 * the tick away, `annote` changes only the note, who is to do it and until when.
 */
export type TickAction = "fait" | "sans-objet" | "a-faire" | "annote";

/** An argument of `COMMAND_TICK`, which has one or several: all of them become one edit. */
export interface TickArgument {
  readonly establishment: string;
  readonly slug: string;
  readonly action: TickAction | "preuve";
  readonly par?: string;
  readonly note?: string;
  /** For `annote`, as `note` and `avant`: an empty text takes away what is there. */
  readonly pour?: string;
  /** As YYYY-MM-DD. */
  readonly avant?: string;
  /** What `preuve` writes: a comparison with a list of PRONOTE. */
  readonly preuve?: ListProof;
}

/** A comparison with a list of PRONOTE: which list, its day (YYYY-MM-DD), its rows, and how many differences it has. */
export interface ListProof {
  readonly liste: string;
  readonly du: string;
  readonly lues: number;
  readonly ecarts: number;
}
