import type { Analysis } from "../analysis/analysis.ts";
import type { EstablishmentFindings, FileFindings } from "../analysis/merge-findings.ts";
import { contributionFor } from "../analysis/newer-release.ts";
import type { Finding } from "../rules/api/rule.ts";
import { type File, fileText } from "../syntax/file.ts";
import type { Problem } from "../syntax/problem.ts";
import { shownLine } from "./check-formats/secrets.ts";
import { FindingDetacher, mapEach, ownedCopy } from "./detach-findings.ts";
import type { VisitedEstablishment } from "./sweep.ts";

/** The results of a checked establishment. They do not keep its files in memory. */
export interface EstablishmentResult {
  readonly files: readonly FileFindings[];
  readonly establishment: EstablishmentFindings;
  /** Problems with where its files are. */
  readonly problems: readonly Problem[];
  /** The lines that findings refer to, with secrets masked, by file and line number. */
  readonly lines: ReportedLines;
  /** The texts of the files that a sure fix would change. */
  readonly texts: ReadonlyMap<string, string>;
}

type ReportedLines = ReadonlyMap<string, ReadonlyMap<number, string>>;

/** What is kept of an establishment in addition to its findings; see `EstablishmentResult`. */
export interface WantedParts {
  readonly lines: boolean;
  readonly texts: boolean;
}

/** Checks an establishment whose files are in memory, and returns results that do not refer to them. */
export function resultOf(
  analysis: Analysis,
  { snapshot, problems }: VisitedEstablishment,
  wanted: WantedParts,
): EstablishmentResult {
  const lines = new Map<string, Map<number, string>>();
  const detacher = new FindingDetacher(
    snapshot.members,
    wanted.lines ? (file, line) => void keepLine(lines, file, line) : () => {},
  );
  const establishment = analysis.contributionOf(snapshot);
  const part = {
    files: snapshot.members
      .map((file) => contributionFor(file, () => snapshot))
      .map(({ uri, findings, suppressions }) => ({
        uri,
        findings: mapEach(findings, (finding) => detacher.finding(finding)),
        suppressions: mapEach(suppressions, (comment) => detacher.suppression(comment)),
      })),
    establishment: {
      ...establishment,
      top: establishment.top && detacher.span(establishment.top),
      findings: mapEach(establishment.findings, (finding) => detacher.finding(finding)),
      facts: new Map(
        [...establishment.facts].map(([id, list]) => [id, mapEach(list, (fact) => detacher.fact(fact))]),
      ),
    },
    problems: mapEach(problems, (problem) => detacher.problem(problem)),
    lines: lines.size > 0 ? lines : EMPTY_MAP,
  };
  return { ...part, texts: wanted.texts ? textsToFix(snapshot.members, part) : EMPTY_MAP };
}

// Shared, as most establishments have no lines or texts to keep.
const EMPTY_MAP: ReadonlyMap<string, never> = new Map<string, never>();

function keepLine(lines: Map<string, Map<number, string>>, file: File, line: number): void {
  const known = lines.get(file.uri) ?? new Map<number, string>();
  lines.set(file.uri, known);
  if (!known.has(line)) known.set(line, ownedCopy(shownLine(file, line) ?? ""));
}

function textsToFix(
  members: readonly File[],
  { files, establishment, problems }: Omit<EstablishmentResult, "texts">,
): ReadonlyMap<string, string> {
  const comments = files.flatMap(({ suppressions }) => suppressions.flatMap(({ rules }) => rules));
  const all: readonly Pick<Problem, "fixes">[] = [
    ...files.flatMap(({ findings }): readonly Finding[] => findings),
    ...establishment.findings,
    ...problems,
    ...comments.map(({ unusedProblem: unused }) => unused),
  ];
  const sure = all.flatMap(({ fixes = [] }) => fixes.filter(({ safety }) => safety === "sure"));
  const uris = new Set(sure.flatMap(({ edits }) => edits.map(({ at }) => at.block.uri)));
  return new Map(members.filter(({ uri }) => uris.has(uri)).map((file) => [file.uri, fileText(file)]));
}
