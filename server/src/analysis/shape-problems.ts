import { memo } from "../base/memo.ts";
import { converted } from "../schema/convert.ts";
import type { SemanticIndex } from "../schema/semantic-index.ts";
import type { File } from "../syntax/file.ts";
import type { Problem } from "../syntax/problem.ts";
import { filteredBySyntax } from "../syntax/syntax-problems.ts";

/** The problems of the shape of a file: what the schema does not allow, without those that syntax errors explain. */
export const shapeProblems = memo((file: File): readonly Problem[] =>
  oncePerFile(problemsIn(converted(file).index).filter(filteredBySyntax(file.root))),
);

/** Advice on a style that a file uses as a whole: where it is given once, more of it would be noise. */
const ONCE_PER_FILE = new Set(["merge-key"]);

/** Leaves out all but the first problem of each kind that is reported once per file. */
function oncePerFile(problems: readonly Problem[]): readonly Problem[] {
  const found = new Set<string>();
  return problems.filter(({ id }) => {
    if (!ONCE_PER_FILE.has(id)) return true;
    const isFirst = !found.has(id);
    found.add(id);
    return isFirst;
  });
}

/** The problems of an index and of those below; cached for entries that did not change. */
const problemsIn: (index: SemanticIndex) => readonly Problem[] = memo((index: SemanticIndex) => {
  const below = index.below.flatMap((one) => (one.faulty ? problemsIn(one) : []));
  return below.length === 0 ? index.problems : [...index.problems, ...below];
});
