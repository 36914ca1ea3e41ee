import { closest } from "../base/closest.ts";
import { dayInWords } from "../base/day.ts";
import { message } from "../base/message.ts";
import { isDay } from "../rules/shared/dates.ts";
import { type Comment, commentExtent } from "../syntax/comments.ts";
import type { Fix, Problem } from "../syntax/problem.ts";
import type { Span } from "../syntax/tree.ts";
import type { Directive } from "./directive.ts";

/** A suppression comment in its leaf. */
export interface SuppressionComment extends Directive {
  readonly comment: Comment;
  /** The next line of its leaf that is neither blank nor a comment. */
  readonly target: number | undefined;
  /** What stands among the rules and starts with a digit: the last day on which it suppresses anything. */
  readonly days: Directive["rules"];
}

/** The problem of a comment that names no rule, or no reason. */
export function withoutReason({ comment, col, rules }: SuppressionComment): Problem {
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

/** The problem of a comment whose day does not exist, or that has several; `undefined` if it has one or none. */
export function dayProblem({ comment, days: [day, second] }: SuppressionComment): Problem | undefined {
  if (day === undefined || (second === undefined && isDay(day.id))) return undefined;
  const wrong = second ?? day;
  const text = second
    ? message("One day is enough, the last one on which this is silenced. Until then nothing is silenced.")
    : message(
        "“{0}” is not a day: write year, month and day, such as {1}. Until then nothing is silenced.",
        day.id,
        "2027-08-31",
      );
  return { id: "suppression-without-reason", at: spanOf(comment, wrong), message: text };
}

/** The problem of a comment whose day is over, while the rule still reports what it silenced. */
export function expiredProblem(
  { comment, days, rules }: SuppressionComment,
  rule: string,
  day: string,
): Problem {
  const [written] = days;
  const fix: Fix = {
    title: message("Remove the comment"),
    safety: "probable",
    edits: [{ at: commentExtent(comment), newText: "" }],
  };
  return {
    id: "unused-suppression",
    at: spanOf(comment, written ?? { id: rule, col: comment.col }),
    message: message(
      "“{0}” was silenced until {1}: it reports again. Fix what it reports, or write a later day.",
      rule,
      dayInWords(day),
    ),
    ...(rules.length === 1 && { fixes: [fix] }),
  };
}

/** The span of a word of a comment. */
function spanOf(comment: Comment, { id, col }: Directive["rules"][number]): Span {
  return { ...comment, col, endCol: col + id.length };
}

/** The problem of a comment for a rule that reports nothing there, or does not exist. */
export function unusedProblem(
  directive: SuppressionComment,
  rule: SuppressionComment["rules"][number],
  ids: ReadonlySet<string>,
  atHead: boolean,
): Problem {
  const { comment, rules } = directive;
  const at = spanOf(comment, rule);
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
