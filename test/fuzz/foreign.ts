import type { Dice } from "../corpus/dice.ts";
import { Editor } from "./editor.ts";
import { type Replay, troubleWith } from "./history.ts";
import { Stopwatch } from "./stopwatch.ts";

/** What came of a text that was opened, edited and closed. */
export interface Stay {
  readonly edits: number;
  /** What was thrown, or how the end differs from what its text makes. */
  readonly trouble: string | undefined;
  /** The longest that the server was busy with one edit, in milliseconds. */
  readonly longest: number;
}

/** Opens a text, whoever wrote it, as an establishment's, edits it at random, and closes it. */
export function stay(replay: Replay, text: string, most: number, dice: Dice): Stay {
  const turn = new Stopwatch();
  let edits = 0;
  const trouble = troubleWith(() => {
    turn.time(() => {
      replay.apply({ open: "etablissement.pronote.yaml", text });
      replay.ask();
    });
    const editor = new Editor(dice, replay);
    while (edits < most) {
      for (const step of editor.next()) {
        turn.time(() => {
          replay.apply(step);
          replay.ask(step.asked);
        });
        edits++;
      }
    }
    return replay.difference();
  });
  for (const path of [...replay.texts.keys()]) replay.apply({ drop: path });
  return { edits, trouble, longest: turn.longest };
}
