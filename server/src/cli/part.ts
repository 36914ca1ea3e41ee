import { fromEstablishment, fromFile } from "../analysis/findings.ts";
import type { FromEstablishment, FromFile } from "../analysis/together.ts";
import type { Finding } from "../rules/api/rule.ts";
import { type File, fileText } from "../syntax/file.ts";
import type { Problem } from "../syntax/problem.ts";
import { each, Lasting, own } from "./lasting.ts";
import { shownLine } from "./report/secrets.ts";
import type { Visited } from "./sweep.ts";

/** What is kept of an establishment that was checked. */
export interface Part {
  readonly files: readonly FromFile[];
  readonly establishment: FromEstablishment;
  /** What is wrong with the places of its files. */
  readonly problems: readonly Problem[];
  /** The lines that something is said of, as they may be shown, by file and number. */
  readonly lines: Lines;
  /** The texts of files that a sure fix would change. */
  readonly texts: ReadonlyMap<string, string>;
}

type Lines = ReadonlyMap<string, ReadonlyMap<number, string>>;

/** What is wanted of an establishment besides what is found there. */
export interface Wanted {
  readonly lines: boolean;
  readonly texts: boolean;
}

/** Checks what is at hand, and keeps what is found and what is wanted of it. */
export function partOf({ snapshot, problems }: Visited, wanted: Wanted): Part {
  const lines = new Map<string, Map<number, string>>();
  const lasting = new Lasting(
    snapshot.members,
    wanted.lines ? (file, line) => void keepLine(lines, file, line) : () => {},
  );
  const establishment = fromEstablishment(snapshot);
  const part = {
    files: snapshot.members.map(fromFile).map(({ uri, findings, silences }) => ({
      uri,
      findings: each(findings, (one) => lasting.finding(one)),
      silences: each(silences, (one) => lasting.silence(one)),
    })),
    establishment: {
      ...establishment,
      top: establishment.top && lasting.span(establishment.top),
      findings: each(establishment.findings, (one) => lasting.finding(one)),
      facts: new Map(
        [...establishment.facts].map(([id, list]) => [id, each(list, (one) => lasting.fact(one))]),
      ),
    },
    problems: each(problems, (one) => lasting.problem(one)),
    lines: lines.size > 0 ? lines : NOTHING,
  };
  return { ...part, texts: wanted.texts ? textsToMend(snapshot.members, part) : NOTHING };
}

// Most establishments have nothing of this to keep.
const NOTHING: ReadonlyMap<string, never> = new Map<string, never>();

function keepLine(lines: Map<string, Map<number, string>>, file: File, line: number): void {
  const known = lines.get(file.uri) ?? new Map<number, string>();
  lines.set(file.uri, known);
  if (!known.has(line)) known.set(line, own(shownLine(file, line) ?? ""));
}

function textsToMend(
  members: readonly File[],
  { files, establishment, problems }: Omit<Part, "texts">,
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
