import type { Dice } from "../corpus/dice.ts";
import { Editor } from "./editor.ts";
import { type Replay, troubleWith } from "./history.ts";
import { Stopwatch } from "./stopwatch.ts";

/** The result of opening, editing and closing a text. */
export interface Stay {
  readonly edits: number;
  /** An error that was thrown, or a difference between the final state and one parsed from the text alone. */
  readonly trouble: string | undefined;
  /** The longest time for one edit, in milliseconds. */
  readonly longest: number;
}

/** Opens any text as an establishment, makes at least `count` random edits, and closes it. */
export function stay(replay: Replay, text: string, count: number, dice: Dice): Stay {
  const stopwatch = new Stopwatch();
  let edits = 0;
  const trouble = troubleWith(() => {
    stopwatch.time(() => {
      replay.apply({ open: "etablissement.pronote.yaml", text });
      replay.ask();
    });
    const editor = new Editor(dice, replay);
    while (edits < count) {
      for (const step of editor.next()) {
        stopwatch.time(() => {
          replay.apply(step);
          replay.ask(step.asked);
        });
        edits++;
      }
    }
    return replay.difference();
  });
  for (const path of [...replay.texts.keys()]) replay.apply({ drop: path });
  return { edits, trouble, longest: stopwatch.longest };
}
