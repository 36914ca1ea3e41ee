import { expect, test } from "vitest";
import { localize } from "../../server/src/base/message.ts";
import { applyChange } from "../../server/src/syntax/change.ts";
import { type File, parseFile, rangeOf } from "../../server/src/syntax/file.ts";
import { comparePositions } from "../../server/src/syntax/positions.ts";
import type { Edit, Problem } from "../../server/src/syntax/problem.ts";
import { syntaxProblems } from "../../server/src/syntax/syntax-problems.ts";

/** A problem as the tests compare it. */
export interface Told {
  /** The text that the problem is reported on. */
  readonly at: string;
  readonly says: string;
  /** The text after the first fix, and its safety; absent if there is no fix. */
  readonly fixed?: string;
  readonly safety?: string;
  readonly title?: string;
  readonly related?: string;
}

/**
 * A typing error: its name, the text with `§` around the part that is reported, the message, and the text after the
 * fix.
 */
export type Slip = readonly [name: string, text: string, says: string, fixed?: string, safety?: string];

/** Tests that each typing error has exactly one problem, at its place, and that no problem is left after its fix. */
export function slips(examples: readonly Slip[]): void {
  test.each(examples.map(([name, ...rest]) => ({ name, rest })))("$name", ({ rest }) => {
    const [marked, says, fixed, safety] = rest;
    const [before = "", at = "", after = ""] = marked.split("§");
    const problems = toldOf(before + at + after);
    expect(problems.map((one) => ({ at: one.at, says: one.says }))).toEqual([{ at, says }]);
    expect({ fixed: problems[0]?.fixed, safety: problems[0]?.safety }).toEqual({ fixed, safety });
    if (fixed !== undefined) expect(toldOf(fixed)).toEqual([]);
  });
}

const URI = "file:///a.pronote.yaml";

/** All syntax problems of a text. */
export function toldOf(text: string): readonly Told[] {
  const file = parseFile(URI, text);
  return syntaxProblems(file.root).map((problem) => toldProblem(file, text, problem));
}

function toldProblem(file: File, text: string, { at, message, fixes, related }: Problem): Told {
  const { start, end } = rangeOf(file, at);
  const line = text.split("\n")[start.line] ?? "";
  const [fix] = fixes ?? [];
  expect(start.line, "on one line").toBe(end.line);
  return {
    at: line.slice(start.character, end.character),
    says: localize(message, "en", {}),
    ...(fix
      ? { fixed: applied(file, text, fix.edits), safety: fix.safety, title: localize(fix.title, "en", {}) }
      : undefined),
    ...(related?.[0] ? { related: localize(related[0].message, "en", {}) } : undefined),
  };
}

/** The fixes of the first problem of a text. */
export function fixesOf(text: string) {
  const file = parseFile(URI, text);
  return (syntaxProblems(file.root)[0]?.fixes ?? []).map(({ title, edits, creates }) => ({
    title: localize(title, "en", {}),
    text: applied(file, text, edits),
    creates,
  }));
}

function applied(file: File, text: string, edits: readonly Edit[]): string {
  return edits
    .map(({ at, newText }) => ({ ...rangeOf(file, at), newText }))
    .sort((a, b) => comparePositions(b.start, a.start))
    .reduce(
      (now, { start, end, newText }) =>
        applyChange(now, {
          fromLine: start.line,
          fromCol: start.character,
          toLine: end.line,
          toCol: end.character,
          text: newText,
        }),
      text,
    );
}
