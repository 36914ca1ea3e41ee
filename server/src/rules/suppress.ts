import { closest } from "../closest.ts";
import { memo } from "../memo.ts";
import { say } from "../say.ts";
import { anyLeaf, leavesOf } from "../syntax/blocks.ts";
import { type File, lineOfBlock, rangeOf } from "../syntax/file.ts";
import type { Fix, Problem } from "../syntax/problem.ts";
import type { Block, Span } from "../syntax/tree.ts";

/** A comment that silences rules: on the line below it, or in the whole file. */
interface Directive {
  readonly block: Block;
  readonly line: number;
  readonly wholeFile: boolean;
  readonly rules: readonly { readonly id: string; readonly col: number }[];
  readonly reason: string;
  readonly length: number;
}

type Named = Pick<Problem, "id" | "at">;

const DIRECTIVE =
  /^([ \t]*# *rentree-ignore(-file)?(?![\w-])[ \t]*)([^:\n\r]*?)[ \t\u00a0]*(?::[ \t]*(.*?))?[ \t]*\r?$/;

/** Whether there is such a comment in a block or below. */
const silences = anyLeaf((leaf) => leaf.text.includes("rentree-ignore"));

const directivesIn = memo((block: Block): readonly Directive[] =>
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

/** What is left of the findings of a file, and what there is to say of the comments themselves. */
export interface Suppressed<F extends Named> {
  readonly left: readonly F[];
  readonly problems: readonly Problem[];
}

/**
 * Takes out what comments of a file silence. `ids` are those of all rules; where `complete` is not given, rules may be
 * silent for want of what they ask about, and no comment is told to be unused.
 */
export function suppressed<F extends Named>(
  file: File,
  findings: readonly F[],
  ids: ReadonlySet<string>,
  complete: boolean,
): Suppressed<F> {
  if (!silences(file.root)) return { left: findings, problems: [] };
  const problems: Problem[] = [];
  let left = findings;
  for (const { directive, reaches, atHead } of placed(file)) {
    const isComplete = directive.rules.length > 0 && directive.reason !== "";
    if (!isComplete) problems.push(withoutReason(directive));
    for (const rule of isComplete ? directive.rules : []) {
      const rest = left.filter((finding) => finding.id !== rule.id || !reaches(finding));
      const isUnused = rest.length === left.length && (complete || !ids.has(rule.id));
      if (isUnused) problems.push(unused(directive, rule, ids, atHead));
      left = rest;
    }
  }
  return { left, problems };
}

interface Placed {
  readonly directive: Directive;
  readonly atHead: boolean;
  /** Which findings it is about. */
  readonly reaches: (finding: Named) => boolean;
}

function placed(file: File): readonly Placed[] {
  const leaves = leavesOf(file.root);
  const head = leaves.findIndex((leaf) => contentLine(leaf, 0) !== undefined);
  return leaves.flatMap((leaf, index) => {
    const first = contentLine(leaf, 0) ?? leaf.lines + 1;
    return directivesIn(leaf).map((directive) => {
      const atHead = head < 0 || index < head || (index === head && directive.line < first);
      return { directive, atHead, reaches: reachOf(file, leaves, index, directive, atHead) };
    });
  });
}

/** Which findings a comment is about. */
function reachOf(
  file: File,
  leaves: readonly Block[],
  index: number,
  { wholeFile, line }: Directive,
  atHead: boolean,
): (finding: Named) => boolean {
  if (wholeFile) return () => atHead;
  for (const [step, leaf] of leaves.slice(index).entries()) {
    const content = contentLine(leaf, step === 0 ? line + 1 : 0);
    if (content === undefined) continue;
    const target = lineOfBlock(file, leaf) + content;
    return ({ at }) => rangeOf(file, at).start.line === target;
  }
  return () => false;
}

function withoutReason({ block, line, length, rules }: Directive): Problem {
  const col = block.text.split("\n")[line]?.indexOf("rentree-ignore") ?? 0;
  const at: Span = { block, line, col, endLine: line, endCol: length };
  return {
    id: "suppression-without-reason",
    at,
    message:
      rules.length === 0
        ? say("This comment silences nothing: write the rule, a colon and the reason.")
        : say(
            "A reason is missing: write a colon and why “{0}” does not matter here. Until then it is not silenced.",
            rules.map(({ id }) => id).join(", "),
          ),
  };
}

function unused(
  directive: Directive,
  rule: Directive["rules"][number],
  ids: ReadonlySet<string>,
  atHead: boolean,
): Problem {
  const { block, line, rules } = directive;
  const at: Span = { block, line, col: rule.col, endLine: line, endCol: rule.col + rule.id.length };
  const [near] = ids.has(rule.id) ? [] : closest(rule.id, ids);
  const fixes: readonly Fix[] = near
    ? [{ title: say("Replace by “{0}”", near), safety: "probable", edits: [{ at, newText: near }] }]
    : [
        {
          title: say("Remove the comment"),
          safety: "sure",
          edits: [{ at: wholeLine(directive), newText: "" }],
        },
      ];
  const message = !ids.has(rule.id)
    ? say("There is no rule “{0}”: this silences nothing.", rule.id)
    : directive.wholeFile && !atHead
      ? say("“{0}” is not silenced: for a whole file, the comment stands at its head.", rule.id)
      : say("“{0}” reports nothing here: this comment is no longer needed.", rule.id);
  const removes =
    rules.length === 1 && (near !== undefined || ids.has(rule.id)) && !(directive.wholeFile && !atHead);
  return { id: "unused-suppression", at, message, ...(removes || near ? { fixes } : undefined) };
}

function wholeLine({ block, line, length }: Directive): Span {
  const last = line === block.lines;
  return { block, line, col: 0, endLine: last ? line : line + 1, endCol: last ? length : 0 };
}
