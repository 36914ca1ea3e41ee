import { parseSync } from "oxc-parser";
import { checkSync } from "recheck";

/** A regular expression in our code. */
export interface Expression {
  readonly pattern: string;
  readonly flags: string;
  /** The file of its first occurrence. */
  readonly file: string;
}

/** The regular expressions of a text: those that can be judged, and the arguments of those that are put together. */
export interface ExpressionsOfText {
  readonly literal: readonly Expression[];
  readonly constructed: readonly string[];
}

/** A node of the syntax tree, as far as it is used here. */
interface SyntaxNode {
  readonly type?: string;
  readonly start: number;
  readonly end: number;
  readonly regex?: { readonly pattern: string; readonly flags: string } | null;
  readonly callee?: { readonly type?: string; readonly name?: string };
  readonly arguments?: readonly SyntaxNode[];
}

/** The regular expressions in a text of TypeScript: literals, and calls of `RegExp` with or without `new`. */
export function expressionsIn(file: string, text: string): ExpressionsOfText {
  const literal: Expression[] = [];
  const constructed: string[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    if (Array.isArray(value)) {
      value.forEach(visit);
      return;
    }
    const node = value as SyntaxNode;
    if (node.type === "Literal" && node.regex) literal.push({ ...node.regex, file });
    const args = node.callee?.name === "RegExp" ? (node.arguments ?? []) : [];
    const [first] = args;
    const last = args.at(-1);
    if (first && last) constructed.push(text.slice(first.start, last.end).replace(/\s+/g, " "));
    Object.values(value).forEach(visit);
  };
  visit(parseSync(file, text).program);
  return { literal, constructed };
}

/** The expressions of JSON schemas, each with the flag with which they are compiled. */
export function patternsIn(file: string, json: unknown): readonly Expression[] {
  if (typeof json !== "object" || json === null) return [];
  return Object.entries(json).flatMap(([key, value]) =>
    key === "pattern" && typeof value === "string"
      ? [{ pattern: value, flags: "u", file }]
      : patternsIn(file, value),
  );
}

/** The name of an expression in lists: its literal. */
export const nameOfExpression = ({ pattern, flags }: Pick<Expression, "pattern" | "flags">): string =>
  `/${pattern}/${flags}`;

/** What is known of the time that an expression takes, at worst, for a text of a length. */
export interface Judgement {
  readonly status: "safe" | "vulnerable" | "unknown";
  readonly summary: string;
}

/** A family of texts: each pump repeated equally often, after its prefix. */
interface Attack {
  readonly pumps: readonly { readonly prefix: string; readonly pump: string }[];
  readonly suffix: string;
}

/** Milliseconds for one expression. Most take a few; who cannot be judged in this time is not proved. */
const ENOUGH = 60_000;

/**
 * Judges an expression by its automaton, or by an attack that is searched for. The search is random, from one seed, so
 * that it finds the same each time.
 */
export function judge({ pattern, flags }: Pick<Expression, "pattern" | "flags">): Judgement {
  // Without it, a worker with a native program is tried, which is not installed everywhere.
  process.env["RECHECK_BACKEND"] = "pure";
  const result = checkSync(pattern, flags.replace(/[dv]/g, ""), { randomSeed: 1, timeout: ENOUGH });
  const { status, checker } = result;
  const attack = status === "vulnerable" ? result.attack : undefined;
  // The search counts steps of an engine of its own, and takes some linear expressions for others.
  if (checker === "fuzz" && attack && !isSlowFor(new RegExp(pattern, flags), attack))
    return { status: "safe", summary: "the attack that was found takes linear time" };
  return {
    status,
    summary: [
      status === "unknown" ? undefined : result.complexity.summary,
      attack?.pattern,
      status === "unknown" ? result.error.kind : undefined,
    ]
      .filter(Boolean)
      .join(": "),
  };
}

/** The length of texts at which a quadratic search takes seconds, and a linear one a millisecond. */
const LONG = 200_000;
/** Milliseconds of the processor. */
const SLOW = 300;

/** Whether an attack takes time, tried with texts that grow. */
function isSlowFor(expression: RegExp, { pumps, suffix }: Attack): boolean {
  for (let times = 1000; ; times *= 2) {
    const text = pumps.map(({ prefix, pump }) => prefix + pump.repeat(times)).join("") + suffix;
    const start = process.cpuUsage();
    text.replace(expression, "");
    const { user, system } = process.cpuUsage(start);
    if (user + system > SLOW * 1000) return true;
    if (text.length > LONG) return false;
  }
}

/** The expressions, each once, by its name. */
export function eachOnce(expressions: readonly Expression[]): ReadonlyMap<string, Expression> {
  return new Map([...expressions].reverse().map((one) => [nameOfExpression(one), one]));
}
