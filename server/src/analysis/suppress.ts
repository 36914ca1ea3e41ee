import { closest } from "../base/closest.ts";
import { memo } from "../base/memo.ts";
import { message } from "../base/message.ts";
import { anyLeaf, leavesOf } from "../syntax/blocks.ts";
import { type Comment, commentExtent, commentsIn } from "../syntax/comments.ts";
import type { File } from "../syntax/file.ts";
import type { Fix, Problem } from "../syntax/problem.ts";
import type { Block, Span } from "../syntax/tree.ts";
import { type Directive, directiveIn } from "./directive.ts";

/** Such a comment in its leaf. */
interface SuppressionComment extends Directive {
  readonly comment: Comment;
  /** The next line of its leaf that says something. */
  readonly target: number | undefined;
}

/** Whether there is such a comment in a block or below. */
const silences = anyLeaf((leaf) => leaf.text.includes("rentree-ignore"));

interface Leaf {
  /** The first line that says something: it is neither blank nor a comment. */
  readonly first: number | undefined;
  readonly directives: readonly SuppressionComment[];
}

/**
 * What silences in a leaf, read in one pass from its end: each line is looked at once, however many comments there are.
 * What reads like such a comment in a text of several lines is that text.
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

/** What a comment silences: plain data, good as long as its file is this one. */
export interface Suppression {
  /** The line of the file that it is about, or all; absent where it is about nothing. */
  readonly line?: number | "all";
  readonly rules: readonly SuppressedRule[];
  /** What is wrong with the comment itself; then it silences nothing. */
  readonly problem?: Problem;
}

interface SuppressedRule {
  readonly id: string;
  readonly exists: boolean;
  /** What there is to say if it had nothing to report here. */
  readonly unused: Problem;
}

/** What the comments of a file silence, in the order of the text. `ids` are those of all rules. */
export function suppressionsIn(file: File, ids: ReadonlySet<string>): readonly Suppression[] {
  if (!silences(file.root)) return [];
  const leaves = leavesOf(file.root);
  const targets = targetsBelow(leaves);
  const head = leaves.findIndex((leaf) => leafOf(leaf).first !== undefined);
  let top = 0;
  return leaves.flatMap((leaf, index) => {
    const begin = top;
    top += leaf.lines;
    const { first = leaf.lines + 1, directives } = leafOf(leaf);
    return directives.map((directive) => {
      const target = directive.target === undefined ? targets[index] : begin + directive.target;
      const atHead = head < 0 || index < head || (index === head && directive.comment.line < first);
      return suppressionOf(directive, ids, target, atHead);
    });
  });
}

/** What one comment silences: `target` is the line of the file that it is about if it is about one. */
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
    unused: unused(directive, rule, ids, atHead),
  }));
  return { rules, ...(line === undefined || line === false ? undefined : { line }) };
}

/** For each leaf the line of the file, below the leaf, that is the next to say something. */
function targetsBelow(leaves: readonly Block[]): readonly (number | undefined)[] {
  let top = leaves.reduce((lines, leaf) => lines + leaf.lines, 0);
  let target: number | undefined;
  const found: (number | undefined)[] = [];
  for (const leaf of leaves.toReversed()) {
    found.push(target);
    top -= leaf.lines;
    const { first } = leafOf(leaf);
    if (first !== undefined) target = top + first;
  }
  return found.reverse();
}

/** What is left of the findings of a file, and what there is to say of the comments themselves. */
export interface SuppressionResult<F> {
  readonly left: readonly F[];
  readonly problems: readonly Problem[];
}

/**
 * Takes out what comments of a file silence. Where `complete` is not given, rules may be silent for want of what they
 * ask about, and no comment is told to be unused.
 */
export function applySuppressions<F extends Pick<Problem, "id" | "at">>(
  comments: readonly Suppression[],
  findings: readonly F[],
  lineOf: (at: Span) => number,
  complete: boolean,
): SuppressionResult<F> {
  const problems: Problem[] = [];
  const open = new OpenFindings(comments, findings, lineOf);
  for (const { line, rules, problem } of comments) {
    if (problem) problems.push(problem);
    for (const { id, exists, unused } of rules)
      if (!open.silence(id, line) && (complete || !exists)) problems.push(unused);
  }
  return { left: open.left(), problems };
}

/** Findings that comments may silence, by rule and line: a comment is not held to all of them. */
class OpenFindings<F extends Pick<Problem, "id" | "at">> {
  readonly #findings: readonly F[];
  readonly #byRule = new Map<string, Map<number, F[]>>();
  readonly #silenced = new Set<F>();

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

  /** Takes out what a rule found in a line, or in all; whether there was anything left to take. */
  silence(id: string, line: number | "all" | undefined): boolean {
    const byLine = this.#byRule.get(id);
    if (!byLine || line === undefined) return false;
    const reached = line === "all" ? [...byLine.values()] : [byLine.get(line) ?? []];
    if (line === "all") byLine.clear();
    else byLine.delete(line);
    for (const found of reached) for (const finding of found) this.#silenced.add(finding);
    return reached.some((found) => found.length > 0);
  }

  left(): readonly F[] {
    return this.#findings.filter((finding) => !this.#silenced.has(finding));
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

function unused(
  directive: SuppressionComment,
  rule: SuppressionComment["rules"][number],
  ids: ReadonlySet<string>,
  atHead: boolean,
): Problem {
  const { comment, rules } = directive;
  const at: Span = { ...comment, col: rule.col, endCol: rule.col + rule.id.length };
  const [near] = ids.has(rule.id) ? [] : closest(rule.id, ids);
  const fixes: readonly Fix[] = near
    ? [{ title: message("Replace by “{0}”", near), safety: "probable", edits: [{ at, newText: near }] }]
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
      ? message("“{0}” is not silenced: for a whole file, the comment stands at its head.", rule.id)
      : message("“{0}” reports nothing here: this comment is no longer needed.", rule.id);
  const removes =
    rules.length === 1 && (near !== undefined || ids.has(rule.id)) && !(directive.wholeFile && !atHead);
  return { id: "unused-suppression", at, message: text, ...(removes || near ? { fixes } : undefined) };
}
