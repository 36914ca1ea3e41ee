import { message } from "../base/message.ts";
import { baseName } from "../base/uri.ts";
import type { Layout } from "../model/layout.ts";
import type { CrossFact, Finding } from "../rules/api/rule.ts";
import { ruleById } from "../rules/index.ts";
import { shownPath } from "../syntax/private-names.ts";
import type { Problem } from "../syntax/problem.ts";
import type { Span } from "../syntax/tree.ts";
import { withoutPrivateFiles } from "./conceal.ts";
import { guarded, type OnFault, ruleNamed } from "./own-faults.ts";
import { comparing } from "./plan.ts";
import { applySuppressions, type Suppression } from "./suppress.ts";

/** The findings of one file by itself, and its suppressions. */
export interface FileFindings {
  readonly uri: string;
  readonly findings: readonly Finding[];
  readonly suppressions: readonly Suppression[];
}

/** The findings of one establishment, or of a file that belongs to none, in all its files. */
export interface EstablishmentFindings {
  readonly folder: string;
  readonly establishment: boolean;
  /** The URIs of its bases. */
  readonly bases: readonly string[];
  /** The span that represents it in the related information of other findings. */
  readonly top: Span | undefined;
  readonly findings: readonly Finding[];
  /** For each rule that compares establishments, by its id: the facts of this establishment. */
  readonly facts: ReadonlyMap<string, readonly CrossFact[]>;
}

/** Everything that is merged. No file is read here, so they need not be in memory any more. */
export interface WorkspaceFindings {
  readonly files: readonly FileFindings[];
  readonly establishments: readonly EstablishmentFindings[];
  readonly layout: Pick<Layout, "bases" | "problems">;
  /** The line at which a span starts, in its file. */
  readonly lineOf: (at: Span) => number;
  /** Today as YYYY-MM-DD: what is suppressed until a day before that is reported again. */
  readonly today: string;
  /** Is told of a comparison that throws. */
  readonly onFault: OnFault;
}

/**
 * The findings of a workspace, by the URI of their file: each finding on a base once for all its heirs, those of rules
 * that compare establishments, and none that is suppressed.
 */
export function mergeFindings(parts: WorkspaceFindings): ReadonlyMap<string, readonly Finding[]> {
  const more = new Map<string, Finding[]>();
  const add = (finding: Finding): void => {
    const list = more.get(finding.at.block.uri);
    if (list) list.push(finding);
    else more.set(finding.at.block.uri, [finding]);
  };
  for (const problem of parts.layout.problems)
    for (const finding of withRule(withoutPrivateFiles(problem))) add(finding);
  for (const finding of eachOnce(parts)) add(finding);
  for (const finding of comparisonFindings(parts)) add(finding);
  const all = parts.files.map((file) => {
    const others = more.get(file.uri);
    return { ...file, findings: others ? [...file.findings, ...others] : file.findings };
  });
  const complete = !all.some(({ findings }) => findings.some(({ id }) => UNREAD.has(id)));
  const scope = { lineOf: parts.lineOf, complete, today: parts.today };
  return new Map(
    all.map(({ uri, findings, suppressions }) => {
      if (suppressions.length === 0) return [uri, findings];
      const { remaining: left, problems } = applySuppressions(suppressions, findings, scope);
      return [uri, problems.length > 0 ? [...left, ...problems.flatMap(withRule)] : left];
    }),
  );
}

/** Findings that show that something was not read. Then a rule may be silent that would report otherwise. */
const UNREAD = new Set(["yaml-syntax", "second-document", "file-unreadable"]);

/** The findings of all establishments; each finding on a base only once, with the number of heirs that have it. */
function* eachOnce({ establishments, layout: { bases } }: WorkspaceFindings): Generator<Finding> {
  const groups = new Map<string, Map<Span, BaseFindingGroup>>();
  for (const establishment of establishments) {
    for (const finding of establishment.findings) {
      if (bases.has(finding.at.block.uri)) groupOf(finding, groups).of.push(establishment);
      else yield finding;
    }
  }
  const total = establishments.filter(({ establishment }) => establishment).length;
  const heirs = heirsByBase(establishments);
  const all = [...groups.values()].flatMap((groupsByPlace) => [...groupsByPlace.values()]);
  for (const { finding, of } of all) {
    const isForEvery = finding.everyHeir ?? finding.rule.everyHeir;
    if (isForEvery && of.length !== heirs.get(finding.at.block.uri)) continue;
    yield asInformation(total < 2 ? finding : counted(finding, of, total));
  }
}

/** The number of heirs of each base. */
function heirsByBase(establishments: readonly EstablishmentFindings[]): ReadonlyMap<string, number> {
  const heirs = new Map<string, number>();
  for (const { bases } of establishments)
    for (const base of bases) heirs.set(base, (heirs.get(base) ?? 0) + 1);
  return heirs;
}

/** A finding on a base that may serve an heir who is not there yet is no more than an information. */
function asInformation(finding: Finding): Finding {
  return finding.rule.everyHeir
    ? { ...finding, rule: { ...finding.rule, severity: "information" } }
    : finding;
}

/** A finding on a base, and the establishments that have it. */
interface BaseFindingGroup {
  readonly finding: Finding;
  readonly of: EstablishmentFindings[];
}

function groupOf(finding: Finding, groups: Map<string, Map<Span, BaseFindingGroup>>): BaseFindingGroup {
  const groupsByPlace = groups.get(finding.id) ?? new Map<Span, BaseFindingGroup>();
  groups.set(finding.id, groupsByPlace);
  const group = groupsByPlace.get(finding.at) ?? { finding, of: [] };
  groupsByPlace.set(finding.at, group);
  return group;
}

/** At most so many establishments are named. */
const MAX_NAMED = 3;

function counted(finding: Finding, of: readonly EstablishmentFindings[], total: number): Finding {
  const related = of
    .slice(0, MAX_NAMED)
    .flatMap(({ top, folder }) =>
      top
        ? [{ at: top, message: message("Concerns this establishment: {0}", shownPath(baseName(folder))) }]
        : [],
    );
  return {
    ...finding,
    message: message("{0} ({1} of {2} establishments)", finding.message, of.length, total),
    related: [...(finding.related ?? []), ...related],
  };
}

/** The findings of the rules that compare establishments. */
function comparisonFindings({ establishments, onFault }: WorkspaceFindings): readonly Finding[] {
  return comparing.flatMap(({ rule, across }) => {
    const all: CrossFact[] = [];
    for (const { facts } of establishments) for (const fact of facts.get(rule.id) ?? NONE) all.push(fact);
    return guarded<readonly Finding[]>(
      () => ruleNamed(rule),
      onFault,
      () => [...across.compare(all)].map((found) => ({ ...found, id: rule.id, rule })),
      NONE,
    );
  });
}

const NONE: readonly never[] = [];

/** The finding for a problem, of the rule with its id; none if there is no such rule. */
export function withRule(problem: Problem): readonly Finding[] {
  const rule = ruleById.get(problem.id);
  return rule ? [{ ...problem, rule }] : [];
}
