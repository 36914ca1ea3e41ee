import { memo } from "../base/memo.ts";
import { anyLeaf, leavesOf } from "../syntax/blocks.ts";
import { commentsIn } from "../syntax/comments.ts";
import type { File } from "../syntax/file.ts";
import type { Problem } from "../syntax/problem.ts";
import type { Block, Span } from "../syntax/tree.ts";
import { type Directive, directiveIn } from "./directive.ts";
import { heldProblems } from "./held-problems.ts";
import {
  dayProblem,
  expiredProblem,
  type SuppressionComment,
  unusedProblem,
  withoutReason,
} from "./suppression-problems.ts";

/** Whether a block contains such a comment. */
const hasSuppressions = anyLeaf((leaf) => leaf.text.includes("rentree-ignore"));

interface Leaf {
  /** The first line that is neither blank nor a comment. */
  readonly first: number | undefined;
  readonly directives: readonly SuppressionComment[];
}

/**
 * The suppression comments of a leaf. It is read once, from its end, so that the time does not depend on their number. A
 * line of a block scalar that looks like such a comment is none.
 */
const leafOf = memo((block: Block): Leaf => {
  const lines = block.text.split("\n");
  const comments = new Map(
    commentsIn(block).flatMap((one) => (one.contentEnd === 0 ? [[one.line, one] as const] : [])),
  );
  const directives: SuppressionComment[] = [];
  let first: number | undefined;
  for (let line = lines.length - 1; line >= 0; line--) {
    const text = lines[line] ?? "";
    const comment = comments.get(line);
    const directive = comment && directiveIn(text);
    if (directive) directives.push({ ...withDays(directive), comment, target: first });
    else if (!comment && text.trim() !== "") first = line;
  }
  return { first, directives: directives.reverse() };
});

/** A directive whose days stand apart from its rules, of which no name starts with a digit. */
function withDays(directive: Directive): Omit<SuppressionComment, "comment" | "target"> {
  const isDayLike = ({ id }: { readonly id: string }) => /^\d/.test(id);
  const days = directive.rules.filter(isDayLike);
  return { ...directive, rules: directive.rules.filter((one) => !isDayLike(one)), days };
}

/**
 * What a comment suppresses. Contains no syntax tree but in the spans of its problems; valid for this version of the
 * file only.
 */
export interface Suppression {
  /** The line of the file that it applies to, or all of them; absent if it applies to none. */
  readonly line?: number | "all";
  readonly rules: readonly SuppressedRule[];
  /** The last day on which it suppresses anything, as YYYY-MM-DD; always if absent. */
  readonly until?: string;
  /** A fault in the comment itself, which then suppresses nothing. */
  readonly problem?: Problem;
}

interface SuppressedRule {
  readonly id: string;
  readonly exists: boolean;
  /** The problem to report if nothing is suppressed. */
  readonly unusedProblem: Problem;
  /** The problem to report if its day is over and the rule reports something again. */
  readonly expiredProblem?: Problem;
}

/** The suppressions of a file, in the order of the text. `ids` are those of all rules. */
export function suppressionsIn(file: File, ids: ReadonlySet<string>): readonly Suppression[] {
  if (!hasSuppressions(file.root)) return [];
  const leaves = leavesOf(file.root);
  const targets = targetsBelow(leaves);
  const head = leaves.findIndex((leaf) => leafOf(leaf).first !== undefined);
  let firstLine = 0;
  return leaves.flatMap((leaf, index) => {
    const leafTop = firstLine;
    firstLine += leaf.lines;
    const { first = Number.POSITIVE_INFINITY, directives } = leafOf(leaf);
    return directives.map((directive) => {
      const target = directive.target === undefined ? targets[index] : leafTop + directive.target;
      const atHead = head < 0 || index < head || (index === head && directive.comment.line < first);
      return suppressionOf(directive, ids, target, atHead);
    });
  });
}

/**
 * The suppression of one comment. `target` is the line of the file that it applies to unless it is for the whole file.
 */
function suppressionOf(
  directive: SuppressionComment,
  ids: ReadonlySet<string>,
  target: number | undefined,
  atHead: boolean,
): Suppression {
  if (directive.rules.length === 0 || directive.reason === "")
    return { rules: [], problem: withoutReason(directive) };
  const problem = dayProblem(directive);
  if (problem) return { rules: [], problem };
  const line = directive.wholeFile ? atHead && "all" : target;
  const until = directive.days[0]?.id;
  const rules = directive.rules.map((rule) => ({
    id: rule.id,
    exists: ids.has(rule.id),
    unusedProblem: unusedProblem(directive, rule, ids, atHead),
    ...(until !== undefined && { expiredProblem: expiredProblem(directive, rule.id, until) }),
  }));
  return {
    rules,
    ...(until !== undefined && { until }),
    ...(line === undefined || line === false ? undefined : { line }),
  };
}

