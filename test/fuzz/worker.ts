/** A process of `npm run fuzz`: receives a job from its parent, and sends the outcome. */
import { aliases, establishment } from "../bench/generate.ts";
import { randomRun } from "../clients/run.ts";
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
  generated: (rolls) =>
    Object.fromEntries(
      establishmentOf(1 + rolls.of(100_000)).files.map(({ uri, text }) => [uri.slice(ROOT.length + 1), text]),
    ),
  long: (rolls) => ({ "etablissement.pronote.yaml": establishment(3_000, 1 + rolls.of(1000)).text }),
  aliases: () => ({ "etablissement.pronote.yaml": aliases(300) }),
};

process.once("message", async (job: Job) => {
  process.send?.(await outcomeOf(job));
  process.disconnect();
});

function outcomeOf({ part, seed, edits, each, texts }: Job): Outcome | Promise<Outcome> {
  if (texts) return foreign(texts, seed, each);
  if (part === "clients") return randomClients(seed, edits, each);
  if (part === "plain") return plainMismatches(seed, edits);
  const start = STARTS[part];
  if (!start) throw new RangeError(`no part ${part}`);
  return fuzz({ seed, edits, each, start });
}

/** Plays random clients, `each` operations with one, until there were `count` in all. */
async function randomClients(seed: number, count: number, each: number): Promise<Outcome> {
  const cases: string[] = [];
  for (let played = 0; played < count; played += each) {
    const { failure } = await randomRun(seed + played / each, each);
    if (failure !== undefined) cases.push(failure);
  }
  return { edits: count, mismatches: cases.length, cases, longest: 0 };
}

/** Makes `each` edits in each text. */
function foreign(texts: readonly ForeignText[], seed: number, each: number): Outcome {
  const replay = new Replay({});
  const cases: string[] = [];
  let edits = 0;
  let longest = 0;
  for (const [index, { name, text }] of texts.entries()) {
    const result = stay(replay, text, each, dice(seed * 10_007 + index));
    edits += result.edits;
    longest = Math.max(longest, result.longest);
    if (result.trouble !== undefined) cases.push(`${name}: ${result.trouble}`);
  }
  return { edits, mismatches: cases.length, cases, longest };
}
