import { closest } from "../base/closest.ts";
import { memo } from "../base/memo.ts";
import { message } from "../base/message.ts";
import { anyLeaf, leavesOf } from "../syntax/blocks.ts";
import { type Comment, commentExtent, commentsIn } from "../syntax/comments.ts";
import type { File } from "../syntax/file.ts";
import type { Fix, Problem } from "../syntax/problem.ts";
import type { Block, Span } from "../syntax/tree.ts";
import { type Directive, directiveIn } from "./directive.ts";

/** A suppression comment in its leaf. */
interface SuppressionComment extends Directive {
  readonly comment: Comment;
  /** The next line of its leaf that is neither blank nor a comment. */
  readonly target: number | undefined;
}

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
    if (directive) directives.push({ ...directive, comment, target: first });
    else if (!comment && text.trim() !== "") first = line;
  }
  return { first, directives: directives.reverse() };
});

/**
 * What a comment suppresses. Contains no syntax tree but in the spans of its problems; valid for this version of the
 * file only.
 */
export interface Suppression {
  /** The line of the file that it applies to, or all of them; absent if it applies to none. */
  readonly line?: number | "all";
  readonly rules: readonly SuppressedRule[];
  /** A fault in the comment itself, which then suppresses nothing. */
  readonly problem?: Problem;
}

interface SuppressedRule {
  readonly id: string;
  readonly exists: boolean;
  /** The problem to report if nothing is suppressed. */
  readonly unusedProblem: Problem;
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
  const line = directive.wholeFile ? atHead && "all" : target;
  const rules = directive.rules.map((rule) => ({
    id: rule.id,
    exists: ids.has(rule.id),
    unusedProblem: unusedProblem(directive, rule, ids, atHead),
  }));
  return { rules, ...(line === undefined || line === false ? undefined : { line }) };
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

/**
 * Removes suppressed findings. Without `complete`, a rule may be silent because something could not be read, so unused
 * suppressions are not reported.
 */
export function applySuppressions<F extends Pick<Problem, "id" | "at">>(
  comments: readonly Suppression[],
  findings: readonly F[],
  lineOf: (at: Span) => number,
  complete: boolean,
): SuppressionResult<F> {
  const problems: Problem[] = [];
  const openFindings = new OpenFindings(comments, findings, lineOf);
  for (const { line, rules, problem } of comments) {
    if (problem) problems.push(problem);
    for (const { id, exists, unusedProblem } of rules)
      if (!openFindings.suppress(id, line) && (complete || !exists)) problems.push(unusedProblem);
  }
  return { remaining: openFindings.remaining(), problems };
}

/** The findings that may be suppressed, by rule and line, so that not every comment is compared with every finding. */
class OpenFindings<F extends Pick<Problem, "id" | "at">> {
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

  /** Suppresses the findings of a rule in one line, or in all; returns whether there were any. */
  suppress(id: string, line: number | "all" | undefined): boolean {
    const byLine = this.#byRule.get(id);
    if (!byLine || line === undefined) return false;
    const reachedFindings = line === "all" ? [...byLine.values()] : [byLine.get(line) ?? []];
    if (line === "all") byLine.clear();
    else byLine.delete(line);
    for (const found of reachedFindings) for (const finding of found) this.#suppressed.add(finding);
    return reachedFindings.some((found) => found.length > 0);
  }

  remaining(): readonly F[] {
    return this.#findings.filter((finding) => !this.#suppressed.has(finding));
  }
}

function withoutReason({ comment, col, rules }: SuppressionComment): Problem {
  const at: Span = { ...comment, col, endCol: comment.col + comment.text.trimEnd().length };
  return {
    id: "suppression-without-reason",
    at,
    message:
      rules.length === 0
        ? message("This comment silences nothing: write the rule, a colon and the reason.")
        : message(
            "A reason is missing: write a colon and why “{0}” does not matter here. Until then it is not silenced.",
            rules.map(({ id }) => id).join(", "),
          ),
  };
}

function unusedProblem(
  directive: SuppressionComment,
  rule: SuppressionComment["rules"][number],
  ids: ReadonlySet<string>,
  atHead: boolean,
): Problem {
  const { comment, rules } = directive;
  const at: Span = { ...comment, col: rule.col, endCol: rule.col + rule.id.length };
  const [nearest] = ids.has(rule.id) ? [] : closest(rule.id, ids);
  const fixes: readonly Fix[] = nearest
    ? [{ title: message("Replace by “{0}”", nearest), safety: "probable", edits: [{ at, newText: nearest }] }]
    : [
        {
          title: message("Remove the comment"),
          safety: "sure",
          edits: [{ at: commentExtent(comment), newText: "" }],
        },
      ];
  const text = !ids.has(rule.id)
    ? message("There is no rule “{0}”: this silences nothing.", rule.id)
    : directive.wholeFile && !atHead
      ? message("The rule “{0}” is not silenced: for a whole file, the comment stands at its head.", rule.id)
      : message("“{0}” reports nothing here: this comment is no longer needed.", rule.id);
  const removes = rules.length === 1 && ids.has(rule.id) && !(directive.wholeFile && !atHead);
  return { id: "unused-suppression", at, message: text, ...(removes || nearest ? { fixes } : undefined) };
}
