import type { Localize } from "../../base/message.ts";
import type { Finding } from "../../rules/api/rule.ts";
import type { FindingInSeveral, ReportedStanding } from "./rollout-report.ts";

/** A finding of an establishment, by whatever stands for the establishment. */
interface FoundIn {
  readonly establishment: unknown;
  readonly finding: Finding;
}

/** Findings that tell the same, of several establishments. */
export interface FindingGroup<Found extends FoundIn> {
  readonly rule: string;
  readonly severity: Finding["rule"]["severity"];
  readonly message: string;
  readonly members: readonly Found[];
  /** The establishments, each once, in their order. */
  readonly establishments: readonly Found["establishment"][];
}

/** The findings that tell the same of at least two establishments; those of the most establishments first. */
export function findingsInSeveral<Found extends FoundIn>(
  found: Iterable<Found>,
  localize: Localize,
): readonly FindingGroup<Found>[] {
  const groups = new Map<string, Found[]>();
  for (const one of found) {
    const key = `${one.finding.id} ${localize(one.finding.message)}`;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()]
    .flatMap((members) => {
      const establishments = [...new Set(members.map(({ establishment }) => establishment))];
      const [first] = members;
      if (!first || establishments.length < 2) return [];
      const { id, rule, message } = first.finding;
      return [{ rule: id, severity: rule.severity, message: localize(message), members, establishments }];
    })
    .sort((one, other) => other.establishments.length - one.establishments.length);
}

/** The same as a report tells it. */
export function reportedFindings(
  found: Iterable<{ readonly establishment: ReportedStanding; readonly finding: Finding }>,
  localize: Localize,
): readonly FindingInSeveral[] {
  return findingsInSeveral(found, localize).map(({ rule, severity, message, establishments }) => ({
    rule,
    severity,
    message,
    names: establishments.map(({ name }) => name),
    folders: establishments.map(({ folder }) => folder),
  }));
}
