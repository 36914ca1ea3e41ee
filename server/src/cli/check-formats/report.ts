import { sureFixOf } from "../../analysis/fix-rounds.ts";
import type { Localize } from "../../base/message.ts";
import { relativeTo } from "../../base/uri.ts";
import type { Finding, Severity } from "../../rules/api/rule.ts";
import { comparePositions, type Range } from "../../syntax/positions.ts";
import type { Fix } from "../../syntax/problem.ts";
import type { Span } from "../../syntax/tree.ts";

/** Where something stands: a path from the working folder, with `/`. */
export interface ReportLocation {
  readonly file: string;
  readonly range: Range;
}

export interface ReportedFinding extends ReportLocation {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly related: readonly (ReportLocation & { readonly message: string })[];
  readonly fixes: readonly ReportedFix[];
}

interface ReportedFix {
  readonly title: string;
  readonly safety: Fix["safety"];
  readonly edits: readonly (ReportLocation & { readonly newText: string })[];
}

/** What every format is made from: files and their findings, in one language, in the order of their names and texts. */
export interface Report {
  /** Every file that was checked, whether something was found in it or not. */
  readonly files: readonly ReportedFile[];
  /** The rules that found something, in the order of their names. */
  readonly rules: readonly string[];
  readonly summary: Summary;
  /** How many findings `--fix` would mend. */
  readonly mendable: number;
  /** A line of a file that something is said of, without anything that may not be repeated. */
  readonly line: (file: string, line: number) => string | undefined;
}

/** One file of a report. Its findings, which may be many, are put into words when they are asked for. */
export interface ReportedFile {
  readonly path: string;
  readonly count: number;
  readonly findings: () => readonly ReportedFinding[];
}

/** All findings, one after the other. */
export function* allIn({ files }: Report): Generator<ReportedFinding> {
  for (const { findings } of files) yield* findings();
}

export interface Summary {
  readonly establishments: number;
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly information: number;
  readonly hints: number;
}

interface ReportRequest {
  /** The findings of each file that was checked. */
  readonly found: ReadonlyMap<string, readonly Finding[]>;
  readonly establishments: number;
  /** Where a text stands in its file. */
  readonly rangeOf: (at: Span) => Range;
  /** A line of a file, without anything that may not be repeated. */
  readonly line: (uri: string, line: number) => string | undefined;
  /** Whether a file may be changed by a fix. */
  readonly mayChange: (uri: string) => boolean;
  /** The URI of the working folder. */
  readonly cwd: string;
  readonly localize: Localize;
}

/** Puts findings into words and places. */
export function reportOf(asked: ReportRequest): Report {
  const { found, establishments, mayChange, cwd } = asked;
  const uris = new Map<string, string>();
  const paths = memoized((uri) => {
    const path = relativeTo(cwd, uri);
    uris.set(path, uri);
    return path;
  });
  const files = [...found].map(([uri, findings]) => ({
    path: paths(uri),
    count: findings.length,
    findings: () => findings.map((finding) => reported(finding, paths, asked)).sort(order),
  }));
  const all = [...found.values()];
  const count = (wanted: (finding: Finding) => boolean) =>
    all.reduce((sum, findings) => sum + findings.filter(wanted).length, 0);
  const ofSeverity = (severity: Severity) => count(({ rule }) => rule.severity === severity);
  return {
    files: files.sort((one, other) => compare(one.path, other.path)),
    rules: [...new Set(all.flatMap((findings) => findings.map(({ id }) => id)))].sort(),
    summary: {
      establishments,
      files: files.length,
      errors: ofSeverity("error"),
      warnings: ofSeverity("warning"),
      information: ofSeverity("information"),
      hints: ofSeverity("hint"),
    },
    mendable: count((finding) => sureFixOf(finding, mayChange) !== undefined),
    line: (path, line) => asked.line(uris.get(path) ?? "", line),
  };
}

function memoized(path: (uri: string) => string): (uri: string) => string {
  const known = new Map<string, string>();
  return (uri) => {
    const text = known.get(uri) ?? path(uri);
    known.set(uri, text);
    return text;
  };
}

function reported(
  { id, rule, at, message, related = [], fixes = [] }: Finding,
  pathOf: (uri: string) => string,
  { rangeOf, localize }: ReportRequest,
): ReportedFinding {
  const placeOf = (at: Span): ReportLocation => ({ file: pathOf(at.block.uri), range: rangeOf(at) });
  return {
    ...placeOf(at),
    rule: id,
    severity: rule.severity,
    message: localize(message),
    related: related.map((one) => ({ ...placeOf(one.at), message: localize(one.message) })),
    fixes: fixes.map(({ title, safety, edits }) => ({
      title: localize(title),
      safety,
      edits: edits.map(({ at, newText }) => ({ ...placeOf(at), newText })),
    })),
  };
}

/** The order within a file. */
function order(one: ReportedFinding, other: ReportedFinding): number {
  return (
    comparePositions(one.range.start, other.range.start) ||
    compare(one.rule, other.rule) ||
    compare(one.message, other.message)
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
