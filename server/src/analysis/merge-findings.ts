import { message } from "../base/message.ts";
import { baseName } from "../base/uri.ts";
import type { Layout } from "../model/layout.ts";
import type { CrossFact, Finding } from "../rules/api/rule.ts";
import { ruleById } from "../rules/index.ts";
import type { Problem } from "../syntax/problem.ts";
import type { Span } from "../syntax/tree.ts";
import { comparing } from "./plan.ts";
import { applySuppressions, type Suppression } from "./suppress.ts";

/** What is found in one file by itself, and what its comments silence. */
export interface FileFindings {
  readonly uri: string;
  readonly findings: readonly Finding[];
  readonly silences: readonly Suppression[];
}

/** What is found in one establishment, or in a file that belongs to none, wherever it stands. */
export interface EstablishmentFindings {
  readonly folder: string;
  readonly establishment: boolean;
  /** The text that stands for it where others are told of it. */
  readonly top: Span | undefined;
  readonly findings: readonly Finding[];
  /** What it says of itself for each rule that compares establishments, by the rule's id. */
  readonly facts: ReadonlyMap<string, readonly CrossFact[]>;
}

/** All that there is to put together. It need not hold what it was found in: no text is read here. */
export interface WorkspaceFindings {
  readonly files: readonly FileFindings[];
  readonly establishments: readonly EstablishmentFindings[];
  readonly layout: Pick<Layout, "bases" | "problems">;
  /** The line of its file at which a text begins. */
  readonly lineOf: (at: Span) => number;
}

/**
 * The findings of a workspace, by file: a finding on a base once for all that stand on it, what shows only where
 * establishments are compared, and nothing that a comment silences.
 */
export function mergeFindings(parts: WorkspaceFindings): ReadonlyMap<string, readonly Finding[]> {
  const more = new Map<string, Finding[]>();
  const add = (finding: Finding): void => {
    const list = more.get(finding.at.block.uri);
    if (list) list.push(finding);
    else more.set(finding.at.block.uri, [finding]);
  };
  for (const problem of parts.layout.problems) for (const finding of withRule(problem)) add(finding);
  for (const finding of eachOnce(parts)) add(finding);
  for (const finding of compared(parts.establishments)) add(finding);
  const all = parts.files.map((file) => {
    const others = more.get(file.uri);
    return { ...file, findings: others ? [...file.findings, ...others] : file.findings };
  });
  const complete = !all.some(({ findings }) => findings.some(({ id }) => UNREAD.has(id)));
  return new Map(
    all.map(({ uri, findings, silences }) => {
      if (silences.length === 0) return [uri, findings];
      const { left, problems } = applySuppressions(silences, findings, parts.lineOf, complete);
      return [uri, problems.length > 0 ? [...left, ...problems.flatMap(withRule)] : left];
    }),
  );
}

/** As long as something is not read, a rule may be silent that will speak again. */
const UNREAD = new Set(["yaml-syntax", "second-document", "file-unreadable"]);

/** What establishments show; of a finding on a base, that of the first, with the number of those that it concerns. */
function* eachOnce({ establishments, layout: { bases } }: WorkspaceFindings): Generator<Finding> {
  const groups = new Map<string, Map<Span, BaseFindingGroup>>();
  for (const establishment of establishments) {
    for (const finding of establishment.findings) {
      if (bases.has(finding.at.block.uri)) groupOf(finding, groups).of.push(establishment);
      else yield finding;
    }
  }
  const total = establishments.filter(({ establishment }) => establishment).length;
  for (const places of groups.values())
    for (const { finding, of } of places.values()) yield total < 2 ? finding : counted(finding, of, total);
}

/** A finding on a base, and those that it concerns. */
interface BaseFindingGroup {
  readonly finding: Finding;
  readonly of: EstablishmentFindings[];
}

function groupOf(finding: Finding, groups: Map<string, Map<Span, BaseFindingGroup>>): BaseFindingGroup {
  const places = groups.get(finding.id) ?? new Map<Span, BaseFindingGroup>();
  groups.set(finding.id, places);
  const group = places.get(finding.at) ?? { finding, of: [] };
  places.set(finding.at, group);
  return group;
}

/** As many are named. */
const NAMED = 3;

function counted(finding: Finding, of: readonly EstablishmentFindings[], total: number): Finding {
  const related = of
    .slice(0, NAMED)
    .flatMap(({ top, folder }) =>
      top ? [{ at: top, message: message("Concerns this establishment: {0}", baseName(folder)) }] : [],
    );
  return {
    ...finding,
    message: message("{0} ({1} of {2} establishments)", finding.message, of.length, total),
    related: [...(finding.related ?? []), ...related],
  };
}

/** What is found where establishments are compared. */
function compared(establishments: readonly EstablishmentFindings[]): readonly Finding[] {
  return comparing.flatMap(({ rule, across }) => {
    const all: CrossFact[] = [];
    for (const { facts } of establishments) for (const fact of facts.get(rule.id) ?? NONE) all.push(fact);
    return [...across.compare(all)].map((found) => ({ ...found, id: rule.id, rule }));
  });
}

const NONE: readonly never[] = [];

/** A problem as a finding of the rule that it is named after. */
export function withRule(problem: Problem): readonly Finding[] {
  const rule = ruleById.get(problem.id);
  return rule ? [{ ...problem, rule }] : [];
}
