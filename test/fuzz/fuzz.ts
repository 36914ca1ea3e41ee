import { type Dice, dice } from "../corpus/dice.ts";
import { Editor } from "./editor.ts";
import { type History, type HistoryStep, Replay, type Texts, troubleWith } from "./history.ts";
import { printed, shrunk } from "./shrink.ts";
import { Stopwatch } from "./stopwatch.ts";

/** How much is edited, and of what. */
export interface Plan {
  readonly seed: number;
  readonly edits: number;
  /** Edits of one workspace before another is begun. */
  readonly each: number;
  readonly start: (dice: Dice) => Texts;
}

/** Each is shrunk, which takes as long as thousands of edits. */
const MOST_SHOWN = Number(process.env["SHOWN"] ?? 5);

/** What came of it. */
export interface Outcome {
  readonly edits: number;
  readonly mismatches: number;
  /** The first of them, each as a case to paste into a test. */
  readonly cases: readonly string[];
  /** The longest that the server was busy with one edit, in milliseconds. */
  readonly longest: number;
}

/** Edits workspaces at random, and looks after each edit whether what grew is what the texts make. */
export function fuzz(plan: Plan, told: (done: number) => void = () => undefined): Outcome {
  const cases: string[] = [];
  let mismatches = 0;
  let edits = 0;
  const turn = new Stopwatch();
  for (let history = 0; edits < plan.edits; history++) {
    const throws = dice(Math.imul(plan.seed, 0x9e3779b1) + history);
    const { what, ...lived } = lifeOf(plan, throws, turn);
    edits += lived.steps.length;
    if (what !== undefined && ++mismatches <= MOST_SHOWN)
      cases.push(`seed ${plan.seed}, history ${history}: ${printed(shrunk(lived))}`);
    told(edits);
  }
  return { edits, mismatches, cases, longest: turn.longest };
}

interface Life extends History {
  /** What went wrong at the last step. */
  readonly what: string | undefined;
}

/** One history as it comes, up to where it goes wrong. */
function lifeOf({ start, each }: Plan, throws: Dice, turn: Stopwatch): Life {
  const texts = start(throws);
  const steps: HistoryStep[] = [];
  const { stackTraceLimit } = Error;
  // `yaml` makes an error of every fault; where it was made would be found out each time.
  Error.stackTraceLimit = 0;
  const what = troubleWith(() => {
    const replay = new Replay(texts);
    const editor = new Editor(throws, replay);
    while (steps.length < each) {
      for (const step of editor.next()) {
        steps.push(step);
        turn.time(() => {
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
  return { texts, steps, what };
}
