import { fixRounds } from "../analysis/fix-rounds.ts";
import { applyTextEdits } from "../syntax/text-edits.ts";
import type { CheckedScope } from "./check-scope.ts";
import type { FixedFile } from "./fixes.ts";
import type { CheckScope } from "./scope.ts";

/** The result of applying the sure fixes. */
export interface FixedScope {
  /** The files that changed. */
  readonly files: readonly FixedFile[];
  /** How many fixes were applied. */
  readonly fixes: number;
  /** The findings before and after the fixes. */
  readonly first: CheckedScope;
  readonly last: CheckedScope;
}

/** Applies the sure fixes to files that may change, in memory, until none is left. `check` is called once per round. */
export async function fixScope(
  scope: CheckScope,
  mayChange: ReadonlySet<string>,
  check: (scope: CheckScope) => Promise<CheckedScope>,
): Promise<FixedScope> {
  const before = new Map<string, string>();
  const after = new Map<string, string>();
  const read: CheckScope["read"] = async (uri, isNamed) => {
    const text = after.get(uri);
    return text === undefined ? scope.read(uri, isNamed) : { text };
  };
  const first = await check(scope);
  const rounds = fixRounds(checkedTexts(first), (uri) => mayChange.has(uri));
  let last = first;
  let round = rounds.next();
  while (!round.done) {
    for (const [uri, edits] of round.value) {
      const text = last.text(uri) ?? "";
      if (!before.has(uri)) before.set(uri, text);
      after.set(uri, applyTextEdits(text, edits));
    }
    last = await check({ ...scope, read });
    round = rounds.next(checkedTexts(last));
  }
  const files: FixedFile[] = [];
  for (const uri of mayChange) {
    const [old, fresh] = [before.get(uri), after.get(uri)];
    if (old === undefined || fresh === undefined || old === fresh) continue;
    const content = await scope.read(uri);
    files.push({ uri, before: old, after: fresh, marked: "text" in content && content.marked === true });
  }
  return { files, fixes: round.value, first, last };
}

function checkedTexts({ found, rangeOf }: CheckedScope) {
  return { findings: [...found.values()].flat(), rangeOf };
}
