import type { Analysis } from "../analysis/analysis.ts";
import { fileContribution } from "../analysis/file-findings.ts";
import type { EstablishmentFindings, FileFindings } from "../analysis/merge-findings.ts";
import type { Finding } from "../rules/api/rule.ts";
import { type File, fileText } from "../syntax/file.ts";
import type { Problem } from "../syntax/problem.ts";
import { shownLine } from "./check-formats/secrets.ts";
import { FindingDetacher, mapEach, ownedCopy } from "./detach-findings.ts";
import type { VisitedEstablishment } from "./sweep.ts";

/** What is kept of an establishment that was checked. */
export interface EstablishmentResult {
  readonly files: readonly FileFindings[];
  readonly establishment: EstablishmentFindings;
  /** What is wrong with the places of its files. */
  readonly problems: readonly Problem[];
  /** The lines that something is said of, as they may be shown, by file and number. */
  readonly lines: ReportedLines;
  /** The texts of files that a sure fix would change. */
  readonly texts: ReadonlyMap<string, string>;
}

type ReportedLines = ReadonlyMap<string, ReadonlyMap<number, string>>;

/** What is wanted of an establishment besides what is found there. */
export interface WantedParts {
  readonly lines: boolean;
  readonly texts: boolean;
}

/** Checks what is at hand, and keeps what is found and what is wanted of it. */
export function resultOf(
  analysis: Analysis,
  { snapshot, problems }: VisitedEstablishment,
  wanted: WantedParts,
): EstablishmentResult {
  const lines = new Map<string, Map<number, string>>();
  const lasting = new FindingDetacher(
    snapshot.members,
    wanted.lines ? (file, line) => void keepLine(lines, file, line) : () => {},
  );
  const establishment = analysis.contributionOf(snapshot);
  const part = {
    files: snapshot.members.map(fileContribution).map(({ uri, findings, silences }) => ({
      uri,
      findings: mapEach(findings, (one) => lasting.finding(one)),
      silences: mapEach(silences, (one) => lasting.silence(one)),
    })),
    establishment: {
      ...establishment,
      top: establishment.top && lasting.span(establishment.top),
      findings: mapEach(establishment.findings, (one) => lasting.finding(one)),
      facts: new Map(
        [...establishment.facts].map(([id, list]) => [id, mapEach(list, (one) => lasting.fact(one))]),
      ),
    },
    problems: mapEach(problems, (one) => lasting.problem(one)),
    lines: lines.size > 0 ? lines : NOTHING,
  };
  return { ...part, texts: wanted.texts ? textsToMend(snapshot.members, part) : NOTHING };
}

// Most establishments have nothing of this to keep.
const NOTHING: ReadonlyMap<string, never> = new Map<string, never>();

function keepLine(lines: Map<string, Map<number, string>>, file: File, line: number): void {
  const known = lines.get(file.uri) ?? new Map<number, string>();
  lines.set(file.uri, known);
  if (!known.has(line)) known.set(line, ownedCopy(shownLine(file, line) ?? ""));
}

function textsToMend(
  members: readonly File[],
  { files, establishment, problems }: Omit<EstablishmentResult, "texts">,
): ReadonlyMap<string, string> {
  const comments = files.flatMap(({ silences }) => silences.flatMap(({ rules }) => rules));
  const all: readonly Pick<Problem, "fixes">[] = [
    ...files.flatMap(({ findings }): readonly Finding[] => findings),
    ...establishment.findings,
    ...problems,
    ...comments.map(({ unused }) => unused),
  ];
  const sure = all.flatMap(({ fixes = [] }) => fixes.filter(({ safety }) => safety === "sure"));
  const uris = new Set(sure.flatMap(({ edits }) => edits.map(({ at }) => at.block.uri)));
  return new Map(members.filter(({ uri }) => uris.has(uri)).map((file) => [file.uri, fileText(file)]));
}
