import type { Workspace } from "../../model/workspace.ts";
import type { Finding, Severity } from "../../rules/rule.ts";
import type { Message, Words } from "../../say.ts";
import { fileText, type Range, rangeOf } from "../../syntax/file.ts";
import type { Fix } from "../../syntax/problem.ts";
import type { Span } from "../../syntax/tree.ts";
import { relativeTo } from "../../uri.ts";
import { masked } from "./mask.ts";
import { secretsIn } from "./secrets.ts";

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
  /** The lines of a file, without anything that may not be repeated. */
  readonly lines: (file: string) => readonly string[];
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
  readonly workspace: Workspace;
  readonly findings: readonly Finding[];
  /** The files that were checked. */
  readonly files: readonly string[];
  readonly establishments: number;
  /** Whether a file may be changed by a fix. */
  readonly mayChange: (uri: string) => boolean;
  /** The URI of the working folder. */
  readonly cwd: string;
  readonly words: (message: Message | Words) => string;
}

/** Puts findings into words and places. */
export function reportOf(asked: Asked): Report {
  const { workspace, findings, files, establishments, mayChange, cwd, words } = asked;
  const placeOf = (span: Span): readonly Place[] => {
    const file = workspace.files.get(span.block.uri);
    return file ? [{ file: relativeTo(cwd, file.uri), range: rangeOf(file, span) }] : [];
  };
  const list = findings.flatMap(({ id, rule, at, message, related = [], fixes = [] }) =>
    placeOf(at).map((place) => ({
      ...place,
      rule: id,
      severity: rule.severity,
      message: words(message),
      related: related.flatMap((one) =>
        placeOf(one.at).map((place) => ({ ...place, message: words(one.message) })),
      ),
      fixes: fixes.map(({ title, safety, edits }) => ({
        title: words(title),
        safety,
        edits: edits.flatMap(({ at, newText }) => placeOf(at).map((place) => ({ ...place, newText }))),
      })),
    })),
  );
  const sorted = list.sort(order);
  const count = (severity: Severity) => sorted.filter((one) => one.severity === severity).length;
  return {
    findings: sorted,
    files: files.map((uri) => relativeTo(cwd, uri)).sort(compare),
    summary: {
      establishments,
      files: files.length,
      errors: count("error"),
      warnings: count("warning"),
      information: count("information"),
      hints: count("hint"),
    },
    mendable: findings.filter((finding) => isMendable(finding, mayChange)).length,
    lines: linesOf(workspace, cwd),
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

function linesOf(workspace: Workspace, cwd: string): Report["lines"] {
  const known = new Map<string, readonly string[]>();
  const byPath = new Map([...workspace.files.values()].map((file) => [relativeTo(cwd, file.uri), file]));
  return (path) => {
    const hit = known.get(path);
    if (hit) return hit;
    const file = byPath.get(path);
    const lines = file ? masked(fileText(file).split(/\r?\n/), secretsIn(workspace, file)) : [];
    known.set(path, lines);
    return lines;
  };
}
