import { diceAt } from "./dice.ts";

/** How a file is written: what is the same in all of it. */
export interface Style {
  readonly seed: number;
  /** Columns of one level. */
  readonly indent: number;
  readonly eol: "\n" | "\r\n";
  readonly marker: boolean;
  readonly finalEol: boolean;
  /** Of a hundred maps, how many are flow collections. */
  readonly flow: number;
  /** Of a hundred flow collections, how many stand on several lines. */
  readonly wrapped: number;
  readonly short: number;
  /** Of a hundred texts, how many are quoted. */
  readonly quoted: number;
  readonly comments: number;
  readonly blanks: number;
  readonly shuffled: boolean;
  /** Whether items stand in the column of their key. */
  readonly compactItems: boolean;
  readonly anchors: boolean;
  readonly merges: boolean;
}

/** One of many styles; the same for the same seed. */
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
