import { sureFixOf } from "../../analysis/fix-rounds.ts";
import { countOf } from "../../analysis/held-problems.ts";
import { MAX_SHOWN, shownFindings, shownRelated } from "../../analysis/shown-findings.ts";
import type { Localize } from "../../base/message.ts";
import type { Finding, Severity } from "../../rules/api/rule.ts";
import { comparePositions, type Range } from "../../syntax/positions.ts";
import type { Fix } from "../../syntax/problem.ts";
import type { Span } from "../../syntax/tree.ts";

/** A range in a file. The path is relative to the working folder, with `/`. */
export interface ReportLocation {
  readonly file: string;
  readonly range: Range;
}

/** A finding with localized texts. */
export interface ReportedFinding extends ReportLocation {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** The places that belong to it; of very many, the last says how many are left out. */
  readonly related: readonly (ReportLocation & { readonly message: string })[];
  /** How many places belong to it, shown or not. */
  readonly relatedCount: number;
  readonly fixes: readonly ReportedFix[];
}

interface ReportedFix {
  readonly title: string;
  readonly safety: Fix["safety"];
  readonly edits: readonly (ReportLocation & { readonly newText: string })[];
}

/** The input of all formats: checked files sorted by path, with their findings in one language. */
export interface Report {
  /** Every file that was checked, with or without findings. */
  readonly files: readonly ReportedFile[];
  /** The ids of rules with findings, sorted. */
  readonly rules: readonly string[];
  readonly summary: Summary;
  /** How many findings there are of each of these rules. */
  readonly ruleCounts: ReadonlyMap<string, SeverityCounts>;
  /** How many findings `--fix` would fix. */
  readonly fixable: number;
  /** A line of a file that a finding refers to, with secrets masked; `undefined` if it was not kept. */
  readonly line: (file: string, line: number) => string | undefined;
}

/**
 * One file of a report. Its findings are localized only when they are asked for; of very many, some are left out, and
 * the last says how many.
 */
export interface ReportedFile {
  readonly path: string;
  /** How many findings are shown. */
  readonly count: number;
  /** How many findings there are of each severity, shown or not. */
  readonly counts: SeverityCounts;
  /** The folder of its establishment, as a path; `undefined` for bases and files of no establishment. */
  readonly establishment: string | undefined;
  readonly findings: () => readonly ReportedFinding[];
}

/** Numbers of findings, by severity. */
export type SeverityCounts = { readonly [S in Severity]: number };

/** How many of these findings there are of each severity. */
function countsOf(findings: readonly Finding[]): SeverityCounts {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { rule, more = 0 } of findings) counts[rule.severity] += 1 + more;
  return counts;
}

/** All findings of a report, file by file. */
export function* allFindings({ files }: Report): Generator<ReportedFinding> {
  for (const { findings } of files) yield* findings();
}

/** How much was checked, and how many findings there are of each severity. */
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
  /** The folder of the establishment that a file is a member of. */
  readonly establishmentOf: (uri: string) => string | undefined;
  /** The range in its file of a span. */
  readonly rangeOf: (at: Span) => Range;
  /** A line of a file, with secrets masked. */
  readonly line: (uri: string, line: number) => string | undefined;
  /** Whether a file may be changed by a fix. */
  readonly mayChange: (uri: string) => boolean;
  /** What is told of a place: its path from the working folder. */
  readonly path: (uri: string) => string;
  readonly localize: Localize;
}

/** The report of findings: sorted, with paths, ranges and counts. */
export function reportOf(request: ReportRequest): Report {
  const { found, establishments, mayChange } = request;
  const uris = new Map<string, string>();
  const paths = eachOwn(request.path, uris);
  const folders = eachOwn(request.path, new Map());
  const folderOf = (uri: string) => {
    const folder = request.establishmentOf(uri);
    return folder === undefined ? undefined : folders(folder);
  };
  const files = [...found].map(([uri, findings]) => ({
    counts: countsOf(findings),
    establishment: folderOf(uri),
    path: paths(uri),
    count: Math.min(findings.length, MAX_SHOWN),
    findings: () =>
      shownFindings(
        findings.map((finding) => reported(finding, paths, request)).sort(compareFindings),
        ({ severity }) => severity,
        (last, remark) => ({ ...last, message: request.localize(remark(last.message)) }),
        countOf(findings),
      ),
  }));
  const all = [...found.values()];
  const ofSeverity = (severity: Severity) => files.reduce((sum, { counts }) => sum + counts[severity], 0);
  const byRule = new Map<string, Finding[]>();
  for (const finding of all.flat()) {
    const same = byRule.get(finding.id);
    if (same) same.push(finding);
    else byRule.set(finding.id, [finding]);
  }
  return {
    ruleCounts: new Map([...byRule].map(([id, findings]) => [id, countsOf(findings)])),
    files: files.sort((a, b) => compareTexts(a.path, b.path)),
    rules: [...new Set(all.flatMap((findings) => findings.map(({ id }) => id)))].sort(),
    summary: {
      establishments,
      files: files.length,
      errors: ofSeverity("error"),
      warnings: ofSeverity("warning"),
      information: ofSeverity("information"),
      hints: ofSeverity("hint"),
    },
    fixable: all.flat().filter((finding) => sureFixOf(finding, mayChange) !== undefined).length,
    line: (path, line) => request.line(uris.get(path) ?? "", line),
  };
}

/**
 * The paths of URIs from a folder, without private names, each with its URI in `uris`. Those that are then the same are
 * numbered.
 */
function eachOwn(pathOf: (uri: string) => string, uris: Map<string, string>): (uri: string) => string {
  return memoized((uri) => {
    const path = pathOf(uri);
    let own = path;
    for (let count = 2; uris.has(own); count++) own = `${path} (${count})`;
    uris.set(own, uri);
    return own;
  });
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
  { id, rule, at, message, related, fixes = [] }: Finding,
  pathOf: (uri: string) => string,
  { rangeOf, localize }: ReportRequest,
): ReportedFinding {
  const locationOf = (at: Span): ReportLocation => ({ file: pathOf(at.block.uri), range: rangeOf(at) });
  return {
    ...locationOf(at),
    rule: id,
    severity: rule.severity,
    message: localize(message),
    related: shownRelated(related).map((item) => ({
      ...locationOf(item.at),
      message: localize(item.message),
    })),
    relatedCount: related?.length ?? 0,
    fixes: fixes.map(({ title, safety, edits }) => ({
      title: localize(title),
      safety,
      edits: edits.map(({ at, newText }) => ({ ...locationOf(at), newText })),
    })),
  };
}

/** Orders the findings of a file. */
function compareFindings(a: ReportedFinding, b: ReportedFinding): number {
  return (
    comparePositions(a.range.start, b.range.start) ||
    compareTexts(a.rule, b.rule) ||
    compareTexts(a.message, b.message)
  );
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
