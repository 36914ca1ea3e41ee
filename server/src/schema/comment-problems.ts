import { memo } from "../base/memo.ts";
import { message } from "../base/message.ts";
import { type Comment, commentExtent, commentsIn } from "../syntax/comments.ts";
import { datumIn, tellsSecret } from "../syntax/private-text.ts";
import type { Fix, Problem } from "../syntax/problem.ts";
import type { Block } from "../syntax/tree.ts";
import { personalData } from "./privacy.ts";
import { secretInClear } from "./problems.ts";

/** What comments give away. Kept for each block, so that a keystroke costs the one that it touches. */
export function commentProblems(block: Block): readonly Problem[] {
  return block.children || block.text.includes("#") ? problemsIn(block) : NONE;
}

const NONE: readonly Problem[] = [];

const problemsIn = memo((block: Block): readonly Problem[] => {
  const found = block.children
    ? block.children.flatMap(commentProblems)
    : commentsIn(block).flatMap(problemsOf);
  return found.length > 0 ? found : NONE;
});

function problemsOf(comment: Comment): readonly Problem[] {
  const datum = datumIn(comment.text, "comment");
  if (!datum && !tellsSecret(comment.text)) return NONE;
  const fix: Fix = {
    title: message("Remove the comment"),
    safety: "probable",
    edits: [{ at: commentExtent(comment), newText: "" }],
  };
  return [datum ? personalData(comment, datum, [fix]) : { ...secretInClear(comment), fixes: [fix] }];
}
