import type { StepState } from "../checklist/state.ts";
import type { ItemProof } from "./item-proof.ts";

/** Messages that extend LSP. Only names and types: the client imports this file. */

/** Client → server notification: files of workspace folders that the server cannot read (web, virtual file systems). */
export const FILES = "rentree/files";

/** The parameters of `FILES`. */
export interface FilesParams {
  /** New or changed files with their text; a deleted file has `null`. */
  readonly files: readonly { readonly uri: string; readonly text: string | null }[];
  /**
   * Whether the client reads more files, which it will send. A client that announces
   * `experimental: { rentree: { files: true } }` sends `false` when it has sent all of its folders, even if there are none:
   * answers that speak of the whole workspace wait for it.
   */
  readonly reading?: boolean;
}

/**
 * Client → server request with optional `ChecklistParams`. The result is `EstablishmentChecklist[]`: of all establishments,
 * or of the one that is named, as far as there is one.
 */
export const CHECKLIST = "rentree/checklist";

/** Server → client notification with an empty object: the checklist changed since the client requested it. */
export const CHECKLIST_CHANGED = "rentree/checklistChanged";

/**
 * Client → server request without parameters: read all files again, whatever watchers have told. The result, null, comes
 * when that is done.
 */
export const REFRESH = "rentree/refresh";

/**
 * Client → server request without parameters; the result is null. A client asks it where nothing else tells that the
 * server is gone: a worker of a browser ends without a sign.
 */
export const ALIVE = "rentree/alive";

/** Command of `workspace/executeCommand` that changes a step. The server sends the edit by `workspace/applyEdit`. */
export const COMMAND_TICK = "rentree.server.tick";
/**
 * Command of `workspace/executeCommand`, whose argument is a rule id or the path of a page's URI. The result is the page
 * as Markdown, or null.
 */
export const COMMAND_EXPLAIN = "rentree.server.explain";

/** Command of `workspace/executeCommand` that writes a suppression comment. The edit comes by `workspace/applyEdit`. */
export const COMMAND_SILENCE = "rentree.server.silence";

/** The single argument of `COMMAND_SILENCE`. */
export interface SilenceArgument {
  /** The file, by the client's URI. */
  readonly uri: string;
  readonly rule: string;
  /** The line in which the rule reports something. */
  readonly line: number;
  /** The last day on which it is silenced, as YYYY-MM-DD; always if absent. */
  readonly until?: string;
  readonly reason: string;
}

/** A range in a file, by the client's URI. */
export interface ChecklistPlace {
  readonly uri: string;
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
}

/** The single argument of `CLIENT_REFERENCES`. */
export interface ShownReferences {
  /** The file that it is about, by the client's URI, and where. */
  readonly uri: string;
  readonly position: { readonly line: number; readonly character: number };
  readonly locations: readonly ChecklistPlace[];
}

/** What the server needs to know of a code lens to resolve it. */
export interface LensData {
  /** The file, by the client's URI. */
  readonly uri: string;
  readonly about: "steps" | "uses" | "services";
  /** The keys from the root. */
  readonly path: readonly string[];
}

/** One step, in the user's language. */
export interface ChecklistItem {
  readonly slug: string;
  readonly title: string;
  /** Where the title, which has to be short, leaves something out. */
  readonly longTitle?: string;
  /** What to do and what follows, in one to three sentences. */
  readonly what: string;
  readonly state: StepState;
  /** Whether somebody still has to act on it. */
  readonly open: boolean;
  /** Why it is in this state, one sentence. */
  readonly why: string;
  /** PRONOTE's menu path; with the year in which it was seen, where that is not the establishment's version. */
  readonly path?: string;
  readonly rgpd: boolean;
  /** The value it covers, or where what is missing would be written. */
  readonly place?: ChecklistPlace;
  /** Whether a person may tick it now. */
  readonly tickable: boolean;
  /** Whether a person wrote something of it, which may be taken back. */
  readonly reopenable?: boolean;
  /** Who is to do it, and until when (YYYY-MM-DD). */
  readonly pour?: string;
  readonly avant?: string;
  /** Whether it is open, and its day has passed. */
  readonly overdue?: boolean;
  /** Its place, from 0, among all steps of the establishment in the order in which they come next; in a checklist only. */
  readonly next?: number;
  /** What one clicks through in PRONOTE: the path alone, without a year and without remarks. */
  readonly menu?: string;
  /** Whether `STEP_DETAILS` has something to say of it. */
  readonly detailed: boolean;
  readonly fait?: { readonly date: string; readonly par?: string; readonly note?: string };
  /** The list of PRONOTE that it was compared with last, and what that shows of it. */
  readonly preuve?: ItemProof;
}

/** A phase of the checklist with its items, in the user's language. */
export interface ChecklistPhase {
  readonly id: number;
  readonly title: string;
  readonly items: readonly ChecklistItem[];
}

/** The checklist of an establishment. */
export interface EstablishmentChecklist {
  /** URI of the establishment's folder. */
  readonly uri: string;
  readonly name: string;
  readonly phases: readonly ChecklistPhase[];
  /** Items that apply; of these done or decided; of these blocked by an error. */
  readonly total: number;
  readonly settled: number;
  readonly blocked: number;
  /** As in `EstablishmentTotals`; only where one establishment is asked for. */
  readonly revision?: string;
}
