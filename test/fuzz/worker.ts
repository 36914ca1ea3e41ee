/** One job of `npm run fuzz`, in a process of its own: what it says to its parent is an outcome. */
import { aliases, establishment } from "../bench/generate.ts";
import { type Dice, dice } from "../corpus/dice.ts";
import { establishmentOf, ROOT } from "../corpus/establishment.ts";
import type { ForeignText } from "../corpus/foreign.ts";
import { stay } from "./foreign.ts";
import { fuzz, type Outcome } from "./fuzz.ts";
import { Replay, type Texts } from "./history.ts";
import type { Job } from "./jobs.ts";
import { plainMismatches } from "./plain.ts";
import { exampleStart, ownStart } from "./starts.ts";

const STARTS: { readonly [part: string]: (dice: Dice) => Texts } = {
  own: ownStart,
  lives: ownStart,
  examples: exampleStart,
  generated: (throws) =>
    Object.fromEntries(
      establishmentOf(1 + throws.of(100_000)).files.map(({ uri, text }) => [
        uri.slice(ROOT.length + 1),
        text,
      ]),
    ),
  long: (throws) => ({ "etablissement.pronote.yaml": establishment(3_000, 1 + throws.of(1000)).text }),
  aliases: () => ({ "etablissement.pronote.yaml": aliases(300) }),
};

process.once("message", (job: Job) => {
  process.send?.(outcomeOf(job));
  process.disconnect();
});

function outcomeOf({ part, seed, edits, each, texts }: Job): Outcome {
  if (texts) return foreign(texts, seed, each);
  if (part === "plain") return plainMismatches(seed, edits);
  const start = STARTS[part];
  if (!start) throw new RangeError(`no part ${part}`);
  return fuzz({ seed, edits, each, start });
}

/** So many edits of each text. */
function foreign(texts: readonly ForeignText[], seed: number, each: number): Outcome {
  const replay = new Replay({});
  const cases: string[] = [];
  let edits = 0;
  let longest = 0;
  for (const [index, { name, text }] of texts.entries()) {
    const one = stay(replay, text, each, dice(seed * 10_007 + index));
    edits += one.edits;
    longest = Math.max(longest, one.longest);
    if (one.trouble !== undefined) cases.push(`${name}: ${one.trouble}`);
  }
  return { edits, mismatches: cases.length, cases, longest };
}
