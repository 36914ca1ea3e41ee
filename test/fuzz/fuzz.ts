import { type Dice, dice } from "../corpus/dice.ts";
import { Editor } from "./editor.ts";
import { type History, type HistoryStep, Replay, type Texts, troubleWith } from "./history.ts";
import { printed, shrunk } from "./shrink.ts";
import { Stopwatch } from "./stopwatch.ts";

/** What to edit, and how much. */
export interface Plan {
  readonly seed: number;
  readonly edits: number;
  /** How many edits are made in one workspace before the next one. */
  readonly each: number;
  /** The files of a new workspace. */
  readonly start: (dice: Dice) => Texts;
}

/** How many mismatches are shrunk and printed. Shrinking one takes as long as thousands of edits. */
const MAX_SHOWN = Number(process.env["SHOWN"] ?? 5);

/** The result of a run. */
export interface Outcome {
  readonly edits: number;
  readonly mismatches: number;
  /** The first mismatches, each as a case that can be pasted into a test. */
  readonly cases: readonly string[];
  /** The longest time for one edit, in milliseconds. */
  readonly longest: number;
}

/**
 * Edits workspaces at random, and compares the incremental state with one computed from the texts alone after each
 * edit.
 * `onProgress` is called with the number of edits so far.
 */
export function fuzz(plan: Plan, onProgress: (edits: number) => void = () => undefined): Outcome {
  const cases: string[] = [];
  let mismatches = 0;
  let edits = 0;
  const stopwatch = new Stopwatch();
  for (let index = 0; edits < plan.edits; index++) {
    const rolls = dice(Math.imul(plan.seed, 0x9e3779b1) + index);
    const { mismatch, ...history } = randomHistory(plan, rolls, stopwatch);
    edits += history.steps.length;
    if (mismatch !== undefined && ++mismatches <= MAX_SHOWN)
      cases.push(`seed ${plan.seed}, history ${index}: ${printed(shrunk(history))}`);
    onProgress(edits);
  }
  return { edits, mismatches, cases, longest: stopwatch.longest };
}

interface RandomHistory extends History {
  /** The difference after the last step, if there is one. */
  readonly mismatch: string | undefined;
}

/** Makes random edits in one workspace, up to the first mismatch. */
function randomHistory({ start, each }: Plan, rolls: Dice, stopwatch: Stopwatch): RandomHistory {
  const texts = start(rolls);
  const steps: HistoryStep[] = [];
  const { stackTraceLimit } = Error;
  // `yaml` creates an Error for each syntax error; computing all stack traces would be slow.
  Error.stackTraceLimit = 0;
  const mismatch = troubleWith(() => {
    const replay = new Replay(texts);
    const editor = new Editor(rolls, replay);
    while (steps.length < each) {
      for (const step of editor.next()) {
        steps.push(step);
        stopwatch.time(() => {
          replay.apply(step);
          replay.ask(step.asked);
        });
        const found = replay.difference(step.asked);
        if (found !== undefined) return found;
      }
    }
    return undefined;
  });
  Error.stackTraceLimit = stackTraceLimit;
  return { texts, steps, mismatch };
}
