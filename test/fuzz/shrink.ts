import { type Failure, failureOf, type History, type HistoryStep, Replay, type Texts } from "./history.ts";

/** A history with a mismatch after its last step. */
export interface Case extends History {
  readonly failure: Failure;
}

/**
 * A smaller history that still has a mismatch: fewer steps and files, shorter texts. Throws if there is no mismatch.
 */
export function shrunk(history: History): Case {
  let best = failing(history);
  if (!best) throw new RangeError("nothing goes wrong in this history");
  for (let size = Number.POSITIVE_INFINITY; sizeOf(best) < size; ) {
    size = sizeOf(best);
    best = [laterStart, fewerSteps, fewerFiles, fewerLines, shorterTexts].reduce(
      (smaller, shrink) => shrink(smaller),
      best,
    );
  }
  return best;
}

/** The history up to its first mismatch; `undefined` if there is none. */
function failing({ texts, steps }: History): Case | undefined {
  const failure = failureOf({ texts, steps });
  return failure && { texts, steps: steps.slice(0, failure.step + 1), failure };
}

function sizeOf({ texts, steps }: History): number {
  return JSON.stringify([texts, steps]).length;
}

/** The first candidate that is smaller and has a mismatch. */
function firstOf(best: Case, candidates: Iterable<History>): Case | undefined {
  for (const candidate of candidates) {
    if (sizeOf(candidate) >= sizeOf(best)) continue;
    const found = failing(candidate);
    if (found) return found;
  }
  return undefined;
}

/** Replaces the best case by smaller ones until no candidate is smaller. */
function repeated(best: Case, candidates: (best: Case) => Iterable<History>): Case {
  let found: Case = best;
  for (let next: Case | undefined = best; next; next = firstOf(found, candidates(found))) found = next;
  return found;
}

/** Starts from the texts after some steps, as late as possible, even if these texts are longer. */
function laterStart(best: Case): Case {
  for (let from = best.steps.length - 1; from > 0; from--) {
    const texts = textsAfter(best, from);
    const found = texts && failing({ texts, steps: best.steps.slice(from) });
    if (found) return found;
  }
  return best;
}

function fewerSteps(best: Case): Case {
  return repeated(best, function* ({ texts, steps }) {
    for (let count = steps.length >> 1; count > 0; count >>= 1)
      for (let at = 0; at + count <= steps.length; at += count)
        yield { texts, steps: steps.toSpliced(at, count) };
    for (const [at, step] of steps.entries()) {
      const { asked, ...rest } = step;
      if (asked) yield { texts, steps: steps.with(at, rest as HistoryStep) };
    }
  });
}

function fewerFiles(best: Case): Case {
  return repeated(best, function* ({ texts, steps }) {
    for (const path of Object.keys(texts)) {
      const { [path]: _, ...others } = texts;
      yield { texts: others, steps: steps.filter((step) => !("in" in step && step.in === path)) };
    }
  });
}

function fewerLines(best: Case): Case {
  return repeated(best, function* ({ texts, steps }) {
    for (const [path, text] of Object.entries(texts)) {
      const lines = text.split("\n");
      for (let count = lines.length >> 1; count > 0; count >>= 1) {
        for (let at = 0; at + count <= lines.length; at += count) {
          const shorter: Texts = { ...texts, [path]: lines.toSpliced(at, count).join("\n") };
          yield { texts: shorter, steps: steps.map((step) => moved(step, path, at, count)) };
        }
      }
    }
  });
}

/** Adjusts a step to a text without some lines. */
function moved(step: HistoryStep, path: string, from: number, count: number): HistoryStep {
  if (!("in" in step) || step.in !== path) return step;
  const up = (line: number) => (line >= from + count ? line - count : Math.min(line, from));
  const [line, col, toLine, toCol] = step.at;
  return { ...step, at: [up(line), col, up(toLine), toCol] };
}

function shorterTexts(best: Case): Case {
  return repeated(best, function* ({ texts, steps }) {
    for (const [at, step] of steps.entries())
      for (const text of "text" in step ? shorter(step.text) : [])
        yield { texts, steps: steps.with(at, { ...step, text } as HistoryStep) };
    for (const [path, text] of Object.entries(texts))
      for (const less of shorter(text)) yield { texts: { ...texts, [path]: less }, steps };
  });
}

/** Longer texts are shrunk by lines only. */
const MAX_LENGTH = 2000;

function* shorter(text: string): Iterable<string> {
  if (text.length > MAX_LENGTH) return;
  for (let count = text.length >> 1; count > 0; count >>= 1)
    for (let at = 0; at + count <= text.length; at += count) yield text.slice(0, at) + text.slice(at + count);
}

/** The texts after some steps. */
function textsAfter({ texts, steps }: History, count: number): Texts | undefined {
  const replay = new Replay(texts);
  for (const step of steps.slice(0, count)) replay.apply(step);
  const left = [...replay.texts].filter((entry): entry is [string, string] => entry[1] !== null);
  return Object.fromEntries(left);
}

/** Characters that are invisible or look like others. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]|(?! )\p{Zs}/gu;

function quoted(value: unknown): string {
  const escaped = (character: string) => `\\u{${character.codePointAt(0)?.toString(16)}}`;
  return JSON.stringify(value).replace(INVISIBLE, escaped);
}

/** A case as code for a test. */
export function printed({ texts, steps, failure }: Case): string {
  const lines = [
    "{",
    "  texts: {",
    ...Object.entries(texts).map(([path, text]) => `    ${quoted(path)}: ${quoted(text)},`),
    "  },",
    "  steps: [",
    ...steps.map((step) => `    ${quoted(step)},`),
    "  ],",
    "},",
  ];
  return [`after step ${failure.step + 1} of ${steps.length}: ${failure.what}`, ...lines].join("\n");
}
