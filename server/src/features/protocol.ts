import type { StepState } from "../checklist/state.ts";

/** Messages that extend LSP. Only names and types: the client imports this file. */

/** Client → server notification: files of workspace folders that the server cannot read (web, virtual file systems). */
export const FILES = "rentree/files";

/** The parameters of `FILES`. */
export interface FilesParams {
  /** New or changed files with their text; a deleted file has `null`. */
  readonly files: readonly { readonly uri: string; readonly text: string | null }[];
}

/** Client → server request without parameters. The result is `EstablishmentChecklist[]`. */
export const CHECKLIST = "rentree/checklist";
/** Server → client notification with an empty object: the checklist changed since the client requested it. */
export const CHECKLIST_CHANGED = "rentree/checklistChanged";

/**
 * Client → server request without parameters: read all files again, whatever watchers have told. The result, null, comes
 * when that is done.
 */
export const REFRESH = "rentree/refresh";

/**
 * Server → client notification when the counts of the status item changed. It is sent to clients that announce
 * `experimental: { rentree: { status: true } }`.
 */
export const STATUS = "rentree/status";

/** The parameters of `STATUS`: how much was checked, and how many findings there are. */
export interface StatusParams {
  readonly establishments: number;
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
}

/** Command of `workspace/executeCommand` that changes a step. The server sends the edit by `workspace/applyEdit`. */
export const COMMAND_TICK = "rentree.server.tick";
/**
 * Command of `workspace/executeCommand` with a rule id as its argument. The result is the rule's page as Markdown, or
 * null.
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
  readonly reason: string;
}

/**
 * Commands of the client that code actions and completions may name. A client announces those that it has:
 * `experimental: { rentree: { commands: […] } }`. This one asks for the reason of a suppression comment; the argument is
 * a `SilenceArgument` without one.
 */
export const CLIENT_SILENCE = "rentree.silence";
/** Another: shows the page of the rule whose id is the argument. */
export const CLIENT_EXPLAIN = "rentree.explainRule";
/** Another: opens the list of completions at the cursor. */
export const CLIENT_SUGGEST = "editor.action.triggerSuggest";

/** The single argument of `COMMAND_TICK`. */
export interface TickArgument {
  readonly establishment: string;
  readonly slug: string;
  /** `fait` ticks, `sans-objet` says not applicable (needs `note`), `a-faire` takes the entry away. */
  readonly action: "fait" | "sans-objet" | "a-faire";
  readonly par?: string;
  readonly note?: string;
}

/** A range in a file, by the client's URI. */
export interface ChecklistPlace {
  readonly uri: string;
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
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
  readonly fait?: { readonly date: string; readonly par?: string; readonly note?: string };
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
}
