import type { ChecklistPlace } from "./protocol.ts";

/** Messages about whole establishments, and about all of them. Only names and types: the client imports this file. */

/** Client → server request without parameters: all establishments at a glance. The result is a `Fleet`. */
export const FLEET = "rentree/fleet";

/**
 * Server → client notification with an empty object: the fleet that the client requested last is another now. It is sent
 * once; the client requests it again if it still shows it.
 */
export const FLEET_CHANGED = "rentree/fleetChanged";

/** Where all establishments stand, and what several of them have in common. In the user's language. */
export interface Fleet {
  readonly establishments: readonly FleetEstablishment[];
  /** Findings that several establishments have, those of the most first. */
  readonly findings: readonly FleetFinding[];
  /** Steps that are open in several establishments, in the order of the checklist. */
  readonly steps: readonly FleetStep[];
}

/** An establishment of a fleet. */
export interface FleetEstablishment {
  /** URI of its folder. */
  readonly uri: string;
  /** URI of its marker. */
  readonly marker: string;
  readonly name: string;
  /** The file name of its base, and the name of the folder that contains its own: what it may be grouped by. */
  readonly base?: string;
  readonly parent?: string;
  /** Steps that apply; of these settled, to redo, blocked by an error, overdue. */
  readonly total: number;
  readonly settled: number;
  readonly toRedo: number;
  readonly blocked: number;
  readonly overdue: number;
  readonly errors: number;
  readonly warnings: number;
  /** What can be done next, at most three steps. */
  readonly next: readonly FleetAction[];
  /** Days until its first period starts, negative after that; left out where no period is written. */
  readonly days?: number;
  /** The answer to “are we ready?”, in a sentence or two. */
  readonly answer: string;
}

/** A step that can be done next. */
export interface FleetAction {
  readonly slug: string;
  readonly title: string;
  readonly why: string;
  readonly pour?: string;
  /** Until when (YYYY-MM-DD). */
  readonly avant?: string;
}

/** A finding that several establishments have. */
export interface FleetFinding {
  readonly rule: string;
  readonly severity: "error" | "warning" | "information" | "hint";
  readonly message: string;
  readonly places: readonly FleetPlace[];
  /** The title of the fix that all of them have; `COMMAND_FIX_EVERYWHERE` applies it. */
  readonly fix?: string;
}

/** Where a finding is, and in which establishment (by the URI of its folder). */
export interface FleetPlace {
  readonly establishment: string;
  readonly at: ChecklistPlace;
}

/** A step that is open in several establishments, by the URIs of their folders. */
export interface FleetStep {
  readonly slug: string;
  readonly title: string;
  readonly open: readonly string[];
  /** Of these, those in which a person may tick it now. */
  readonly tickable: readonly string[];
}

/**
 * Command of `workspace/executeCommand` that applies the same fix in all establishments that have a finding. The edit comes
 * by `workspace/applyEdit`; the editor shows it before it is applied.
 */
export const COMMAND_FIX_EVERYWHERE = "rentree.server.fixEverywhere";

/** The single argument of `COMMAND_FIX_EVERYWHERE`: the finding, as the fleet lists it. */
export interface FixEverywhereArgument {
  readonly rule: string;
  readonly message: string;
  /** Only in these establishments, by the URIs of their folders. The user has chosen them, so nothing is asked again. */
  readonly establishments?: readonly string[];
}

/** Client → server request for a report that may be handed on. The result is its text, or null. */
export const REPORT = "rentree/report";

/** The parameters of `REPORT`. */
export interface ReportParams {
  /** URI of the folder of one establishment; left out for all. */
  readonly establishment?: string;
  readonly format: "html" | "md" | "json";
}

/**
 * Command of `workspace/executeCommand` that takes an establishment to the next school year: the year, the versions that
 * follow from it, and a proposal for the days of its periods. The edit comes by `workspace/applyEdit`; the editor shows it
 * before it is applied. The argument is a `NewYearArgument`.
 */
export const COMMAND_NEW_YEAR = "rentree.server.newYear";

/** The single argument of `COMMAND_NEW_YEAR`. */
export interface NewYearArgument {
  /** URI of the establishment's folder. */
  readonly establishment: string;
}

/** Client → server request for what PRONOTE is to hold. The result is a text as YAML, or null. */
export const EFFECTIVE = "rentree/effective";

/**
 * Server → client notification with `EffectiveParams`: what the client requested with these parameters is another now. It is
 * sent once; the client requests it again if it still shows it. Only the last 16 that were requested are watched.
 */
export const EFFECTIVE_CHANGED = "rentree/effectiveChanged";

/** The parameters of `EFFECTIVE`. */
export interface EffectiveParams {
  /** URI of the establishment's folder. */
  readonly establishment: string;
  /** False: without the origins, so that two texts are easily compared. */
  readonly origins?: boolean;
  /** Only what stands at or below this path of keys, written as a JSON Pointer without its first slash. */
  readonly at?: string;
}

/**
 * Client → server request with a `TextDocumentPositionParams`: what effective values may be shown of at a position, the most
 * particular first. The result is a list of `EffectiveSubject`.
 */
export const EFFECTIVE_AT = "rentree/effectiveAt";

/** An establishment, or a thing or a section of it, whose effective values may be shown. */
export interface EffectiveSubject {
  /** URI of the establishment's folder. */
  readonly establishment: string;
  /** The name of the establishment. */
  readonly name: string;
  /** The path of keys to the thing or the section. */
  readonly at?: string;
}
