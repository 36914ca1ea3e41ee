/** Good establishments with one fault: one finding, at its place; and a sure fix gives the original back. */
import { afterAll, expect, test } from "vitest";
import { wordsIn } from "../server/src/words.ts";
import { diceAt } from "./corpus/dice.ts";
import { type Establishment, establishmentOf, workspaceWith } from "./corpus/establishment.ts";
import { judged, type Verdict } from "./corpus/judge.ts";
import { keyWays } from "./corpus/mutate-keys.ts";
import { nameWays } from "./corpus/mutate-names.ts";
import { structureWays } from "./corpus/mutate-structure.ts";
import { valueWays } from "./corpus/mutate-values.ts";
import { yamlWays } from "./corpus/mutate-yaml.ts";
import { type Mutation, targetOf, type Way } from "./corpus/mutation.ts";

/** How many of each class are tried. */
const TRIED = Number(process.env["RENTREE_MUTATIONS"] ?? 60);
/** The least share that holds. */
const LEAST = 0.95;
const words = wordsIn("en");

const ways: { readonly [name: string]: Way } = {
  ...keyWays,
  ...valueWays,
  ...structureWays,
  ...nameWays,
  ...yamlWays,
};
const lines: string[] = [];
const total = { tried: 0, one: 0, sure: 0, restored: 0 };

test.each(Object.keys(ways))(
  "%s",
  (name) => {
    const way = ways[name];
    if (!way) return;
    const judgedOnes: { readonly mutation: Mutation; readonly verdict: Verdict; readonly seed: number }[] =
      [];
    for (const all of establishments(name)) {
      if (judgedOnes.length >= TRIED) break;
      const good = workspaceWith(all.files.map(({ uri, text }) => [uri, text]));
      for (const mutation of mutationsOf(all, name, way)) {
        judgedOnes.push({ mutation, verdict: judged(good, mutation), seed: all.seed });
      }
    }
    const failed = judgedOnes.filter(({ verdict }) => !verdict.one);
    const sure = judgedOnes.filter(({ verdict }) => verdict.restored !== undefined);
    const wrong = sure.filter(({ verdict }) => !verdict.restored);
    const tried = judgedOnes.length;
    const none = failed.filter(({ verdict }) => verdict.found.length === 0).length;
    lines.push(
      `${name.padEnd(38)} tried ${tried}, one ${tried - failed.length}, none ${none}, several or elsewhere ${failed.length - none}, restored ${sure.length - wrong.length} of ${sure.length}`,
    );
    if (process.env["RENTREE_SHOW"])
      for (const { mutation, verdict, seed } of [...failed, ...wrong])
        lines.push(
          `    ${seed} ${mutation.says} => ${verdict.found.map(({ id, message, at }) => `${id}: ${words(message)} @${at.block.uri.slice(17)}`).join(" | ")}${verdict.restored === false ? " NOT RESTORED" : ""}`,
        );
    total.tried += tried;
    total.one += tried - failed.length;
    total.sure += sure.length;
    total.restored += sure.length - wrong.length;
  },
  120_000,
);

/** Establishments in an order of their own for each class. */
function* establishments(name: string): Generator<Establishment> {
  const start = diceAt(7, name).of(200);
  for (let index = 0; index < 200; index++) yield establishmentOf(1 + ((start + index) % 200));
}

/** A few mutations of one establishment, spread over its files. */
function mutationsOf(all: Establishment, name: string, way: Way): readonly Mutation[] {
  const dice = diceAt(all.seed, name);
  const marks = dice.shuffled(all.files.flatMap((file) => file.marks.map((mark) => [file, mark] as const)));
  const found: Mutation[] = [];
  for (const [file, mark] of marks) {
    const mutation = way(targetOf(all, file, mark), dice);
    if (mutation) found.push(mutation);
    if (found.length === 3) break;
  }
  return found;
}

afterAll(() => {
  process.stdout.write(`${lines.join("\n")}\n${JSON.stringify(total)}\n`);
});

test("nearly all are found once, and nearly all sure fixes give the original back", () => {
  expect(total.one / total.tried).toBeGreaterThanOrEqual(LEAST);
  expect(total.restored / total.sure).toBeGreaterThanOrEqual(LEAST);
});
