import { memo } from "../base/memo.ts";
import { message } from "../base/message.ts";
import { anyLeaf, isHidden } from "./blocks.ts";
import { bracketHints } from "./bracket-hints.ts";
import { conflictsIn, secondDocument } from "./documents.ts";
import { ErroneousBlock, type RecoveryHint } from "./erroneous-block.ts";
import { lineHints } from "./line-hints.ts";
import { columnHints, parentLineHints } from "./parent-line-hints.ts";
import type { Fix, Problem } from "./problem.ts";
import { quotingHints } from "./quoting-hints.ts";
import { signHints } from "./sign-hints.ts";
import { syntaxMessageFor } from "./syntax-messages.ts";
import type { Block } from "./tree.ts";
import { whitespaceHints } from "./whitespace-hints.ts";

/**
 * What is wrong with the YAML of a file, in plain words: one problem for each broken block, and one for a run of them
 * with the same slip.
 */
export function syntaxProblems(root: Block): readonly Problem[] {
  const conflicts = conflictsIn(root);
  if (conflicts.length > 0) return conflicts;
  const second = secondDocument(root);
  const problems = runsOf(root).map(inOne);
  return second ? [...problems, second] : problems;
}

/**
 * What else may be said of a file: nothing of broken blocks, nor that a key has no value when a broken block follows,
 * in which it may stand; nothing at all as long as versions of the text are in conflict.
 */
export function filteredBySyntax(root: Block): (problem: Problem) => boolean {
  if (conflictsIn(root).length > 0) return () => false;
  const above = new Set(runsOf(root).flatMap(([run]) => (run?.before ? [run.before] : [])));
  return ({ id, at: { block } }) => block.faults.length === 0 && !(id === "unfinished" && above.has(block));
}

interface ErroneousLeaf {
  readonly block: Block;
  /** The leaf above. */
  readonly before: Block | undefined;
}

const isBroken = anyLeaf((leaf) => leaf.faults.length > 0);

/** The broken leaves, those with the same slip one right below the other together. */
function runsOf(root: Block): readonly (readonly ErroneousLeaf[])[] {
  if (!isBroken(root)) return [];
  const runs: ErroneousLeaf[][] = [];
  let before: Block | undefined;
  const walk = (block: Block): void => {
    if (block.children) {
      for (const child of judgedBelow(block.children)) walk(child);
      return;
    }
    if (block.faults.length > 0) {
      const run = runs.at(-1);
      const above = run?.at(-1)?.block;
      if (run && above && above === before && sameSlip(above, block)) run.push({ block, before });
      else runs.push([{ block, before }]);
    }
    before = block;
  };
  walk(root);
  return runs;
}

/** What stands below a line that cannot stand above it may be wrong because of that; so may what hides behind another. */
function judgedBelow(children: readonly Block[]): readonly Block[] {
  const isUnfit = children[0]?.faults.some(({ code }) => code === "UNFIT");
  return isUnfit ? children.slice(0, 1) : children.filter((child) => !isHidden(child));
}

function sameSlip(one: Block, other: Block): boolean {
  const { spreads, problem } = told(one);
  return spreads && problem.message.text === told(other).problem.message.text;
}

/** One problem for a run: where it begins, mended everywhere. */
function inOne(run: readonly ErroneousLeaf[]): Problem {
  const [first, ...others] = run.map(({ block }) => told(block).problem);
  if (!first) throw new RangeError("no broken block");
  const [fix, ...rest] = first.fixes ?? [];
  const goesOn = continuation(run);
  const edits = [first, ...others].flatMap(({ fixes }) => fixes?.[0]?.edits ?? []);
  const own = fix ? [{ ...fix, edits }, ...rest] : [];
  const fixes = goesOn ? [...own, goesOn] : own;
  return fixes.length > 0 ? { ...first, fixes } : first;
}

/** Text without a key, right below a text: it may be meant to go on with that one, and is not indented for it. */
function continuation(run: readonly ErroneousLeaf[]): Fix | undefined {
  const [first] = run;
  const above = first?.before?.pairs.at(-1)?.value;
  const isText = run.every(
    ({ block }) => block.other?.kind === "scalar" && block.faults.map(({ code }) => code).join() === "NO_KEY",
  );
  if (!isText || !first || above?.kind !== "scalar" || first.before?.indent !== first.block.indent)
    return undefined;
  if (above.style === "single" || above.style === "double") return undefined;
  const edits = run.flatMap(({ block }) =>
    block.text.split("\n").flatMap((text, line) => {
      const at = { block, line, col: 0, endLine: line, endCol: 0 };
      return text.trim() === "" ? [] : [{ at, newText: "  " }];
    }),
  );
  return { title: message("Let the text above go on here"), safety: "probable", edits };
}

interface ReportedHint {
  readonly problem: Problem;
  readonly spreads: boolean;
}

/** More text than this is not parsed to try what would mend a block; each fault in it takes as long as so much text. */
const PATIENCE = 100_000;
const TEXT_OF_A_FAULT = 500;

const told = memo((block: Block): ReportedHint => {
  const leaf = new ErroneousBlock(block);
  const slip = slipOf(leaf);
  return { problem: leaf.problem(slip), spreads: slip.spreads === true };
});

function slipOf(leaf: ErroneousBlock): RecoveryHint {
  let patience = PATIENCE;
  let soFar: RecoveryHint | undefined;
  for (const slip of candidates(leaf)) {
    if (!slip.patches) return slip;
    patience -= leaf.text.length + TEXT_OF_A_FAULT * leaf.faults.length;
    if (patience < 0) break;
    const mended = leaf.mended(slip.patches);
    if (mended === "whole") return slip;
    if (mended === "so-far") soFar ??= { ...slip, safety: "probable" };
  }
  return soFar ?? syntaxMessageFor(leaf);
}

function* candidates(leaf: ErroneousBlock): Iterable<RecoveryHint> {
  if (leaf.has("TOO_DEEP", "NO_MAP", "NO_NAME")) return;
  yield* columnHints(leaf);
  yield* whitespaceHints(leaf);
  yield* bracketHints(leaf);
  yield* quotingHints(leaf);
  yield* signHints(leaf);
  yield* lineHints(leaf);
  yield* parentLineHints(leaf);
}
