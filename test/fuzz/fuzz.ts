import { type Dice, dice } from "../corpus/dice.ts";
import { Editor } from "./editor.ts";
import { Replay, type Step, type Texts, troubleWith } from "./history.ts";
import { printed, shrunk } from "./shrink.ts";

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
}

/** Edits workspaces at random and looks after each edit whether what grew is what the texts make. */
export function fuzz(
  { seed, edits, each, start }: Plan,
  told: (done: number) => void = () => undefined,
): Outcome {
  const cases: string[] = [];
  let mismatches = 0;
  let done = 0;
  for (let history = 0; done < edits; history++) {
    const throws = dice(Math.imul(seed, 0x9e3779b1) + history);
    const texts = start(throws);
    const steps: Step[] = [];
    const what = troubleWith(() => {
      const replay = new Replay(texts);
      const editor = new Editor(throws, replay);
      for (const last = done + each; done < last; ) {
        for (const step of editor.next()) {
          steps.push(step);
          replay.apply(step);
          done++;
          const found = replay.difference(step.unseen);
          if (found !== undefined) return found;
        }
      }
      return undefined;
    });
    if (what !== undefined && ++mismatches <= MOST_SHOWN)
      cases.push(`seed ${seed}, history ${history}: ${printed(shrunk({ texts, steps }))}`);
    told(done);
  }
  return { edits: done, mismatches, cases };
}
