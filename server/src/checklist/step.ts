import type { Message } from "../base/message.ts";
import type { ItemSpec } from "../schema/checklist.ts";
import type { Span } from "../syntax/tree.ts";
import type { StepState } from "./state.ts";
import type { WrittenTick } from "./step-tick.ts";

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
  /** Whether the tick is in the establishment's own files. */
  readonly own: boolean;
}
