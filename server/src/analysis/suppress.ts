import { closest } from "../base/closest.ts";
import { memo } from "../base/memo.ts";
import { message } from "../base/message.ts";
import { anyLeaf, leavesOf } from "../syntax/blocks.ts";
import { type File, lineOfBlock } from "../syntax/file.ts";
import type { Fix, Problem } from "../syntax/problem.ts";
import type { Block, Span } from "../syntax/tree.ts";

/** A comment that silences rules: on the line below it, or in the whole file. */
interface SuppressionComment {
  readonly block: Block;
  readonly line: number;
  readonly wholeFile: boolean;
  readonly rules: readonly { readonly id: string; readonly col: number }[];
  readonly reason: string;
  readonly length: number;
}

const DIRECTIVE =
  /^([ \t]*# *rentree-ignore(-file)?(?![\w-])[ \t]*)([^:\n\r]*?)[ \t\u00a0]*(?::[ \t]*(.*?))?[ \t]*\r?$/;

/** Whether there is such a comment in a block or below. */
const silences = anyLeaf((leaf) => leaf.text.includes("rentree-ignore"));

const directivesIn = memo((block: Block): readonly SuppressionComment[] =>
  block.text.split("\n").flatMap((text, line) => {
    const match = DIRECTIVE.exec(text);
    if (!match) return [];
    const [, before = "", wholeFile, list = "", reason = ""] = match;
    const rules = Array.from(list.matchAll(/[^\s,]+/g), ({ 0: id, index }) => ({
      id,
      col: before.length + index,
    }));
    return [
      { block, line, wholeFile: wholeFile !== undefined, rules, reason, length: text.trimEnd().length },
    ];
  }),
);

/** The first line of a leaf, from one on, that is neither blank nor a comment. */
function contentLine(block: Block, from: number): number | undefined {
  const lines = block.text.split("\n");
  const found = lines.findIndex((text, line) => line >= from && !/^\s*(?:#|$)/.test(text));
  return found < 0 ? undefined : found;
}

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
  const head = leaves.findIndex((leaf) => contentLine(leaf, 0) !== undefined);
  return leaves.flatMap((leaf, index) => {
    const first = contentLine(leaf, 0) ?? leaf.lines + 1;
    return directivesIn(leaf).map((directive): Suppression => {
      if (directive.rules.length === 0 || directive.reason === "")
        return { rules: [], problem: withoutReason(directive) };
      const atHead = head < 0 || index < head || (index === head && directive.line < first);
      const line = directive.wholeFile ? atHead && "all" : targetOf(file, leaves.slice(index), directive);
      const rules = directive.rules.map((rule) => ({
        id: rule.id,
        exists: ids.has(rule.id),
        unused: unused(directive, rule, ids, atHead),
      }));
      return { rules, ...(line === undefined || line === false ? undefined : { line }) };
    });
  });
}

/** The line that a comment is about: the next that says something. */
function targetOf(file: File, leaves: readonly Block[], { line }: SuppressionComment): number | undefined {
  for (const [step, leaf] of leaves.entries()) {
    const content = contentLine(leaf, step === 0 ? line + 1 : 0);
    if (content !== undefined) return lineOfBlock(file, leaf) + content;
  }
  return undefined;
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
  let left = findings;
  for (const { line, rules, problem } of comments) {
    if (problem) problems.push(problem);
    for (const { id, exists, unused } of rules) {
      const reaches = ({ at }: F) => line === "all" || line === lineOf(at);
      const rest = left.filter((finding) => finding.id !== id || !reaches(finding));
      if (rest.length === left.length && (complete || !exists)) problems.push(unused);
      left = rest;
    }
  }
  return { left, problems };
}

function withoutReason({ block, line, length, rules }: SuppressionComment): Problem {
  const col = block.text.split("\n")[line]?.indexOf("rentree-ignore") ?? 0;
  const at: Span = { block, line, col, endLine: line, endCol: length };
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
  const { block, line, rules } = directive;
  const at: Span = { block, line, col: rule.col, endLine: line, endCol: rule.col + rule.id.length };
  const [near] = ids.has(rule.id) ? [] : closest(rule.id, ids);
  const fixes: readonly Fix[] = near
    ? [{ title: message("Replace by “{0}”", near), safety: "probable", edits: [{ at, newText: near }] }]
    : [
        {
          title: message("Remove the comment"),
          safety: "sure",
          edits: [{ at: wholeLine(directive), newText: "" }],
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

function wholeLine({ block, line, length }: SuppressionComment): Span {
  const last = line === block.lines;
  return { block, line, col: 0, endLine: last ? line : line + 1, endCol: last ? length : 0 };
}
