import type { Finding, Severity } from "../../rules/rule.ts";
import type { Message, Words } from "../../say.ts";
import type { Range } from "../../syntax/file.ts";
import type { Fix } from "../../syntax/problem.ts";
import type { Span } from "../../syntax/tree.ts";
import { relativeTo } from "../../uri.ts";

/** Where something stands: a path from the working folder, with `/`. */
export interface Place {
  readonly file: string;
  readonly range: Range;
}

export interface Reported extends Place {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly related: readonly (Place & { readonly message: string })[];
  readonly fixes: readonly ReportedFix[];
}

interface ReportedFix {
  readonly title: string;
  readonly safety: Fix["safety"];
  readonly edits: readonly (Place & { readonly newText: string })[];
}

/** What every format is made from: the findings in one language, sorted by file, position and rule. */
export interface Report {
  readonly findings: readonly Reported[];
  /** Every file that was checked, whether something was found in it or not. */
  readonly files: readonly string[];
  readonly summary: Summary;
  /** How many findings `--fix` would mend. */
  readonly mendable: number;
  /** A line of a file that something is said of, without anything that may not be repeated. */
  readonly line: (file: string, line: number) => string | undefined;
}

export interface Summary {
  readonly establishments: number;
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly information: number;
  readonly hints: number;
}

interface Asked {
  readonly findings: readonly Finding[];
  /** The files that were checked. */
  readonly files: readonly string[];
  readonly establishments: number;
  /** Where a text stands in its file. */
  readonly rangeOf: (at: Span) => Range;
  /** A line of a file, without anything that may not be repeated. */
  readonly line: (uri: string, line: number) => string | undefined;
  /** Whether a file may be changed by a fix. */
  readonly mayChange: (uri: string) => boolean;
  /** The URI of the working folder. */
  readonly cwd: string;
  readonly words: (message: Message | Words) => string;
}

/** Puts findings into words and places. */
export function reportOf(asked: Asked): Report {
  const { findings, files, establishments, rangeOf, mayChange, cwd, words } = asked;
  const paths = new Map<string, string>();
  const uris = new Map<string, string>();
  const pathOf = (uri: string) => {
    const path = paths.get(uri) ?? relativeTo(cwd, uri);
    paths.set(uri, path);
    uris.set(path, uri);
    return path;
  };
  const placeOf = (at: Span): Place => ({ file: pathOf(at.block.uri), range: rangeOf(at) });
  const reported = findings.map(
    ({ id, rule, at, message, related = [], fixes = [] }): Reported => ({
      ...placeOf(at),
      rule: id,
      severity: rule.severity,
      message: words(message),
      related: related.map((one) => ({ ...placeOf(one.at), message: words(one.message) })),
      fixes: fixes.map(({ title, safety, edits }) => ({
        title: words(title),
        safety,
        edits: edits.map(({ at, newText }) => ({ ...placeOf(at), newText })),
      })),
    }),
  );
  const count = (severity: Severity) => reported.filter((one) => one.severity === severity).length;
  return {
    findings: reported.sort(order),
    files: files.map(pathOf).sort(compare),
    summary: {
      establishments,
      files: files.length,
      errors: count("error"),
      warnings: count("warning"),
      information: count("information"),
      hints: count("hint"),
    },
    mendable: findings.filter((finding) => isMendable(finding, mayChange)).length,
    line: (path, line) => asked.line(uris.get(path) ?? "", line),
  };
}

function isMendable({ fixes = [] }: Finding, mayChange: (uri: string) => boolean): boolean {
  const sure = fixes.find(({ safety }) => safety === "sure");
  return sure?.edits.every(({ at }) => mayChange(at.block.uri)) ?? false;
}

function order(one: Reported, other: Reported): number {
  return (
    compare(one.file, other.file) ||
    one.range.start.line - other.range.start.line ||
    one.range.start.character - other.range.start.character ||
    compare(one.rule, other.rule) ||
    compare(one.message, other.message)
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