/** For each leaf, the first line of the file after it that is neither blank nor a comment. */
function targetsBelow(leaves: readonly Block[]): readonly (number | undefined)[] {
  let firstLine = leaves.reduce((lines, leaf) => lines + leaf.lines, 0);
  let target: number | undefined;
  const found: (number | undefined)[] = [];
  for (const leaf of leaves.toReversed()) {
    found.push(target);
    firstLine -= leaf.lines;
    const { first } = leafOf(leaf);
    if (first !== undefined) target = firstLine + first;
  }
  return found.reverse();
}

/** The findings that are not suppressed, and the problems of the comments themselves. */
export interface SuppressionResult<F> {
  readonly remaining: readonly F[];
  readonly problems: readonly Problem[];
}

/** What has to be known to apply suppressions. */
export interface SuppressionScope {
  /** The line of the file at which a span starts. */
  readonly lineOf: (at: Span) => number;
  /** Otherwise a rule may be silent because something could not be read, so unused suppressions are not reported. */
  readonly complete: boolean;
  /** Today as YYYY-MM-DD: suppressions whose day is over suppress nothing. */
  readonly today: string;
}

/** Removes suppressed findings. */
export function applySuppressions<F extends Pick<Problem, "id" | "at" | "more">>(
  comments: readonly Suppression[],
  findings: readonly F[],
  { lineOf, complete, today }: SuppressionScope,
): SuppressionResult<F> {
  const problems: Problem[] = [];
  const openFindings = new OpenFindings(comments, findings, lineOf);
  for (const comment of comments) {
    if (comment.problem) problems.push(comment.problem);
    const isOver = comment.until !== undefined && comment.until < today;
    for (const rule of comment.rules) {
      const isReported = openFindings.suppress(rule.id, comment.line, isOver);
      const problem = isReported ? isOver && rule.expiredProblem : needless(rule, complete);
      if (problem) problems.push(problem);
    }
  }
  return { remaining: openFindings.remaining(), problems: heldProblems(problems) };
}

/** The problem of a rule that reports nothing where it is suppressed, if that is certain. */
function needless({ exists, unusedProblem }: SuppressedRule, complete: boolean): Problem | undefined {
  return complete || !exists ? unusedProblem : undefined;
}

/** The findings that may be suppressed, by rule and line, so that not every comment is compared with every finding. */
class OpenFindings<F extends Pick<Problem, "id" | "at" | "more">> {
  readonly #findings: readonly F[];
  readonly #byRule = new Map<string, Map<number, F[]>>();
  readonly #suppressed = new Set<F>();

  constructor(comments: readonly Suppression[], findings: readonly F[], lineOf: (at: Span) => number) {
    this.#findings = findings;
    for (const { rules } of comments) for (const { id } of rules) this.#byRule.set(id, new Map());
    for (const finding of findings) {
      const byLine = this.#byRule.get(finding.id);
      if (!byLine) continue;
      const line = lineOf(finding.at);
      const same = byLine.get(line);
      if (same) same.push(finding);
      else byLine.set(line, [finding]);
    }
  }

  /** Suppresses the findings of a rule in one line, or in all, unless its day is over; returns whether there were any. */
  suppress(id: string, line: number | "all" | undefined, isOver: boolean): boolean {
    const byLine = this.#byRule.get(id);
    if (!byLine || line === undefined) return false;
    const reachedFindings = line === "all" ? [...byLine.values()] : [byLine.get(line) ?? []];
    if (!isOver) this.#remove(byLine, line, reachedFindings.flat());
    return reachedFindings.some((found) => found.length > 0);
  }

  #remove(byLine: Map<number, F[]>, line: number | "all", findings: readonly F[]): void {
    if (line === "all") byLine.clear();
    else byLine.delete(line);
    // What stands for others is silenced with the whole file only.
    for (const finding of findings) if (line === "all" || !finding.more) this.#suppressed.add(finding);
  }

  remaining(): readonly F[] {
    return this.#findings.filter((finding) => !this.#suppressed.has(finding));
  }
}
