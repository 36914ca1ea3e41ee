import { memo } from "../../server/src/base/memo.ts";
import { nearestTests } from "./nearest-tests.ts";

/** Names, rule ids and keys; shorter words are everywhere. */
const WORD = /[\p{L}_][\p{L}\d_-]{4,}/gu;

const wordsOfTests = memo((texts: ReadonlyMap<string, string>) => {
  const words = new Map<string, ReadonlySet<string>>();
  const counts = new Map<string, number>();
  for (const [file, text] of texts) {
    if (!file.endsWith(".test.ts")) continue;
    const own = wordsIn(text);
    words.set(file, own);
    for (const word of own) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return { words, counts };
});

/**
 * Tests that load a source file, at most `most`: one half are the nearest, the other those that share the rarest words
 * with it. A rule that is run by the analysis is as far from its own test as from those of all other rules.
 */
export function relatedTests(
  source: string,
  importers: ReadonlyMap<string, readonly string[]>,
  tests: ReadonlySet<string>,
  texts: ReadonlyMap<string, string>,
  most: number,
): readonly string[] {
  const nearest = nearestTests(source, importers, tests);
  const { words, counts } = wordsOfTests(texts);
  const own = wordsIn(texts.get(source) ?? "");
  const likeness = (test: string) => {
    let sum = 0;
    for (const word of words.get(test) ?? []) if (own.has(word)) sum += 1 / (counts.get(word) ?? 1);
    return sum;
  };
  const first = nearest.slice(0, Math.ceil(most / 2));
  const others = nearest.slice(first.length).map((test) => [likeness(test), test] as const);
  const likest = others.sort(([a], [b]) => b - a).map(([, test]) => test);
  return [...first, ...likest].slice(0, most);
}

function wordsIn(text: string): ReadonlySet<string> {
  return new Set(Array.from(text.matchAll(WORD), ([word]) => word));
}
