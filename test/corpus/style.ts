import { diceAt } from "./dice.ts";

/** The style of a file. */
export interface Style {
  readonly seed: number;
  /** The number of columns of a level. */
  readonly indent: number;
  readonly eol: "\n" | "\r\n";
  readonly marker: boolean;
  readonly finalEol: boolean;
  /** The percentage of maps that are flow collections. */
  readonly flow: number;
  /** The percentage of flow collections on several lines. */
  readonly wrapped: number;
  readonly short: number;
  /** The percentage of texts in quotes. */
  readonly quoted: number;
  readonly comments: number;
  readonly blanks: number;
  readonly shuffled: boolean;
  /** Whether the items of a list are at the column of its key. */
  readonly compactItems: boolean;
  readonly anchors: boolean;
  readonly merges: boolean;
}

/** A random style, the same for the same seed. */
export function styleOf(seed: number): Style {
  const d = diceAt(seed, "style");
  return {
    seed,
    indent: d.pick([2, 2, 2, 4, 3, 1]),
    eol: d.chance(25) ? "\r\n" : "\n",
    marker: d.chance(25),
    finalEol: d.chance(85),
    flow: d.pick([0, 10, 35, 70]),
    wrapped: d.pick([0, 20, 50]),
    short: d.pick([0, 50, 100]),
    quoted: d.pick([0, 5, 50, 90]),
    comments: d.pick([0, 5, 25]),
    blanks: d.pick([0, 10, 40]),
    shuffled: d.chance(60),
    compactItems: d.chance(40),
    anchors: d.chance(30),
    merges: d.chance(20),
  };
}
