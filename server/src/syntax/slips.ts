import { memo } from "../memo.ts";
import { say } from "../say.ts";
import type { Problem } from "./problem.ts";
import type { Block } from "./tree.ts";

/** What is wrong with the YAML of a file, one problem for each broken block, in plain words. */
export function syntaxProblems(root: Block): readonly Problem[] {
  if (root.children) return root.children.flatMap(syntaxProblems);
  return root.faults.length > 0 ? [problemOf(root)] : [];
}

const problemOf = memo((block: Block): Problem => {
  const [fault] = block.faults;
  return {
    id: "yaml-syntax",
    at: fault ?? block.pairs[0] ?? { block, line: 0, col: 0, endLine: 0, endCol: 1 },
    message: say("This is not YAML: {0}.", fault?.code ?? ""),
  };
});
