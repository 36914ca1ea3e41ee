import { memo } from "../base/memo.ts";
import { message } from "../base/message.ts";
import { anyLeaf, isHidden } from "./blocks.ts";
import { bracketHints } from "./bracket-hints.ts";
import { conflictsIn } from "./conflicts.ts";
import { secondDocument } from "./documents.ts";
import { ErroneousBlock, type RecoveryHint } from "./erroneous-block.ts";
import { lineHints } from "./line-hints.ts";
import { lookAlikeHints } from "./look-alike-hints.ts";
import { columnHints, parentLineHints } from "./parent-line-hints.ts";
import { type Fix, MAX_HELD, type Problem } from "./problem.ts";
import { quotingHints } from "./quoting-hints.ts";
import { signHints } from "./sign-hints.ts";
import { syntaxMessageFor } from "./syntax-messages.ts";
import type { Block } from "./tree.ts";
import { whitespaceHints } from "./whitespace-hints.ts";

/**
 * The syntax problems of a file, in plain language: one for each block with errors, and one for consecutive blocks with
 * the same mistake.
 */
export function syntaxProblems(root: Block): readonly Problem[] {
  const conflicts = conflictsIn(root);
  if (conflicts.length > 0) return conflicts;
  const second = secondDocument(root);
  const groups = groupsOf(root);
  const problems = groups.slice(0, MAX_HELD).map(mergedProblem);
  const last = problems.at(-1);
  const more = groups.length - problems.length;
  if (last && more > 0) problems[problems.length - 1] = { ...last, more };
  return second ? [...problems, second] : problems;
}

/** Whether a file has lines that are not read, which its syntax problems tell. */
export function hasUnreadLines(root: Block): boolean {
  return hasErrors(root) || conflictsIn(root).length > 0 || secondDocument(root) !== undefined;
}

/**
 * A filter for all other problems of a file. Hides those of blocks with syntax errors, those that a key has no value if
 * a block with errors follows (which may contain the value), and all problems while the file has git conflicts.
 */
export function filteredBySyntax(root: Block): (problem: Problem) => boolean {
  if (conflictsIn(root).length > 0) return () => false;
  const above = new Set(groupsOf(root).flatMap(([group]) => (group?.before ? [group.before] : [])));
  return ({ id, at: { block } }) => block.faults.length === 0 && !(id === "unfinished" && above.has(block));
}

interface ErroneousLeaf {
  readonly block: Block;
  /** The leaf before it in the file. */
  readonly before: Block | undefined;
}

const hasErrors = anyLeaf((leaf) => leaf.faults.length > 0);

/**
 * The leaves with errors, grouped: consecutive leaves with the same mistake are one group. After very many groups, each
 * leaf is one: what its mistake is, is not looked for any more.
 */
function groupsOf(root: Block): readonly (readonly ErroneousLeaf[])[] {
  if (!hasErrors(root)) return [];
  const groups: ErroneousLeaf[][] = [];
  let before: Block | undefined;
  const walk = (block: Block): void => {
    if (block.children) {
      for (const child of reportedChildren(block.children)) walk(child);
      return;
    }
    if (block.faults.length > 0) {
      const group = groups.at(-1);
      const above = group?.at(-1)?.block;
      if (group && above && above === before && groups.length <= MAX_HELD && isSameMistake(above, block))
        group.push({ block, before });
      else groups.push([{ block, before }]);
    }
    before = block;
  };
  walk(root);
  return groups;
}

/**
 * The children whose errors are reported. Errors below a line that cannot have entries may be caused by it, and hidden
 * entries are reported with another entry.
 */
function reportedChildren(children: readonly Block[]): readonly Block[] {
  const isUnfit = children[0]?.faults.some(({ code }) => code === "UNFIT");
  return isUnfit ? children.slice(0, 1) : children.filter((child) => !isHidden(child));
}

function isSameMistake(a: Block, b: Block): boolean {
  const { mergeable, problem } = hintFor(a);
  return mergeable && problem.message.text === hintFor(b).problem.message.text;
}

/** One problem for a group: at its first leaf, with a fix for all leaves. */
function mergedProblem(group: readonly ErroneousLeaf[]): Problem {
  const [first, ...others] = group.map(({ block }) => hintFor(block).problem);
  if (!first) throw new RangeError("no broken block");
  const [fix, ...rest] = first.fixes ?? [];
  const joining = continuation(group);
  const edits = [first, ...others].flatMap(({ fixes }) => fixes?.[0]?.edits ?? []);
  const own = fix ? [{ ...fix, edits }, ...rest] : [];
  const fixes = joining ? [...own, joining] : own;
  return fixes.length > 0 ? { ...first, fixes } : first;
}

/** A fix for text without a key right below a text: it is indented, so that it continues that text. */
function continuation(group: readonly ErroneousLeaf[]): Fix | undefined {
  const [first] = group;
  const above = first?.before?.pairs.at(-1)?.value;
  const isText = group.every(
    ({ block }) => block.other?.kind === "scalar" && block.faults.map(({ code }) => code).join() === "NO_KEY",
  );
  if (!isText || !first || above?.kind !== "scalar" || first.before?.indent !== first.block.indent)
    return undefined;
  if (above.style === "single" || above.style === "double") return undefined;
  const edits = group.flatMap(({ block }) =>
    block.text.split("\n").flatMap((text, line) => {
      const at = { block, line, col: 0, endLine: line, endCol: 0 };
      return text.trim() === "" ? [] : [{ at, newText: "  " }];
    }),
  );
  return { title: message("Let the text above go on here"), safety: "probable", edits };
}

interface ReportedHint {
  readonly problem: Problem;
  readonly mergeable: boolean;
}

/**
 * The budget for trying hints on one block, in characters parsed. Each fault costs as much as `CHARACTERS_PER_FAULT`.
 */
const BUDGET = 100_000;
const CHARACTERS_PER_FAULT = 500;

const hintFor = memo((block: Block): ReportedHint => {
  const leaf = new ErroneousBlock(block);
  const hint = bestHint(leaf);
  return { problem: leaf.problem(hint), mergeable: hint.mergeable === true };
});

function bestHint(leaf: ErroneousBlock): RecoveryHint {
  let budget = BUDGET;
  let partial: RecoveryHint | undefined;
  for (const hint of hintsFor(leaf)) {
    if (!hint.patches) return hint;
    budget -= leaf.text.length + CHARACTERS_PER_FAULT * leaf.faults.length;
    if (budget < 0) break;
    const result = leaf.tryPatches(hint.patches);
    if (result === "whole") return hint;
    if (result === "so-far") partial ??= { ...hint, safety: "probable" };
  }
  return partial ?? syntaxMessageFor(leaf);
}

function* hintsFor(leaf: ErroneousBlock): Iterable<RecoveryHint> {
  if (leaf.has("TOO_DEEP", "NO_MAP", "NO_NAME")) return;
  yield* columnHints(leaf);
  yield* lookAlikeHints(leaf);
  yield* whitespaceHints(leaf);
  yield* bracketHints(leaf);
  yield* quotingHints(leaf);
  yield* signHints(leaf);
  yield* lineHints(leaf);
  yield* parentLineHints(leaf);
}
