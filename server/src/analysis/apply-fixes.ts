import type { Workspace } from "../model/workspace.ts";
import type { Finding } from "../rules/api/rule.ts";
import { changeFile, type File, fileText, holds, parseFile, rangeOf } from "../syntax/file.ts";
import { comparePositions, overlap, type Position, type Range } from "../syntax/positions.ts";
import type { Fix } from "../syntax/problem.ts";
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

/** One change of a text, in the text's own places. */
export interface PlacedEdit extends Range {
  readonly newText: string;
}

/** Changes that can be made together, by file, and of how many fixes they are. */
export interface PlacedEdits {
  readonly changes: ReadonlyMap<string, readonly PlacedEdit[]>;
  readonly count: number;
}

/** What the sure fixes of findings change; one that touches what another changes waits for the next round. */
export function sureEdits(findings: readonly Pick<Finding, "fixes">[], placeOf: PlaceInFile): PlacedEdits {
  const changes = new Map<string, PlacedEdit[]>();
  const lines = new Map<string, EditsByLine>();
  let count = 0;
  for (const { edits } of sureFixes(findings)) {
    const placed = edits.map(({ at, newText }) => {
      const place = placeOf(at);
      return place && ([place.uri, { ...place.range, newText }] as const);
    });
    const free = placed.every((one) => one && !meetsAny(one[1], lines.get(one[0])));
    if (!free || placed.length === 0) continue;
    for (const one of placed) if (one) take(one[0], one[1], changes, lines);
    count++;
  }
  return { changes, count };
}

/** The changes of one file, by the lines that they touch. */
type EditsByLine = Map<number, PlacedEdit[]>;

function take(
  uri: string,
  change: PlacedEdit,
  changes: Map<string, PlacedEdit[]>,
  lines: Map<string, EditsByLine>,
): void {
  const known = lines.get(uri) ?? new Map<number, PlacedEdit[]>();
  lines.set(uri, known);
  changes.set(uri, changes.get(uri) ?? []);
  changes.get(uri)?.push(change);
  for (let line = change.start.line; line <= change.end.line; line++) {
    known.set(line, [...(known.get(line) ?? []), change]);
  }
}

function meetsAny(change: PlacedEdit, lines: EditsByLine | undefined): boolean {
  for (let line = change.start.line; line <= change.end.line; line++) {
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
function meet(one: PlacedEdit, other: PlacedEdit): boolean {
  return comparePositions(one.start, other.start) === 0 || overlap(one, other);
}

/** More changes than this, and the file is read anew. */
const FEW = 16;

/** The file with changes applied, the last first, so that the others keep their places. */
function changed({ files }: Workspace, uri: string, changes: readonly PlacedEdit[]): File | undefined {
  const file = files.get(uri);
  if (!file) return undefined;
  const text = fileText(file);
  if (changes.length > FEW) return parseFile(uri, textWithEdits(text, changes));
  return ready(text, changes).reduceRight(
    (now, { newText, ...range }) => changeFile(now, range, newText),
    file,
  );
}

/** A text with changes applied. */
export function textWithEdits(text: string, changes: readonly PlacedEdit[]): string {
  const starts = [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
  const offset = ({ line, character }: Position) => (starts[line] ?? text.length) + character;
  let at = 0;
  const parts = ready(text, changes).flatMap(({ start, end, newText }) => {
    const kept = text.slice(at, offset(start));
    at = offset(end);
    return [kept, newText];
  });
  return parts.join("") + text.slice(at);
}

/** Changes in the order of a text, with its line ends. */
function ready(text: string, changes: readonly PlacedEdit[]): readonly PlacedEdit[] {
  const lineEnd = text.includes("\r\n") ? "\r\n" : "\n";
  return [...changes]
    .sort((a, b) => comparePositions(a.start, b.start))
    .map((change) => ({ ...change, newText: change.newText.replace(/\r?\n/g, lineEnd) }));
}
