import type { Message } from "../base/message.ts";
import type { ItemSpec } from "../schema/checklist.ts";
import type { Span } from "../syntax/tree.ts";
import type { StepState } from "./state.ts";
import type { WrittenTick } from "./step-tick.ts";

/** An item of the checklist in one establishment. The same object as before where nothing about it changed. */
export interface ChecklistStep {
  readonly item: ItemSpec;
  readonly state: StepState;
  /** One sentence. */
  readonly why: Message;
  /** Where to look: what is wrong, has changed or is covered; or the key below which something is missing. */
  readonly at?: Span;
  /** What a person wrote of it, in the establishment or in a base. */
  readonly tick?: WrittenTick;
  /** Whether that stands in the establishment's own files. */
  readonly own: boolean;
}
