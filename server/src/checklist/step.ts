import type { Message } from "../base/message.ts";
import type { ItemSpec } from "../schema/checklist.ts";
import type { Span } from "../syntax/tree.ts";
import type { StepState } from "./state.ts";
import type { WrittenTick } from "./step-tick.ts";

/** What a comparison with a list of PRONOTE shows of a step, and the message that says so. */
export interface ProofVerdict {
  /** Whether the list shows all values that the item covers, without a difference. */
  readonly counts: boolean;
  /** Whether the list has no difference in what it can show of them. */
  readonly agrees: boolean;
  /** Whether nobody but the list says that it is done. */
  readonly isAlone: boolean;
  readonly list: string;
  /** The day of the list. */
  readonly day: string;
  readonly rows?: number;
  /** Whether it is older than 60 days. A proof does not end by its age. */
  readonly isOld: boolean;
  readonly why: Message;
}

/**
 * An item of the checklist in an establishment, with its state. The same object as before if nothing about it changed.
 */
export interface ChecklistStep {
  readonly item: ItemSpec;
  readonly state: StepState;
  /** The reason for the state, in one sentence. */
  readonly why: Message;
  /** Where to look: at an error, a changed or covered value, or the key below which a value is missing. */
  readonly at?: Span;
  /** The open steps that it waits for, by slug; only of a step that waits. */
  readonly waitsFor?: readonly string[];
  /** What a user wrote about it, in the establishment or in a base. */
  readonly tick?: WrittenTick;
  /** What a list of PRONOTE, compared with the configuration, shows of it. */
  readonly proof?: ProofVerdict;
  /** Whether the tick is in the establishment's own files. */
  readonly own: boolean;
}
