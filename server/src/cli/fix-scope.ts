import { fixRounds } from "../analysis/fix-rounds.ts";
import { applyTextEdits } from "../syntax/text-edits.ts";
import type { CheckedScope } from "./check-scope.ts";
import type { FixedFile } from "./fixes.ts";
import type { CheckScope } from "./scope.ts";

/** What the sure fixes come to. */
export interface FixedScope {
  /** The files that they change. */
  readonly files: readonly FixedFile[];
  readonly fixes: number;
  /** What was found before them, and what is left. */
  readonly first: CheckedScope;
  readonly last: CheckedScope;
}

/** Applies the sure fixes to these files until none is left; nothing is written. */
export async function fixScope(
  scope: CheckScope,
  mayChange: ReadonlySet<string>,
  check: (scope: CheckScope) => Promise<CheckedScope>,
): Promise<FixedScope> {
  const before = new Map<string, string>();
  const after = new Map<string, string>();
  const read: CheckScope["read"] = async (uri) => {
    const text = after.get(uri);
    return text === undefined ? scope.read(uri) : { text };
  };
  const first = await check(scope);
  const rounds = fixRounds(textsOf(first), (uri) => mayChange.has(uri));
  let last = first;
  let round = rounds.next();
  while (!round.done) {
    for (const [uri, edits] of round.value) {
      const text = last.text(uri) ?? "";
      if (!before.has(uri)) before.set(uri, text);
      after.set(uri, applyTextEdits(text, edits));
    }
    last = await check({ ...scope, read });
    round = rounds.next(textsOf(last));
  }
  const files = [...mayChange].flatMap((uri) => {
    const [old, fresh] = [before.get(uri), after.get(uri)];
    return old === undefined || fresh === undefined || old === fresh
      ? []
      : [{ uri, before: old, after: fresh }];
  });
  return { files, fixes: round.value, first, last };
}

function textsOf({ found, rangeOf }: CheckedScope) {
  return { findings: [...found.values()].flat(), rangeOf };
}
