import { memo } from "../memo.ts";
import { say } from "../say.ts";
import type { Fix, Problem } from "../syntax/problem.ts";
import type { Block, Node, Pair, Span } from "../syntax/tree.ts";
import { datumIn, personalData, tellsSecret } from "./privacy.ts";
import { secretInClear } from "./problems.ts";

/** What comments give away. Kept for each block, so that a keystroke costs the one that it touches. */
export const commentProblems: (block: Block) => readonly Problem[] = memo((block: Block) => {
  if (block.children) {
    const found = block.children.flatMap((child) => commentProblems(child));
    return found.length > 0 ? found : NONE;
  }
  if (!block.text.includes("#")) return NONE;
  const found = commentsOf(block).flatMap((comment) => problemsOf(comment));
  return found.length > 0 ? found : NONE;
});

const NONE: readonly Problem[] = [];

interface Comment extends Span {
  readonly text: string;
  /** What goes when the comment goes: its line, or the gap before it. */
  readonly whole: Span;
}

function problemsOf(comment: Comment): readonly Problem[] {
  const fix: Fix = {
    title: say("Remove the comment"),
    safety: "probable",
    edits: [{ at: comment.whole, newText: "" }],
  };
  const { block, line, col, endLine, endCol } = comment;
  const at: Span = { block, line, col, endLine, endCol };
  const datum = datumIn(comment.text, "comment");
  if (datum) return [personalData(at, datum, [fix])];
  return tellsSecret(comment.text) ? [{ ...secretInClear(at), fixes: [fix] }] : [];
}

/** The comments of a leaf: what follows a `#` that stands in no text. */
function commentsOf(block: Block): readonly Comment[] {
  const lines = block.text.split("\n");
  let texts: readonly Span[] | undefined;
  return lines.flatMap((full, line) => {
    const text = full.endsWith("\r") ? full.slice(0, -1) : full;
    for (const { index } of text.matchAll(/(?<=^|\s)#/g)) {
      texts ??= textsIn(block);
      if (texts.some((span) => covers(span, line, index))) continue;
      const before = text.slice(0, index);
      const alone = before.trim() === "";
      const isLast = line === lines.length - 1;
      const whole =
        alone && !isLast
          ? { block, line, col: 0, endLine: line + 1, endCol: 0 }
          : { block, line, col: before.trimEnd().length, endLine: line, endCol: text.length };
      return [
        { block, line, col: index, endLine: line, endCol: text.length, text: text.slice(index), whole },
      ];
    }
    return [];
  });
}

function covers({ line, col, endLine, endCol }: Span, atLine: number, atCol: number): boolean {
  const after = atLine > line || (atLine === line && atCol >= col);
  return after && (atLine < endLine || (atLine === endLine && atCol < endCol));
}

/** Where scalars stand in the text of a leaf. */
function textsIn(block: Block): readonly Span[] {
  const found: Span[] = [];
  const walk = (node: Node): void => {
    if (node.kind === "scalar") found.push(node);
    else if (node.kind === "map") for (const pair of node.pairs) both(pair);
    else if (node.kind === "list") for (const item of node.items) walk(item);
  };
  const both = ({ key, value }: Pair): void => {
    found.push(key);
    walk(value);
  };
  for (const pair of block.pairs) both(pair);
  if (block.other) walk(block.other);
  return found;
}
