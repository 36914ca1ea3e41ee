import type { Workspace } from "../model/workspace.ts";
import type { Finding } from "../rules/api/rule.ts";
import { changeFile, type File, fileText, holds, parseFile, rangeOf } from "../syntax/file.ts";
import { comparePositions, overlap, type Range } from "../syntax/positions.ts";
import type { Fix } from "../syntax/problem.ts";
import { applyTextEdits, inOrderOf, type TextEdit } from "../syntax/text-edits.ts";
import type { Span } from "../syntax/tree.ts";

/** A workspace in which nothing is left to mend by itself, and how many fixes that took. */
export interface FixedWorkspace {
  readonly workspace: Workspace;
  readonly fixes: number;
}

/** A fix may bring another to light; more rounds would be two rules that undo each other. */
export const ROUNDS = 10;

/**
 * Applies the sure fixes to these files until none is left. A fix that would also change another file is left out.
 * `found` says which findings count.
 */
export function applyFixes(
  workspace: Workspace,
  mayChange: (uri: string) => boolean,
  found: (workspace: Workspace) => readonly Finding[],
): FixedWorkspace {
  let now = workspace;
  let fixes = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const { changes, count } = sureEdits(found(now), (at) => placeIn(now, at, mayChange));
    if (count === 0) break;
    now = now.with([...changes].map(([uri, changes]) => [uri, changed(now, uri, changes)]));
    fixes += count;
  }
  return { workspace: now, fixes };
}

function sureFixes(findings: readonly Pick<Finding, "fixes">[]): readonly Fix[] {
  return findings.flatMap(({ fixes }) => {
    const sure = fixes?.find(({ safety }) => safety === "sure");
    return sure ? [sure] : [];
  });
}

/** Where a text stands; nothing if it may not be changed. */
type PlaceInFile = (at: Span) => { readonly uri: string; readonly range: Range } | undefined;

/** Changes that can be made together, by file, and of how many fixes they are. */
export interface PlacedEdits {
  readonly changes: ReadonlyMap<string, readonly TextEdit[]>;
  readonly count: number;
}

/** What the sure fixes of findings change; one that touches what another changes waits for the next round. */
export function sureEdits(findings: readonly Pick<Finding, "fixes">[], placeOf: PlaceInFile): PlacedEdits {
  const changes = new Map<string, TextEdit[]>();
  const lines = new Map<string, EditsByLine>();
  let count = 0;
  for (const { edits } of sureFixes(findings)) {
    const placed = edits.map(({ at, newText }) => {
      const place = placeOf(at);
      return place && ([place.uri, { range: place.range, newText }] as const);
    });
    const free = placed.every((one) => one && !meetsAny(one[1], lines.get(one[0])));
    if (!free || placed.length === 0) continue;
    for (const one of placed) if (one) take(one[0], one[1], changes, lines);
    count++;
  }
  return { changes, count };
}

/** The changes of one file, by the lines that they touch. */
type EditsByLine = Map<number, TextEdit[]>;

function take(
  uri: string,
  change: TextEdit,
  changes: Map<string, TextEdit[]>,
  lines: Map<string, EditsByLine>,
): void {
  const known = lines.get(uri) ?? new Map<number, TextEdit[]>();
  lines.set(uri, known);
  changes.set(uri, changes.get(uri) ?? []);
  changes.get(uri)?.push(change);
  for (let line = change.range.start.line; line <= change.range.end.line; line++) {
    known.set(line, [...(known.get(line) ?? []), change]);
  }
}

function meetsAny(change: TextEdit, lines: EditsByLine | undefined): boolean {
  for (let line = change.range.start.line; line <= change.range.end.line; line++) {
    if (lines?.get(line)?.some((other) => meet(change, other))) return true;
  }
  return false;
}

function placeIn(
  workspace: Workspace,
  at: Span,
  mayChange: (uri: string) => boolean,
): ReturnType<PlaceInFile> {
  const file = workspace.files.get(at.block.uri);
  if (!file || file.unreadable || !holds(file, at) || !mayChange(file.uri)) return undefined;
  return { uri: file.uri, range: rangeOf(file, at) };
}

/** Whether two changes overlap, or begin at the same place, where their order would be anyone's guess. */
function meet({ range: one }: TextEdit, { range: other }: TextEdit): boolean {
  return comparePositions(one.start, other.start) === 0 || overlap(one, other);
}

/** More changes than this, and the file is read anew. */
const FEW = 16;

/** The file with changes applied, the last first, so that the others keep their places. */
function changed({ files }: Workspace, uri: string, changes: readonly TextEdit[]): File | undefined {
  const file = files.get(uri);
  if (!file) return undefined;
  const text = fileText(file);
  if (changes.length > FEW) return parseFile(uri, applyTextEdits(text, changes));
  return inOrderOf(text, changes).reduceRight(
    (now, { range, newText }) => changeFile(now, range, newText),
    file,
  );
}
